import Diagnostics

/// What keeps a document from being read, in words for someone who has never seen YAML.
struct YAMLFault {
  let message: Phrase
  let help: Phrase
  /// Bytes of the document.
  let place: Range<Int>
  /// Another place that explains it.
  var note: (message: Phrase, place: Range<Int>)?
  var identifier = Diagnostic.Identifier.yamlSyntax

  init(
    _ message: Phrase, help: Phrase, at place: Range<Int>,
    note: (message: Phrase, place: Range<Int>)? = nil
  ) {
    (self.message, self.help, self.place, self.note) = (message, help, place, note)
  }

  /// - Parameter offset: the byte of the file where the document begins.
  func diagnostic(in file: SourceFile.ID, offset: Int) -> Diagnostic {
    func range(_ bytes: Range<Int>) -> SourceRange {
      SourceRange(
        file: file,
        bytes: bytes.lowerBound + offset..<max(bytes.upperBound, bytes.lowerBound + 1) + offset)
    }
    return Diagnostic(
      identifier, message, help: help, at: range(place),
      notes: note.map { [.init($0.message, at: range($0.place))] } ?? [])
  }
}

/// Texts between quotes, as they are proposed to an author.
enum Quoting {
  private static let longest = 60
  private static let (kept, keptAtEnd) = (36, 14)

  /// The text between the quotes that need nothing changed in it; the middle of a long one left out.
  static func quoted(_ text: String) -> String {
    let shown = shortened(text)
    let needsCare = text.contains("\"") || text.contains("\\")
    if !needsCare { return "\"\(shown)\"" }
    if !text.contains("'") { return "'\(shown)'" }
    return "\""
      + shown.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }

  static func shortened(_ text: String) -> String {
    guard text.count > longest else { return text }
    return "\(text.prefix(kept)) … \(text.suffix(keptAtEnd))"
  }
}
