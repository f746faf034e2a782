import Content
import Diagnostics
import SocialReport

/// The lines of a record, in the words of its declaration.
struct RecordLines {
  let table: FieldTable
  let language: Language
  private(set) var lines: [String] = []
  private let indent: String

  init(_ table: FieldTable, _ language: Language, indent: String = "") {
    (self.table, self.language, self.indent) = (table, language, indent)
  }

  /// A file of a kind, which begins with what is to be written where, and says what it is.
  init(_ kind: EntityKind, _ language: Language) {
    self.init(kind.table, language)
    let heading = FileHeading.of(kind).text(in: language)
    lines = YAMLText.comment(heading) + [kind.statement.text(in: language)]
  }

  /// A field with a text.
  mutating func write(_ field: String, _ value: String) {
    lines.append("\(indent)\(name(field)): \(YAMLText.scalar(value))")
  }

  /// A field with what somebody answered; words of ours in its place are to be confirmed.
  mutating func write(_ field: String, _ answer: AnsweredText) {
    if answer.isPlaceholder { propose(field, answer.text) } else { write(field, answer.text) }
  }

  /// A field with a text, where there is one.
  mutating func write(_ field: String, _ value: String?) {
    if let value { write(field, value) }
  }

  /// A field with what is known, or proposed; one that somebody is to fill where it is not.
  mutating func write(_ field: String, _ value: String?, isGuess: Bool) {
    guard let value else { return leave(field) }
    if isGuess { propose(field, value) } else { write(field, value) }
  }

  /// A field with a word of its list, by the English one.
  mutating func write(_ field: String, word: String) {
    write(field, self.word(word, of: field))
  }

  /// A word of a field's list in the language of the file.
  func word(_ english: String, of field: String) -> String {
    let words = index(field).map { table.fields[$0].type.listedWords } ?? []
    let found = words.first { $0.english == english }
    return found.map { language == .italian ? $0.italian : $0.english } ?? english
  }

  /// A field with what is likely, which somebody is to confirm.
  mutating func propose(_ field: String, _ value: String) {
    write(field, value)
    markLast()
  }

  /// The same with a word of its list.
  mutating func propose(_ field: String, word: String) {
    write(field, word: word)
    markLast()
  }

  private mutating func markLast() {
    guard let line = lines.popLast() else { return }
    lines.append("\(line)  # \(PendingField.mark.text(in: language))")
  }

  mutating func write(_ field: String, _ flag: Bool) {
    let word = flag ? Phrase(it: "sì", en: "yes") : Phrase(it: "no", en: "no")
    lines.append("\(indent)\(name(field)): \(word.text(in: language))")
  }

  /// A field with a text of several lines.
  mutating func write(_ field: String, paragraph: String) {
    lines.append("\(indent)\(name(field)): |")
    lines += paragraph.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : "\(indent)  \($0)"
    }
  }

  /// A field that somebody is to fill, below what belongs there; or that is to be confirmed.
  mutating func leave(_ field: String) {
    explain(field)
    lines.append("\(indent)\(name(field)):")
  }

  /// What a field is, and how it is written.
  mutating func explain(_ field: String) {
    guard let index = index(field) else { return }
    let words = table.fields[index].advice.text(in: language)
    lines += YAMLText.comment(YAMLText.folded(words, width: 96), indent: indent)
  }

  /// Lines that stand below a field.
  mutating func write(_ field: String, below inner: [String]) {
    lines.append("\(indent)\(name(field)):")
    lines += inner
  }

  mutating func add(_ more: [String]) { lines += more }

  func name(_ field: String) -> String {
    guard let index = index(field) else { return field }
    return language == .italian ? table.fields[index].italian : table.fields[index].english
  }

  /// The table of the records that a field holds.
  func inner(_ field: String) -> FieldTable? {
    index(field).flatMap { table.fields[$0].type.innerTable }
  }

  private func index(_ field: String) -> Int? { table.index(of: field) }

  /// As an entry of a list, with a hyphen before its first field.
  var entry: [String] {
    guard let first = lines.first(where: { !$0.hasPrefix("#") }) else { return [] }
    return ["- " + first] + lines.filter { !$0.hasPrefix("#") }.dropFirst().map { "  " + $0 }
  }
}
