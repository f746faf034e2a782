import Hypertext
import Markdown

extension ProseWriter {
  /// The pictures of a paragraph that has nothing else, where they have captions or are several; nil for one
  /// that is written as others are.
  static func pictures(of paragraph: Node) -> [Node]? {
    var pictures: [Node] = []
    var child = paragraph.firstChild
    while let node = child {
      switch node.kind {
      case .image: pictures.append(node)
      case .softBreak, .lineBreak: break
      case .text where node.literal.allSatisfy(\.isWhitespace): break
      default: return nil
      }
      child = node.next
    }
    guard let first = pictures.first else { return nil }
    return pictures.count > 1 || !ProsePicture.caption(of: first).isEmpty ? pictures : nil
  }

  /// Figures, side by side where there are several and room.
  mutating func write(_ pictures: [Node], of paragraph: Node, to page: inout PageWriter) {
    page.html.startLine()
    if pictures.count > 1 { page.html.append(markup: "<div class=\"affiancate\">\n") }
    begin(paragraph: &page)
    for node in pictures {
      page.html.append(markup: "<figure class=\"foto\">")
      picture(node, caption: ("<figcaption>", "</figcaption>"), to: &page)
      page.html.append(markup: "</figure>\n")
    }
    end(paragraph: paragraph, &page)
    if pictures.count > 1 { page.html.append(markup: "</div>\n") }
  }

  /// A picture with what stands below it.
  func picture(
    _ node: Node, caption tags: (opening: StaticString, closing: StaticString),
    to page: inout PageWriter
  ) {
    guard let picture = ProsePicture.html(node, prose, &page.state) else { return }
    page.html.append(picture)
    let caption = ProsePicture.caption(of: node)
    guard !caption.isEmpty else { return }
    page.html.append(markup: tags.opening)
    write(caption.utf8.span, of: node, to: &page)
    page.html.append(markup: tags.closing)
  }
}
