import SocialReport
import Theme

/// A period as it stands under an axis: short, on one line or two.
struct PeriodName: Sendable {
  let first: String
  let second: String?
  /// Whether the second line is the year, which neighbours need not repeat.
  let sharesSecond: Bool

  init(_ period: Period, _ formats: Formats) {
    let (start, end) = (period.start, period.end)
    if let year = period.schoolYear {
      first = Period.written(schoolYear: year)
      second = nil
      sharesSecond = true
    } else if let part = period.partOfYear {
      first = formats.strings.format(
        part.months == 3 ? "date.quarter-short" : "date.half-short",
        ["n": formats.ordinal(part.number)])
      second = String(start.year)
      sharesSecond = true
    } else if start == end {
      first = PeriodName.day(start, formats) ?? String(start.year)
      second = start.month == nil ? nil : String(start.year)
      sharesSecond = true
    } else if let from = PeriodName.day(start, formats), let to = PeriodName.day(end, formats) {
      let isOneYear = start.year == end.year
      first = isOneYear ? "\(from)–\(to)" : "\(from) \(start.year)–"
      second = isOneYear ? String(end.year) : "\(to) \(end.year)"
      sharesSecond = isOneYear
    } else {
      // Of 2019–2021 the second century says nothing.
      let isOneCentury = start.year / 100 == end.year / 100 && end.year % 100 >= 10
      first = "\(start.year)–\(isOneCentury ? String(end.year % 100) : String(end.year))"
      second = nil
      sharesSecond = true
    }
  }

  /// A month or a day of it, without the year; nil for a whole year.
  private static func day(_ date: CalendarDate, _ formats: Formats) -> String? {
    guard let month = date.month else { return nil }
    let name = formats.strings["months-short.\(month)"]
    return date.day.map { "\($0) \(name)" } ?? name
  }
}

extension Period {
  /// The middle of the period in years, close enough to put it on an axis.
  package var moment: Double { (Period.beginning(of: start) + Period.ending(of: end)) / 2 }

  private static func beginning(of date: CalendarDate) -> Double {
    Double(date.year) + Double((date.month ?? 1) - 1) / 12 + Double((date.day ?? 1) - 1) / 372
  }

  private static func ending(of date: CalendarDate) -> Double {
    guard let month = date.month else { return Double(date.year + 1) }
    return Double(date.year) + Double(month - 1) / 12 + Double(date.day ?? 31) / 372
  }
}
