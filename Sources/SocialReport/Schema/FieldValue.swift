package import Diagnostics

/// A field's value, of the type its key names.
package enum FieldValue: Sendable {
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
  case list([FieldValue])
  case record(FieldValues)
}
