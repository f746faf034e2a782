import Diagnostics

/// A field of an entity together with the property that takes it.
package struct FieldOf<Owner: Entity>: Sendable {
  package private(set) var field: Field
  /// Whether there is no entity without it.
  let isEssential: Bool
  /// Puts a value where it belongs; false where it is of another type.
  let set: @Sendable (FieldValue, inout Owner) -> Bool
  /// What the property holds; nil for nothing.
  package let value: @Sendable (Owner) -> FieldValue?
  /// Calls a body with each value of a kind that the property holds.
  private let visitValue:
    @Sendable (Owner, FieldType, SoughtKind, (FieldValue, FieldType) -> Void) -> Void

  static func required<Value: FieldRepresentable>(
    _ path: any (WritableKeyPath<Owner, Value> & Sendable), _ italian: String, _ english: String,
    _ form: Form<Value>, _ it: String, _ en: String
  ) -> FieldOf {
    stored(path, Field(italian, english, form.type, isRequired: true, Phrase(it: it, en: en)))
  }

  static func optional<Value: FieldRepresentable>(
    _ path: any (WritableKeyPath<Owner, Value?> & Sendable), _ italian: String, _ english: String,
    _ form: Form<Value>, _ it: String, _ en: String
  ) -> FieldOf {
    absent(path, Field(italian, english, form.type, isRequired: false, Phrase(it: it, en: en)))
  }

  /// A field that its author must fill, though there is an entity without it.
  static func expected<Value: FieldRepresentable>(
    _ path: any (WritableKeyPath<Owner, Value?> & Sendable), _ italian: String, _ english: String,
    _ form: Form<Value>, _ it: String, _ en: String
  ) -> FieldOf {
    absent(path, Field(italian, english, form.type, isRequired: true, Phrase(it: it, en: en)))
  }

  /// A field whose property has a value where nothing is written.
  static func optional<Value: FieldRepresentable>(
    _ path: any (WritableKeyPath<Owner, Value> & Sendable), _ italian: String, _ english: String,
    _ form: Form<Value>, _ it: String, _ en: String
  ) -> FieldOf {
    stored(path, Field(italian, english, form.type, isRequired: false, Phrase(it: it, en: en)))
  }

  private static func absent<Value: FieldRepresentable>(
    _ path: any (WritableKeyPath<Owner, Value?> & Sendable), _ field: Field
  ) -> FieldOf {
    FieldOf(
      field: field, isEssential: false,
      set: { value, owner in
        guard let value = Value(fieldValue: value) else { return false }
        owner[keyPath: path] = value
        return true
      }, value: { $0[keyPath: path]?.fieldValue },
      visitValue: { $0[keyPath: path]?.visit($1, $2, $3) })
  }

  private static func stored<Value: FieldRepresentable>(
    _ path: any (WritableKeyPath<Owner, Value> & Sendable), _ field: Field
  ) -> FieldOf {
    var field = field
    field.isAlwaysThere = true
    return FieldOf(
      field: field, isEssential: field.isRequired,
      set: { value, owner in
        guard let value = Value(fieldValue: value) else { return false }
        owner[keyPath: path] = value
        return true
      }, value: { $0[keyPath: path].fieldValue },
      visitValue: { $0[keyPath: path].visit($1, $2, $3) })
  }
}

extension FieldOf {
  func visit(
    _ owner: Owner, _ kind: SoughtKind, _ body: (FieldValue, FieldType) -> Void
  ) {
    visitValue(owner, field.type, kind) { value, type in
      // What only stands where a text will be is none.
      if !value.isUnread { body(value, type) }
    }
  }
}

// What else there is to say of a field.
extension FieldOf {
  private func with(_ change: (inout Field) -> Void) -> FieldOf {
    var copy = self
    change(&copy.field)
    return copy
  }

  /// The same field, required in a case.
  func needed(_ it: String, _ en: String) -> FieldOf {
    with { $0.condition = Phrase(it: it, en: en) }
  }

  /// The same field, whose value is seen elsewhere than on a page.
  func going(_ it: String, _ en: String) -> FieldOf {
    with { $0.destination = Phrase(it: it, en: en) }
  }

  /// The same field, whose value names what the file is about.
  var asName: FieldOf {
    going("negli indirizzi delle pagine e nei rimandi", "into addresses and references")
  }

  /// The same field for a code of a register or a setting, in which digits tell nothing of a person.
  var withoutWords: FieldOf { with { $0.holdsWords = false } }

  /// The same field, which another may stand for.
  func orElse(_ alternative: String, _ it: String, _ en: String) -> FieldOf {
    needed(it, en).with { $0.alternative = alternative }
  }

  /// The same field, with another name in the open data.
  func published(as name: String) -> FieldOf { with { $0.publication = .under(name) } }

  /// The same field, which the open data do not have as it is written.
  var unpublished: FieldOf { with { $0.publication = .none } }
}
