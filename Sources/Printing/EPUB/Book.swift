import Hypertext
import Site
import SocialReport

/// A whole document as the files of an EPUB (https://www.w3.org/TR/epub-33/): a cover, the contents, and a chapter
/// for each part of the first level.
struct Book {
  struct Chapter {
    let file: String
    let title: String
    let nodes: [HTMLNode]
    /// The parts in it that the contents lead to.
    let parts: [(id: String, title: String)]
  }

  /// The texts by their paths in the archive.
  private(set) var files: [(path: String, text: String)] = []
  /// The content's files by their paths in the archive.
  private(set) var pictures: [String: String] = [:]

  static let mediaType = "application/epub+zip"
  /// Where the list of its files is; no other program calls it so.
  static let package = "EPUB/bilancio.opf"
  private static let folder = "EPUB/"

  /// - Parameter places: where the document's print has each paragraph.
  init(
    _ document: DocumentText, style: String, drawingStyle: String, places: PrintPlaces? = nil
  ) {
    let nodes = HTMLTree.nodes(of: document.html)
    let (front, chapters) = Book.chapters(of: nodes)
    var filesOfIDs: [String: String] = [:]
    for chapter in chapters {
      chapter.nodes.visit { if let id = $0["id"] { filesOfIDs[id] = chapter.file } }
    }
    let links = PrintLinks(document, ids: Set(filesOfIDs.keys))
    var writer = XHTMLWriter(links, files: filesOfIDs, drawingStyle: drawingStyle)
    writer.breaks = places?.breaks(in: nodes) ?? [:]
    let pages = BookPages(document, chapters)
    var texts = [
      ("copertina.xhtml", pages.cover(writer.markup(front, in: "copertina.xhtml"))),
      ("indice.xhtml", ""),
    ]
    var drawings: Set<String> = []
    for chapter in chapters {
      writer.holdsDrawing = false
      let body = writer.markup(chapter.nodes, in: chapter.file)
      if writer.holdsDrawing { drawings.insert(chapter.file) }
      texts.append((chapter.file, pages.chapter(chapter, body)))
    }
    texts[1].1 = pages.contents(writer.begun)
    texts.append(("stile.css", style))
    let package = pages.package(
      texts.map(\.0), drawings: drawings, pictures: writer.pictures.keys.sorted(),
      hasPages: !writer.begun.isEmpty)
    files =
      [("META-INF/container.xml", BookPages.container), (Book.package, package)]
      + texts.map { (Book.folder + $0.0, $0.1) }
    pictures = Dictionary(
      writer.pictures.map { (Book.folder + $0.key, $0.value) }, uniquingKeysWith: { $1 })
  }

  /// A part whose heading is of the second level begins a chapter; those below it go with it.
  private static func chapters(of nodes: [HTMLNode]) -> (front: [HTMLNode], chapters: [Chapter]) {
    let first = nodes.firstIndex { part($0) != nil } ?? nodes.endIndex
    var groups: [[HTMLNode]] = []
    for node in nodes[first...] {
      if let part = part(node), part.level == 2 || groups.isEmpty { groups.append([]) }
      groups[groups.count - 1].append(node)
    }
    let chapters = groups.enumerated().map { number, nodes in
      let parts = nodes.compactMap(part)
      let digits = String(number + 1)
      let padded = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
      return Chapter(
        file: "parte-\(padded).xhtml", title: parts.first?.title ?? "", nodes: nodes,
        parts: parts.dropFirst().map { ($0.id, $0.title) })
    }
    // The title of the document stands on the cover.
    let front = nodes[..<first].filter {
      if case .element(let element) = $0 { element.name != "h1" } else { true }
    }
    return (front, chapters)
  }

  private static func part(_ node: HTMLNode) -> (id: String, title: String, level: Int)? {
    guard case .element(let element) = node, element.name == "section", let id = element["id"],
      let heading = element.elements.first, let level = heading.level
    else { return nil }
    let title = heading.words
    return title.isEmpty ? nil : (id, title, level)
  }
}
