import Diagnostics
import Site
import SocialReport

/// A whole document as the parts of a word processor's file (ISO/IEC 29500, Transitional).
struct WordDocument {
  /// The texts by their paths in the archive, in the archive's order.
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  /// The content's files by their paths in the archive.
  let pictures: [String: String]
  /// The pictures that no word processor shows, by their paths in the content.
  let unshown: [String]

  /// - Parameter selection: the parts that are wanted; nil for all.
  init(
    _ document: DocumentText, _ selection: DocumentText.Selection? = nil, drawingStyle: String
  ) {
    let nodes = HTMLTree.nodes(of: document.html).selected(selection)
    let title = selection?.heading ?? document.edition.name
    var writer = WordWriter(document, nodes, drawingStyle: drawingStyle)
    let (front, parts) = nodes.frontAndParts
    writer.paragraph("Title", WordXML.runs(title, WordLook()))
    if selection != nil {
      writer.paragraph("Lead", WordXML.runs(document.edition.name, WordLook()))
    }
    writer.blocks(front)
    writer.address(document)
    let opening = writer.body
    writer.body = ""
    writer.breaksPage = true
    writer.parts(parts)
    let contents = WordContents(entries: writer.contents).part(document.words["contents"] ?? "")
    let text = WordParts.text(
      opening + contents + writer.body
        + WordPage.upright.properties(isFirst: writer.sections == 0))
    let around = WordParts(document, title: title)
    var endings = Set(writer.media.pictures.keys.map { WordDocument.ending($0) })
    endings.formUnion(writer.media.drawings.map { WordDocument.ending($0.name) })
    let styles = WordStyles(document)
    let hasNotes = !writer.footnotes.isEmpty
    var texts =
      [
        ("[Content_Types].xml", WordParts.types(endings, hasNotes: hasNotes)),
        ("_rels/.rels", WordParts.relations),
        ("docProps/core.xml", around.core),
        (WordParts.mark, around.origin),
      ] + WordParts.originParts + [
        ("word/document.xml", text),
        (
          "word/_rels/document.xml.rels",
          WordParts.relations(ofText: writer.relations.list(ofNotes: false), hasNotes: hasNotes)
        ),
        ("word/styles.xml", styles.part), ("word/fontTable.xml", WordTheme.fonts),
        ("word/theme/theme1.xml", WordTheme.part(styles.colour)),
        ("word/numbering.xml", WordNumbering.part(writer.numbered)),
        ("word/settings.xml", around.settings(hasNotes: hasNotes)),
        ("word/header1.xml", around.header), ("word/footer1.xml", around.footer),
      ]
    if hasNotes {
      texts.append(("word/footnotes.xml", WordParts.footnotes(writer.footnotes)))
      texts.append(
        (
          "word/_rels/footnotes.xml.rels",
          WordRelations.file(writer.relations.list(ofNotes: true))
        ))
    }
    files = texts.map { ($0.0, Array($0.1.utf8)) }
    files += writer.media.drawings.map { ($0.name, $0.bytes) }
    pictures = writer.media.pictures
    unshown = writer.media.unshown.sorted()
  }

  private static func ending(_ path: String) -> String {
    String(path.split(separator: ".").last ?? "")
  }
}

extension WordWriter {
  /// The parts, those that are told and the lists of facts each within a bookmark of its own for the contents.
  fileprivate mutating func parts(_ nodes: [HTMLNode]) {
    let first =
      nodes.firstIndex { node in
        guard case .element(let element) = node, let id = element["id"] else { return false }
        return registers.contains(id)
      } ?? nodes.endIndex
    for (name, range) in [
      (WordContents.told, nodes[..<first]), (WordContents.closing, nodes[first...]),
    ] where !range.isEmpty {
      isClosing = name == WordContents.closing
      let (start, end) = bookmarks.ends(bookmarks.name(name))
      body += start
      blocks(Array(range))
      body += end
    }
    finish()
  }

  /// Where the document is on the web.
  fileprivate mutating func address(_ document: DocumentText) {
    let address = document.baseURL + document.edition.id.value + "/"
    let id = relations.id(.hyperlink, WordXML.address(address), inNotes: false)
    let label = (document.words["address"] ?? "") + ": "
    paragraph(
      nil,
      WordXML.runs(label, WordLook(style: "Minor"))
        + "<w:hyperlink r:id=\"\(id)\" w:history=\"1\">"
        + WordXML.runs(address, WordLook(style: "Hyperlink")) + "</w:hyperlink>")
  }
}
