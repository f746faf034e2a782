/// The structure of a tagged PDF as poppler prints it, an element to a line, deeper ones further in.
struct TaggedText {
  /// The same as a page of HTML.
  private(set) var page = ""
  /// The elements that are open, with how far in they stand, and what ends them.
  private var open: [(indent: Int, end: String)] = []

  init(_ printed: String) {
    for line in printed.split(whereSeparator: \.isNewline) {
      let indent = line.prefix { $0 == " " }.count
      let words = line.dropFirst(indent)
      // An attribute: `/Placement /Block`.
      if words.hasPrefix("/") { continue }
      close(to: indent)
      if words.hasPrefix("\"") {
        page += TaggedText.escaped(words.dropFirst().dropLast(words.hasSuffix("\"") ? 1 : 0))
      } else {
        begin(String(words.prefix { $0 != " " && $0 != ":" }), indent)
      }
    }
    close(to: 0)
  }

  private mutating func close(to indent: Int) {
    while let last = open.last, last.indent >= indent {
      page += last.end
      open.removeLast()
    }
  }

  private mutating func begin(_ name: String, _ indent: Int) {
    guard let tags = TaggedText.tags[name] else { return }
    page += tags.start
    open.append((indent, tags.end))
  }

  /// Of the standard structure types (ISO 32000-2, 14.8.4); what is none of them says nothing of its words.
  private static let tags: [String: (start: String, end: String)] = {
    var all: [String: (start: String, end: String)] = [
      "P": ("<p>", "</p>"), "H": ("<h1>", "</h1>"), "Title": ("<p class=\"title\">", "</p>"),
      "L": ("<ul>", "</ul>"), "LI": ("<li>", "</li>"),
      "Lbl": ("<span style=\"mso-list:Ignore\">", "</span>"),
      "Table": ("<table>", "</table>"), "TR": ("<tr>", "</tr>"), "TH": ("<th>", "</th>"),
      "TD": ("<td>", "</td>"), "Caption": ("<p>", "</p>"), "BlockQuote": ("<div>", "</div>"),
      "TOC": ("<div style=\"mso-element:toc\">", "</div>"), "Formula": ("<p>", "</p>"),
      "Sect": ("<div>", "</div>"), "Div": ("<div>", "</div>"), "Figure": ("<div>", "</div>"),
      "Note": ("<div>", "</div>"), "FENote": ("<div>", "</div>"),
    ]
    for level in 1...6 { all["H\(level)"] = ("<h\(level)>", "</h\(level)>") }
    return all
  }()

  private static func escaped(_ text: Substring) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").description
  }
}
