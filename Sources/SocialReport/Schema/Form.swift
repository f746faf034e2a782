import Diagnostics

/// What a field holds and how it is read, with the type of the property that takes it.
package struct Form<Value: FieldRepresentable>: Sendable {
  package let type: FieldType

  fileprivate init(_ type: FieldType) { self.type = type }
}

extension Form where Value == Sourced<String> {
  /// One paragraph of plain text; lengths in characters.
  static func text(minimum: Int? = nil, maximum: Int? = nil) -> Form {
    Form(.text(minimum: minimum, maximum: maximum))
  }
  static func reference(_ register: Reference) -> Form { Form(.reference(register)) }
  static func digits(_ count: Int) -> Form { Form(.digits(count)) }
  static func code(_ length: Int) -> Form { Form(.code(length)) }
  /// A word of a list that has no type of its own, such as a letter of a code list.
  static func letter(_ words: FieldType) -> Form { Form(words) }
  static var text: Form { text() }
  static var slug: Form { Form(.slug) }
  static var edition: Form { Form(.edition) }
  static var label: Form { Form(.label) }
  static var url: Form { Form(.url) }
  static var siteAddress: Form { Form(.siteAddress) }
  static var file: Form { Form(.file) }
  static var email: Form { Form(.email) }
  static var pnrrMeasure: Form { Form(.pnrrMeasure) }
  static var budgetMission: Form { Form(.budgetMission) }
}

extension Form where Value == EmbeddedText {
  static var markdown: Form { Form(.markdown) }
}

extension Form where Value == Premise {
  static var premise: Form { Form(.markdown) }
}

extension Form where Value == Sourced<Int> {
  static func integer(_ range: ClosedRange<Int>) -> Form { Form(.integer(range)) }
  static var year: Form { integer(1990...2200) }
}

extension Form where Value == Sourced<DecimalNumber> {
  static var decimal: Form { Form(.decimal) }
  static var money: Form { Form(.money) }
}

extension Form where Value == Sourced<Observation.Value> {
  static var observedValue: Form { Form(.observedValue) }
}

extension Form where Value == Sourced<Bool> {
  static var flag: Form { Form(.flag) }
}

extension Form where Value == Sourced<CalendarDate> {
  static var date: Form { Form(.date) }
}

extension Form where Value == Sourced<Period> {
  static var period: Form { Form(.period) }
  /// Two years, the earlier first.
  static var yearPair: Form { Form(.yearPair) }
}

extension Form where Value == Sourced<Period?> {
  static var dateOrUnknown: Form { Form(.dateOrUnknown) }
}

extension Form {
  /// One word of a list.
  static func choice<Word: Choice>(_ words: FieldType) -> Form where Value == Sourced<Word> {
    Form(words)
  }

  /// One word of a list, or any text.
  static func openChoice<Word: OpenChoice>(_ words: FieldType) -> Form
  where Value == OpenWord<Word> {
    Form(words)
  }

  /// Names that are free, each with one of some words.
  static func settings(_ words: [FieldType.Word]) -> Form where Value == RuleSettings {
    Form(.choices(words))
  }

  static func list<Element>(_ element: Form<Element>) -> Form where Value == [Element] {
    Form(.list(element.type))
  }
}

extension Form where Value: Entity {
  /// The fields of an entity inside another.
  static var record: Form { Form(.record(Value.declaration.table)) }
}

extension Form where Value == [Observation] {
  /// A list of observations, or the name of a CSV file that holds them.
  static var observations: Form { Form(.observations(Observation.declaration.table)) }
}
