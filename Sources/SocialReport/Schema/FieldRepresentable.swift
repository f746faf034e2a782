package import Diagnostics

/// A type that holds the value of a field.
package protocol FieldRepresentable: Sendable {
  /// Nil where the value is of another type.
  init?(fieldValue: FieldValue)
  var fieldValue: FieldValue { get }
  /// Calls a body with each value of a kind that is in it, and its type, in the order of the declarations.
  func visit(_ type: FieldType, _ kind: SoughtKind, _ body: (FieldValue, FieldType) -> Void)
}

extension FieldRepresentable {
  package func visit(
    _ type: FieldType, _ kind: SoughtKind, _ body: (FieldValue, FieldType) -> Void
  ) {
    if kind.includes(type) { body(fieldValue, type) }
  }
}

/// A value that a field states at a place.
package protocol StatedValue: Sendable {
  static func stated(in value: FieldValue) -> Sourced<Self>?
  static func fieldValue(of stated: Sourced<Self>) -> FieldValue
}

extension Sourced: FieldRepresentable where Value: StatedValue {
  package init?(fieldValue: FieldValue) {
    guard let stated = Value.stated(in: fieldValue) else { return nil }
    self = stated
  }

  package var fieldValue: FieldValue { Value.fieldValue(of: self) }
}

extension Array: FieldRepresentable where Element: FieldRepresentable {
  /// What is no element was reported when it was read, and is left out.
  package init?(fieldValue: FieldValue) {
    guard case .list(let values) = fieldValue else { return nil }
    self = []
    // Series are most of a large report; as they are read, they stay until its end.
    reserveCapacity(values.count)
    for value in values { if let element = Element(fieldValue: value) { append(element) } }
  }

  package var fieldValue: FieldValue { .list(map { $0.fieldValue }) }

  package func visit(
    _ type: FieldType, _ kind: SoughtKind, _ body: (FieldValue, FieldType) -> Void
  ) {
    let element: FieldType? =
      switch type {
      case .list(let element): element
      case .observations(let table): .record(table)
      default: nil
      }
    guard let element else { return }
    for value in self { value.visit(element, kind, body) }
  }
}

extension EmbeddedText: FieldRepresentable {
  package init?(fieldValue: FieldValue) {
    guard case .markdown(let text) = fieldValue else { return nil }
    self = text
  }

  package var fieldValue: FieldValue { .markdown(self) }
}

extension String: StatedValue {
  package static func stated(in value: FieldValue) -> Sourced<String>? {
    switch value {
    case .text(let text), .choice(let text): text
    default: nil
    }
  }

  package static func fieldValue(of stated: Sourced<String>) -> FieldValue { .text(stated) }
}

extension Int: StatedValue {
  package static func stated(in value: FieldValue) -> Sourced<Int>? {
    if case .integer(let number) = value { number } else { nil }
  }

  package static func fieldValue(of stated: Sourced<Int>) -> FieldValue { .integer(stated) }
}

extension DecimalNumber: StatedValue {
  package static func stated(in value: FieldValue) -> Sourced<DecimalNumber>? {
    if case .decimal(let number) = value { number } else { nil }
  }

  package static func fieldValue(of stated: Sourced<DecimalNumber>) -> FieldValue {
    .decimal(stated)
  }
}

extension Observation.Value: StatedValue {
  package static func stated(in value: FieldValue) -> Sourced<Observation.Value>? {
    if case .observed(let observed) = value { observed } else { nil }
  }

  package static func fieldValue(of stated: Sourced<Observation.Value>) -> FieldValue {
    .observed(stated)
  }
}

extension Bool: StatedValue {
  package static func stated(in value: FieldValue) -> Sourced<Bool>? {
    if case .flag(let flag) = value { flag } else { nil }
  }

  package static func fieldValue(of stated: Sourced<Bool>) -> FieldValue { .flag(stated) }
}

extension CalendarDate: StatedValue {
  package static func stated(in value: FieldValue) -> Sourced<CalendarDate>? {
    if case .date(let date) = value { date } else { nil }
  }

  package static func fieldValue(of stated: Sourced<CalendarDate>) -> FieldValue { .date(stated) }
}

extension Period: StatedValue {
  package static func stated(in value: FieldValue) -> Sourced<Period>? {
    guard case .period(let stated) = value, let period = stated.value else { return nil }
    return Sourced(period, at: stated.place)
  }

  package static func fieldValue(of stated: Sourced<Period>) -> FieldValue {
    .period(stated.map { $0 })
  }
}

/// A date that may be stated to be unknown.
extension Period?: StatedValue {
  package static func stated(in value: FieldValue) -> Sourced<Period?>? {
    if case .period(let period) = value { period } else { nil }
  }

  package static func fieldValue(of stated: Sourced<Period?>) -> FieldValue { .period(stated) }
}

extension Choice {
  package static func stated(in value: FieldValue) -> Sourced<Self>? {
    guard case .choice(let word) = value, let choice = Self(rawValue: word.value) else {
      return nil
    }
    return Sourced(choice, at: word.place)
  }

  package static func fieldValue(of stated: Sourced<Self>) -> FieldValue {
    .choice(stated.map { $0.rawValue })
  }
}

/// A word of a list that is open: one of the known, or another, which is printed as it is written.
package struct OpenWord<Word: OpenChoice>: Sendable {
  package let word: Sourced<Word>
  /// What it is called where it is none of the known.
  package let name: Sourced<String>?
}

extension OpenWord: FieldRepresentable {
  package init?(fieldValue: FieldValue) {
    if let word = Word.stated(in: fieldValue) {
      self.init(word: word, name: nil)
    } else if case .text(let name) = fieldValue {
      self.init(word: Sourced(.other, at: name.place), name: name)
    } else {
      return nil
    }
  }

  package var fieldValue: FieldValue {
    name.map { .text($0) } ?? .choice(word.map { $0.rawValue })
  }
}
