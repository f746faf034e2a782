/// The stretches of time that people have names for.
extension Period {
  /// The year in which it begins, where it is a school year.
  package var schoolYear: Int? {
    guard start.month == 9, start.day == nil, end.month == 8, end.day == nil,
      end.year == start.year + 1
    else { return nil }
    return start.year
  }

  /// Which of the year's parts it is, counted from 1, and of how many months each: quarters and
  /// halves.
  package var partOfYear: (number: Int, months: Int)? {
    guard let first = start.month, let last = end.month, start.day == nil, end.day == nil,
      start.year == end.year
    else { return nil }
    let months = last - first + 1
    guard months == 3 || months == 6, (first - 1) % months == 0 else { return nil }
    return ((first - 1) / months + 1, months)
  }

  /// As authors write it, for messages: `2016/17`, `2021-T1`, `2021-S2`, `2021`, `2021-06`.
  package var written: String {
    if let year = schoolYear { return Period.written(schoolYear: year) }
    if let part = partOfYear {
      return "\(start.year)-\(part.months == 3 ? "T" : "S")\(part.number)"
    }
    if start.month == nil, end.month == nil, start != end { return "\(start.year)-\(end.year)" }
    return start == end ? start.iso8601 : start.iso8601 + ".." + end.iso8601
  }

  /// `2016/17`; whole where the century changes.
  package static func written(schoolYear year: Int) -> String {
    let next = year + 1
    if next % 100 == 0 { return "\(year)/\(next)" }
    return "\(year)/\(next % 100 < 10 ? "0" : "")\(next % 100)"
  }

  /// The other thing that was perhaps meant by two years side by side: the school year, or both.
  package var otherReading: Period? {
    if let year = schoolYear, let first = CalendarDate(year: year),
      let last = CalendarDate(year: year + 1)
    {
      return Period(first, last)
    }
    guard start.month == nil, end.month == nil, end.year == start.year + 1 else { return nil }
    return Period(schoolYearFrom: start.year)
  }
}
