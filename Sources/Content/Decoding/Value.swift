import Diagnostics
import SocialReport

/// A field's value, of the type its key names.
enum Value: Sendable {
  case text(Sourced<String>)
  case markdown(EmbeddedText)
  case integer(Sourced<Int>)
  case decimal(Sourced<DecimalNumber>)
  case observed(Sourced<Observation.Value>)
  case flag(Sourced<Bool>)
  case date(Sourced<CalendarDate>)
  /// Nil where the date is stated to be unknown.
  case period(Sourced<Period?>)
  /// The English word of a choice.
  case choice(Sourced<String>)
  /// Names with the English word of a choice each.
  case choices([(name: Sourced<String>, word: Sourced<String>)])
  case list([Value])
  case record(Record)
}

/// The fields of one entity, by the English names of their keys.
struct Record: Sendable {
  let table: Table
  let place: SourceRange
  private var values: [Value?]
  /// The keys that were written without a value, where that is allowed.
  private var emptied: [(index: Int, place: SourceRange)] = []
  /// Whether something in it was told to be wrong.
  var isFaulty = false

  init(table: Table, place: SourceRange) {
    self.table = table
    self.place = place
    self.values = [Value?](repeating: nil, count: table.keys.count)
  }

  subscript(index index: Int) -> Value? {
    get { values[index] }
    set { values[index] = newValue }
  }

  /// A field by either of its names; nothing is set where there is no such field.
  subscript(name: String) -> Value? {
    get { table.index(of: name).flatMap { values[$0] } }
    set {
      if let index = table.index(of: name) { values[index] = newValue }
    }
  }

  mutating func note(empty index: Int, at place: SourceRange) { emptied.append((index, place)) }

  /// Where a key stands that was written without a value.
  func emptyPlace(_ name: String) -> SourceRange? {
    guard let index = table.index(of: name) else { return nil }
    return emptied.first { $0.index == index }?.place
  }

  func text(_ name: String) -> Sourced<String>? {
    if case .text(let value) = self[name] { value } else { nil }
  }

  func markdown(_ name: String) -> EmbeddedText? {
    if case .markdown(let value) = self[name] { value } else { nil }
  }

  func integer(_ name: String) -> Sourced<Int>? {
    if case .integer(let value) = self[name] { value } else { nil }
  }

  func decimal(_ name: String) -> Sourced<DecimalNumber>? {
    if case .decimal(let value) = self[name] { value } else { nil }
  }

  func observed(_ name: String) -> Sourced<Observation.Value>? {
    if case .observed(let value) = self[name] { value } else { nil }
  }

  func flag(_ name: String) -> Bool? {
    if case .flag(let value) = self[name] { value.value } else { nil }
  }

  func date(_ name: String) -> Sourced<CalendarDate>? {
    if case .date(let value) = self[name] { value } else { nil }
  }

  func period(_ name: String) -> Sourced<Period?>? {
    if case .period(let value) = self[name] { value } else { nil }
  }

  func knownPeriod(_ name: String) -> Sourced<Period>? {
    guard let stated = period(name), let period = stated.value else { return nil }
    return Sourced(period, at: stated.place)
  }

  func choice<Word: Choice>(_ name: String, _: Word.Type = Word.self) -> Sourced<Word>? {
    guard case .choice(let value) = self[name], let word = Word(rawValue: value.value) else {
      return nil
    }
    return Sourced(word, at: value.place)
  }

  /// A word of an open list; for any other text the word that says so, with the text.
  func openChoice<Word: Choice>(_ name: String, other: Word)
    -> (word: Sourced<Word>, name: Sourced<String>?)?
  {
    if let word: Sourced<Word> = choice(name) { return (word, nil) }
    return text(name).map { (Sourced(other, at: $0.place), $0) }
  }

  /// The word of a choice that has no type of its own, such as a letter of a code list.
  func letter(_ name: String) -> String? {
    if case .choice(let value) = self[name] { value.value } else { nil }
  }

  /// Names with a word of a choice each.
  func choices<Word: Choice>(_ name: String, _: Word.Type = Word.self)
    -> [(name: Sourced<String>, word: Sourced<Word>)]
  {
    guard case .choices(let values) = self[name] else { return [] }
    return values.compactMap { name, word in
      Word(rawValue: word.value).map { (name, Sourced($0, at: word.place)) }
    }
  }

  func texts(_ name: String) -> [Sourced<String>] {
    guard case .list(let values) = self[name] else { return [] }
    return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  func records(_ name: String) -> [Record] {
    guard case .list(let values) = self[name] else { return [] }
    return values.compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  func record(_ name: String) -> Record? {
    if case .record(let value) = self[name] { value } else { nil }
  }

  /// Every Markdown text of the record and of those inside it.
  var proses: [EmbeddedText] { values.compactMap(\.self).flatMap(\.proses) }

  /// Every text without Markdown that is printed, of the record and of those inside it.
  var plainTexts: [Sourced<String>] {
    zip(table.keys, values).flatMap { key, value -> [Sourced<String>] in
      guard key.holdsWords, let value else { return [] }
      return value.plainTexts(of: key.type)
    }
  }
}

extension Value {
  fileprivate var proses: [EmbeddedText] {
    switch self {
    case .markdown(let text): [text]
    case .list(let values): values.flatMap(\.proses)
    case .record(let record): record.proses
    default: []
    }
  }

  fileprivate func plainTexts(of type: FieldType) -> [Sourced<String>] {
    switch self {
    case .text(let text): type.isPrinted ? [text] : []
    case .observed(let value):
      if case .text(let text) = value.value { [Sourced(text, at: value.place)] } else { [] }
    case .list(let values): values.flatMap { $0.plainTexts(of: type) }
    case .record(let record): record.plainTexts
    case .markdown, .integer, .decimal, .flag, .date, .period, .choice, .choices: []
    }
  }
}
