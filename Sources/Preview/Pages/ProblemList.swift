import Diagnostics

/// Diagnostics as a person reads them in a browser: place, sentence, excerpt with caret, help.
package struct ProblemList {
  private var locator: Locator
  private let language: Language
  private let editor: Editor?

  init(_ sources: [SourceFile], _ language: Language, _ editor: Editor?) {
    locator = Locator(sources)
    (self.language, self.editor) = (language, editor)
  }

  mutating func items(_ diagnostics: some Sequence<Diagnostic>) -> EscapedHTML {
    var list: EscapedHTML = "<ol class=\"problemi\">"
    for diagnostic in diagnostics { list += item(diagnostic) }
    return list + "</ol>"
  }

  private mutating func item(_ diagnostic: Diagnostic) -> EscapedHTML {
    let severity = Words.severity(diagnostic.severity)
    let help = diagnostic.help.map { help -> EscapedHTML in
      """
      <p>\(Words.help.text(in: language)): \(ProblemList.withCode(help.text(in: language)))</p>
      """
    }
    return """
      <li class="\(severity.english)" \
      data-chiave="\(diagnostic.identifier.rawValue) \(diagnostic.message.italian)">\(place(diagnostic.place))
      <p><strong>\(severity.text(in: language))</strong> \
      \(ProblemList.withCode(diagnostic.message.text(in: language))) \
      <span class="nome">\(diagnostic.identifier.rawValue)</span></p>\
      \(excerpt(diagnostic.place))\(diagnostic.notes.map { note($0) })\(help)</li>
      """
  }

  private mutating func note(_ note: Diagnostic.Note) -> EscapedHTML {
    """
    <div class="nota">\(place(note.place))<p>\(ProblemList.withCode(note.message.text(in: language)))</p>\
    \(excerpt(note.place))</div>
    """
  }

  /// A place as a link that opens the editor there.
  mutating func place(_ place: SourceRange?) -> EscapedHTML? {
    guard let place, let location = locator.location(of: place) else { return nil }
    let isWhole = place.bytes == 0..<0
    let name = isWhole ? location.path : "\(location.path):\(location.line):\(location.column)"
    return "<p class=\"dove\">\(link(location.path, location.line, location.column, name))</p>"
  }

  /// A file as a link that opens the editor.
  func file(_ id: SourceFile.ID) -> EscapedHTML? {
    locator.sources[id].map { link($0.path) }
  }

  func link(_ path: String) -> EscapedHTML { link(path, 1, 1, path) }

  private func link(_ path: String, _ line: Int, _ column: Int, _ name: String) -> EscapedHTML {
    // A long path is broken between its parts.
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let shown: EscapedHTML =
      "<code>\(EscapedHTML(joining: parts.enumerated().map { $0 == 0 ? "\($1)" : "/<wbr>\($1)" }))</code>"
    guard let url = editor?.url(path, line: line, column: column) else { return shown }
    return "<a href=\"\(url)\">\(shown)</a>"
  }

  private mutating func excerpt(_ place: SourceRange?) -> EscapedHTML? {
    guard let place, let excerpt = Excerpt(place, &locator) else { return nil }
    let gutter = String(excerpt.number)
    let margin = String(repeating: " ", count: gutter.count)
    let carets =
      String(repeating: " ", count: excerpt.indent) + String(repeating: "^", count: excerpt.width)
    return """
      <pre tabindex="0"><code>\(gutter) │ \(excerpt.line)
      <span aria-hidden="true">\(margin) │ \(carets)</span></code></pre>
      """
  }

  /// A sentence with what stands between backticks as code.
  package static func withCode(_ text: String) -> EscapedHTML {
    var result: EscapedHTML = ""
    for (number, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    {
      result += number % 2 == 0 ? "\(part)" : "<code>\(part)</code>"
    }
    return result
  }
}
