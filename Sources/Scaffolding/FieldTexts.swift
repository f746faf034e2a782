package import SocialReport

/// What is to stand in some fields of a record, each of them once.
package struct FieldTexts: Sendable {
  package private(set) var all: [(field: Field, text: String)] = []

  package init() {}

  /// By the English name of a field.
  package subscript(name: String) -> String? { all.first { $0.field.english == name }?.text }

  /// In the place of what was said of the field before; an empty text says nothing.
  package mutating func set(_ text: String, for field: Field) {
    all.removeAll { $0.field.english == field.english }
    if !text.isEmpty { all.append((field, text)) }
  }
}
