/// A date of the Gregorian calendar, as exactly as it is known: a day, a month or a year.
package struct CalendarDate: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int?
  package let day: Int?

  /// Nil where the calendar has no such day.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1000...2999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...CalendarDate.days(inMonth: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// What a date holds that was never read.
  package static let unread = CalendarDate(year: 1000)

  private init(year: Int) { (self.year, month, day) = (year, nil, nil) }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// As it is written by hand where there is a day: `29/06/2020`; else as `iso8601`.
  package var inFigures: String {
    guard let month, let day else { return iso8601 }
    return (day < 10 ? "0" : "") + "\(day)/" + (month < 10 ? "0" : "") + "\(month)/\(year)"
  }

  /// ISO 8601, reduced to what is known: `2020-06-29`, `2020-06`, `2020`.
  package var iso8601: String {
    var text = String(year)
    if let month { text += month < 10 ? "-0\(month)" : "-\(month)" }
    if let day { text += day < 10 ? "-0\(day)" : "-\(day)" }
    return text
  }

  /// In order of time; what is known less exactly stands before what lies in it.
  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}
