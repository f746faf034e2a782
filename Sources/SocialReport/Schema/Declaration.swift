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
    let fields = Self.declaration.fields
    for index in fields.indices {
      guard let value = values[index: index] else {
        guard fields[index].isEssential else { continue }
        guard let other = fields[index].field.alternative, values[other] != nil else { return nil }
        continue
      }
      guard fields[index].set(value, &self) || !fields[index].isEssential else { return nil }
    }
    guard settle(values) else { return nil }
  }

  package init?(fieldValue: FieldValue) {
    guard case .record(let values) = fieldValue else { return nil }
    self.init(values)
  }

  package var fieldValue: FieldValue {
    var values = FieldValues(table: Self.declaration.table, place: .unread)
    let fields = Self.declaration.fields
    for index in fields.indices { values[index: index] = fields[index].value(self) }
    return .record(values)
  }

  /// Calls a body with each of its fields that hold something, in the order of the declaration.
  package func eachStated(_ body: (Field, FieldValue) -> Void) {
    let fields = Self.declaration.fields
    // By their numbers: to take a field out of the list would count a reference to each of its words.
    for index in fields.indices {
      guard let value = fields[index].value(self), !value.isUnread else { continue }
      body(fields[index].field, value)
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
  /// Those that may hold each kind, by its number.
  private let holders: [[FieldOf<Owner>]]

  init(_ fields: [FieldOf<Owner>], refusesEmpty: Bool = false) {
    self.fields = fields
    holders = SoughtKind.allCases.map { kind in
      fields.filter { kind.isHeld(by: $0.field.type) }
    }
    var table = FieldTable(fields.map(\.field))
    table.refusesEmpty = refusesEmpty
    self.table = table
  }

  /// The fields that are of a kind, or hold what is.
  func fields(holding kind: SoughtKind) -> [FieldOf<Owner>] { holders[kind.rawValue] }

  /// The same fields, which do harm when they are empty, such as links of a menu.
  var refusingEmpty: Declaration { Declaration(fields, refusesEmpty: true) }

  /// The same fields, of which none stands on a page.
  func going(_ it: String, _ en: String) -> Declaration {
    Declaration(fields.map { $0.going(it, en) }, refusesEmpty: table.refusesEmpty)
  }
}
