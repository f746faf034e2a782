/// A stretch of time from one date to another, both included.
package struct Period: Hashable, Comparable, Sendable {
  package let start: CalendarDate
  package let end: CalendarDate

  /// Nil where the end lies before the start.
  package init?(_ start: CalendarDate, _ end: CalendarDate) {
    guard start <= end else { return nil }
    self.start = start
    self.end = end
  }

  package init(_ date: CalendarDate) {
    self.start = date
    self.end = date
  }

  /// ISO 8601, an interval with `/` where it is one.
  package var iso8601: String {
    start == end ? start.iso8601 : start.iso8601 + "/" + end.iso8601
  }

  package static func < (a: Period, b: Period) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
