import Files
import Hypertext
import Site

/// Writes the elements of a whole document as XHTML, in the files of a book.
struct XHTMLWriter {
  let links: PrintLinks
  /// The file of each id.
  let files: [String: String]
  private let drawingStyle: String
  /// The content's files by their names in the book.
  private(set) var pictures: [String: String] = [:]
  private var names: [String: String] = [:]
  /// Whether what was written since has a drawing in it, which the book's list says of a file.
  var holdsDrawing = false
  private var isInNotes = false
  /// The pages of the print that begin before elements, by the numbers of those.
  var breaks: [Int: Int] = [:]
  /// The pages that were met, with the files that they begin in.
  private(set) var begun: [(page: Int, file: String)] = []

  init(_ links: PrintLinks, files: [String: String], drawingStyle: String) {
    (self.links, self.files, self.drawingStyle) = (links, files, drawingStyle)
  }

  /// - Parameter file: the file that it stands in.
  mutating func markup(_ nodes: [HTMLNode], in file: String) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): HTMLText.escaped(text)
      case .element(let element): markup(element, in: file)
      }
    }.joined()
  }

  private mutating func markup(_ element: HTMLElement, in file: String) -> String {
    if element.drawing != nil, !element.isLeftOut { return drawing(element) }
    guard !element.isLeftOut else { return "" }
    switch element.name {
    case "img": return picture(element)
    case "br", "hr", "wbr", "col": return "<\(element.name)/>"
    case "a": return link(element, in: file)
    default: break
    }
    let outer = isInNotes
    if element.has(class: "note") { isInNotes = true }
    defer { isInNotes = outer }
    let mark = pageBreak(element, in: file)
    let content = markup(element.children, in: file)
    let name = XHTMLWriter.name(element)
    // An element without text would be a heading or an item that says nothing.
    if content.allSatisfy(\.isWhitespace), !["td", "th"].contains(name) {
      return element["id"].map { "<span id=\"\(HTMLText.escaped($0))\"></span>" } ?? ""
    }
    // What a heading is called has no number of a page in it.
    let isHeading = element.level != nil
    return (isHeading ? mark : "") + "<\(name)\(attributes(element))>"
      + (isHeading ? "" : mark) + "\(content)</\(name)>"
  }

  /// Where a page of the print begins.
  private mutating func pageBreak(_ element: HTMLElement, in file: String) -> String {
    guard let page = breaks[element.number] else { return "" }
    begun.append((page, file))
    return
      "<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"\(XHTMLWriter.id(ofPage: page))\" "
      + "aria-label=\"\(page)\"></span>"
  }

  static func id(ofPage page: Int) -> String { "pagina-\(page)" }

  /// A part begins a file of its own: its headings are one level higher than in the document.
  private static func name(_ element: HTMLElement) -> String {
    if let level = element.level { return "h\(max(1, level - 1))" }
    return switch element.name {
    // Not every reader opens them.
    case "details": "div"
    case "summary": "p"
    default: element.name
    }
  }

  private static let kept = [
    "id", "class", "lang", "scope", "colspan", "rowspan", "start", "datetime", "value", "dir",
  ]

  private func attributes(_ element: HTMLElement) -> String {
    var result = ""
    for name in XHTMLWriter.kept {
      guard let value = element[name], !value.isEmpty else { continue }
      result += " \(name)=\"\(HTMLText.escaped(value))\""
      if name == "lang" { result += " xml:lang=\"\(HTMLText.escaped(value))\"" }
    }
    return result
  }

  private mutating func link(_ element: HTMLElement, in file: String) -> String {
    let content = markup(element.children, in: file)
    let name: String
    let reference: String
    switch element["href"].flatMap(links.target) {
    case .label(let id):
      let other = files[id] ?? file
      reference = " href=\"\(other == file ? "" : other)#\(HTMLText.escaped(id))\""
      name = "a"
    case .address(let address):
      reference = " href=\"\(HTMLText.escaped(address))\""
      name = "a"
    case nil: (name, reference) = ("span", "")
    }
    var role = ""
    if name == "a", element["href"]?.hasPrefix("#") == true {
      if isInNotes, element.has(class: "ritorno") || content.contains("↩") {
        role = " role=\"doc-backlink\""
      } else if element["href"]?.firstRange(of: "nota-") != nil, !isInNotes {
        role = " epub:type=\"noteref\" role=\"doc-noteref\""
      }
    }
    return "<\(name)\(attributes(element))\(reference)\(role)>\(content)</\(name)>"
  }

  // Pictures

  private mutating func picture(_ element: HTMLElement) -> String {
    let words = HTMLText.escaped(element["alt"] ?? "")
    guard let address = element["src"], let path = links.file(of: address) else { return words }
    let ending = Path.ending(of: path)
    guard ShownPictures.mediaTypes[ending] != nil else { return words }
    let name = names[path] ?? "immagini/\(names.count + 1).\(ending)"
    names[path] = name
    pictures[name] = path
    return "<img src=\"\(name)\" alt=\"\(words)\"/>"
  }

  private mutating func drawing(_ element: HTMLElement) -> String {
    holdsDrawing = true
    return element.drawing(style: drawingStyle) ?? ""
  }
}
