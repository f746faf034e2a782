package import Diagnostics

/// A value of the report that is written as fields.
package protocol Entity: FieldRepresentable {
  /// With nothing read yet: what is required holds a placeholder until it is.
  init(place: SourceRange)
  static var declaration: Declaration<Self> { get }
  /// Settles what does not follow from one field alone; false where there is no entity after all.
  mutating func settle(_ values: FieldValues) -> Bool
}

extension Entity {
  package mutating func settle(_ values: FieldValues) -> Bool { true }

  /// Nil where a required field is missing, which was reported when the fields were read.
  package init?(_ values: FieldValues) {
    self.init(place: values.place)
    for (index, field) in Self.declaration.fields.enumerated() {
      guard let value = values[index: index] else {
        guard field.isEssential else { continue }
        guard let other = field.field.alternative, values[other] != nil else { return nil }
        continue
      }
      guard field.set(value, &self) || !field.isEssential else { return nil }
    }
    guard settle(values) else { return nil }
  }

  package init?(fieldValue: FieldValue) {
    guard case .record(let values) = fieldValue else { return nil }
    self.init(values)
  }

  package var fieldValue: FieldValue {
    var values = FieldValues(table: Self.declaration.table, place: .unread)
    for (index, field) in Self.declaration.fields.enumerated() {
      values[index: index] = field.value(self)
    }
    return .record(values)
  }

  /// Its fields that hold something, in the order of the declaration.
  package var stated: [(field: Field, value: FieldValue)] {
    Self.declaration.fields.compactMap { field in
      guard let value = field.value(self), !value.isUnread else { return nil }
      return (field.field, value)
    }
  }
}

extension FieldValue {
  /// Whether it only stands where a text will be.
  var isUnread: Bool { if case .text(let text) = self { text.place == .unread } else { false } }
}

extension SourceRange {
  /// Of what was never read.
  package static let unread = SourceRange.wholeFile(SourceFile.ID(-1))
}

/// The fields of an entity, in the order of the manual, each with the property that takes it.
package struct Declaration<Owner: Entity>: Sendable {
  package let fields: [FieldOf<Owner>]
  package let table: FieldTable

  init(_ fields: [FieldOf<Owner>], refusesEmpty: Bool = false) {
    self.fields = fields
    var table = FieldTable(fields.map(\.field))
    table.refusesEmpty = refusesEmpty
    self.table = table
  }

  /// The same fields, which do harm when they are empty, such as links of a menu.
  var refusingEmpty: Declaration { Declaration(fields, refusesEmpty: true) }

  /// The same fields, of which none stands on a page.
  func going(_ it: String, _ en: String) -> Declaration {
    Declaration(fields.map { $0.going(it, en) }, refusesEmpty: table.refusesEmpty)
  }
}
