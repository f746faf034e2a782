/// A stretch of time from one date to another, both included.
package struct Period: Hashable, Comparable, Sendable {
  package let start: CalendarDate
  package let end: CalendarDate

  /// Nil where the end lies before the start; from a January to a December it is told in years.
  package init?(_ start: CalendarDate, _ end: CalendarDate) {
    guard start <= end else { return nil }
    if start.month == 1, start.day == nil, end.month == 12, end.day == nil,
      let first = CalendarDate(year: start.year), let last = CalendarDate(year: end.year)
    {
      (self.start, self.end) = (first, last)
    } else {
      (self.start, self.end) = (start, end)
    }
  }

  package init(_ date: CalendarDate) {
    self.start = date
    self.end = date
  }

  /// From September to August, as schools count; nil outside the calendar.
  package init?(schoolYearFrom year: Int) {
    guard let start = CalendarDate(year: year, month: 9),
      let end = CalendarDate(year: year + 1, month: 8)
    else { return nil }
    self.init(start, end)
  }

  /// ISO 8601, an interval with `/` where it is one.
  package var iso8601: String {
    start == end ? start.iso8601 : start.iso8601 + "/" + end.iso8601
  }

  /// ISO 8601 as authors can take it back: two years side by side by their months, since `2016/2017`
  /// is how a school year is written.
  package var readableISO8601: String {
    guard start.month == nil, end.month == nil, end.year == start.year + 1 else { return iso8601 }
    return "\(start.year)-01/\(end.year)-12"
  }

  package static func < (a: Period, b: Period) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
