package import Markdown

/// What lists and tables of templates and of authors' texts have in common.
package enum BlockMarkup {
  package static func list(_ list: Node) -> (opening: String, closing: String) {
    guard let start = list.listStart else { return ("<ul>\n", "</ul>\n") }
    return (start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n", "</ol>\n")
  }

  /// A paragraph right before a table that begins so is its caption.
  private static let captionMarks = ["Tabella:", "Table:"]

  /// The mark that a caption begins with; nil for any other paragraph.
  package static func caption(_ paragraph: Node) -> String? {
    guard paragraph.kind == .paragraph, let first = paragraph.firstChild, first.kind == .text
    else { return nil }
    let words = first.literal
    return captionMarks.first(where: words.hasPrefix)
  }

  /// The tags of a cell; the first of each row heads it.
  package static func cell(
    _ column: Int, isHeader: Bool, _ alignments: [Character?]
  ) -> (opening: String, closing: String) {
    let style =
      switch column < alignments.count ? alignments[column] : nil {
      case "r": " class=\"text-end\""
      case "c": " class=\"text-center\""
      default: ""
      }
    if isHeader { return ("<th scope=\"col\"\(style)>", "</th>") }
    return column == 0 ? ("<th scope=\"row\"\(style)>", "</th>") : ("<td\(style)>", "</td>")
  }
}
