package import Diagnostics

/// A period as two dates under names of their own (`da:`, `a:`).
package struct DateRange: Entity {
  package var start = Sourced(CalendarDate.unread, at: .unread)
  package var end = Sourced(CalendarDate.unread, at: .unread)

  package init(place: SourceRange) {}

  package static let declaration = Declaration<DateRange>([
    .required(\.start, "da", "from", .date, "l'inizio", "the beginning"),
    .required(\.end, "a", "to", .date, "la fine", "the end"),
  ])
}
