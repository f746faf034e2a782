package import Diagnostics

/// The fields of a kind of file or of a record inside one, in the order of the manual.
package struct FieldTable: Sendable {
  package let fields: [Field]
  private let indexes: [String: Int]
  /// All fields by their names, for messages; there may be one for every line of a file.
  package let listing: Phrase
  /// Whether a key that is written with nothing behind it is a mistake even where it may be absent.
  package internal(set) var refusesEmpty = false

  package init(_ fields: [Field]) {
    self.fields = fields
    var indexes: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      indexes[field.italian] = index
      indexes[field.english] = index
    }
    self.indexes = indexes
    listing = Phrase(
      it: "i campi sono: " + fields.map(\.italian).joined(separator: ", "),
      en: "the fields are: " + fields.map(\.english).joined(separator: ", "))
  }

  /// The place of a key by either of its names.
  package func index(of name: String) -> Int? { indexes[name] }

  /// Whether one of the fields may be the name of a CSV file.
  package var holdsObservations: Bool {
    fields.contains { if case .observations = $0.type { true } else { false } }
  }

  /// All names, for near misses.
  package var names: [String] { fields.map(\.italian) + fields.map(\.english) }
}
