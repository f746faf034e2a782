package import Diagnostics

/// How long a period is, as a series that is drawn as one line must have it all along.
package enum Periodicity: Hashable, Sendable {
  case day, week, fortnight
  case days(Int)
  case months(Int)
  case years(Int)
  case schoolYear

  package init(_ period: Period) {
    let (start, end) = (period.start, period.end)
    if start == end {
      self = start.day != nil ? .day : start.month != nil ? .months(1) : .years(1)
    } else if period.schoolYear != nil {
      self = .schoolYear
    } else if start.month == nil, end.month == nil {
      self = .years(end.year - start.year + 1)
    } else if let first = start.day, let last = end.day, let from = start.month, let to = end.month,
      first != 1 || last != CalendarDate.days(inMonth: to, of: end.year)
    {
      self = Periodicity.of(
        days: Periodicity.days(to: end.year, to, last)
          - Periodicity.days(to: start.year, from, first)
          + 1)
    } else {
      let months =
        (end.year - start.year) * 12 + (end.month ?? 12) - (start.month ?? 1) + 1
      let isFromJanuary = (start.month ?? 1) == 1
      self = months % 12 == 0 && isFromJanuary ? .years(months / 12) : .months(months)
    }
  }

  /// Months and their parts are not all of one length.
  private static func of(days: Int) -> Periodicity {
    switch days {
    case 7: .week
    case 13...16: .fortnight
    case 28...31: .months(1)
    case 89...92: .months(3)
    case 181...184: .months(6)
    case 365, 366: .years(1)
    default: .days(days)
    }
  }

  /// The days from a fixed day on, by the Gregorian calendar.
  private static func days(to year: Int, _ month: Int, _ day: Int) -> Int {
    let before = year - 1
    let years = before * 365 + before / 4 - before / 100 + before / 400
    return (1..<max(month, 1)).reduce(years + day) {
      $0 + CalendarDate.days(inMonth: $1, of: year)
    }
  }

  /// What some of them are called.
  package var plural: Phrase {
    switch self {
    case .day: Phrase(it: "giorni", en: "days")
    case .week: Phrase(it: "settimane", en: "weeks")
    case .fortnight: Phrase(it: "quindicine", en: "fortnights")
    case .days(let count): Phrase(it: "periodi di \(count) giorni", en: "periods of \(count) days")
    case .months(1): Phrase(it: "mesi", en: "months")
    case .months(2): Phrase(it: "bimestri", en: "periods of two months")
    case .months(3): Phrase(it: "trimestri", en: "quarters")
    case .months(4): Phrase(it: "quadrimestri", en: "periods of four months")
    case .months(6): Phrase(it: "semestri", en: "half-years")
    case .months(let count):
      Phrase(it: "periodi di \(count) mesi", en: "periods of \(count) months")
    case .years(1): Phrase(it: "anni", en: "years")
    case .years(2): Phrase(it: "bienni", en: "periods of two years")
    case .years(3): Phrase(it: "trienni", en: "periods of three years")
    case .years(let count): Phrase(it: "periodi di \(count) anni", en: "periods of \(count) years")
    case .schoolYear: Phrase(it: "anni scolastici", en: "school years")
    }
  }
}
