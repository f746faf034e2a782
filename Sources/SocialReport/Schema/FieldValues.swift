package import Diagnostics

/// The fields of one entity, by the English names.
package struct FieldValues: Sendable {
  package let table: FieldTable
  package let place: SourceRange
  private var values: [FieldValue?]
  /// The keys that were written without a value, where that is allowed.
  private var emptied: [(index: Int, place: SourceRange)] = []
  /// Whether something in it was told to be wrong.
  package var isFaulty = false

  package init(table: FieldTable, place: SourceRange) {
    self.table = table
    self.place = place
    self.values = [FieldValue?](repeating: nil, count: table.fields.count)
  }

  package subscript(index index: Int) -> FieldValue? {
    get { values[index] }
    set { values[index] = newValue }
  }

  /// A field by either of its names; nothing is set where there is no such field.
  package subscript(name: String) -> FieldValue? {
    get { table.index(of: name).flatMap { values[$0] } }
    set {
      if let index = table.index(of: name) { values[index] = newValue }
    }
  }

  package mutating func note(empty index: Int, at place: SourceRange) {
    emptied.append((index, place))
  }

  /// Where a key stands that was written without a value.
  package func emptyPlace(_ name: String) -> SourceRange? {
    guard let index = table.index(of: name) else { return nil }
    return emptied.first { $0.index == index }?.place
  }

  /// The same fields with an id, where they have a field for one.
  package func named(_ id: Sourced<String>) -> FieldValues {
    var copy = self
    copy["id"] = .text(id)
    return copy
  }

  package func text(_ name: String) -> Sourced<String>? {
    if case .text(let value) = self[name] { value } else { nil }
  }

  /// Every Markdown text of the record and of those inside it.
  package var proses: [EmbeddedText] { values.compactMap(\.self).flatMap(\.proses) }

  /// Every text without Markdown that is printed, of the record and of those inside it.
  package var plainTexts: [Sourced<String>] {
    zip(table.fields, values).flatMap { key, value -> [Sourced<String>] in
      guard key.holdsWords, let value else { return [] }
      return value.plainTexts(of: key.type)
    }
  }
}

extension FieldValue {
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
