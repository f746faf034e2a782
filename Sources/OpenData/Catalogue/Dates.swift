import Diagnostics
import SocialReport

/// Dates of the content as the catalogue states them.
enum Dates {
  /// Typed by how exactly the date is known.
  static func value(_ date: CalendarDate) -> Graph.Value {
    let type = date.day != nil ? "date" : date.month != nil ? "gYearMonth" : "gYear"
    return .typed(date.iso8601, .xsd(type))
  }

  /// The newest date that an edition states of itself; one that states none ends with its period.
  static func modified(_ edition: Edition) -> CalendarDate {
    let stated =
      edition.objectives.map(\.updatedOn.value) + edition.achievements.map(\.updatedOn.value)
      + edition.contexts.map(\.updatedOn.value)
      + [edition.publishedOn?.value, edition.updatedOn?.value].compactMap(\.self)
    return stated.max() ?? last(of: edition.period.value)
  }

  /// A period that is known by its years or months begins with their first day.
  static func first(of period: Period) -> CalendarDate {
    let start = period.start
    return CalendarDate(year: start.year, month: start.month ?? 1, day: start.day ?? 1) ?? start
  }

  static func last(of period: Period) -> CalendarDate {
    let (year, month) = (period.end.year, period.end.month ?? 12)
    let day = period.end.day ?? CalendarDate.days(inMonth: month, of: year)
    return CalendarDate(year: year, month: month, day: day) ?? period.end
  }
}
