extension CalendarDate {
  /// The first day that it may mean: that of the month or the year where no more is known.
  package var firstDay: CalendarDate {
    CalendarDate(year: year, month: month ?? 1, day: day ?? 1) ?? self
  }

  /// The last day that it may mean.
  package var lastDay: CalendarDate {
    let month = month ?? 12
    let day = day ?? CalendarDate.days(inMonth: month, of: year)
    return CalendarDate(year: year, month: month, day: day) ?? self
  }
}

extension Period {
  /// The same days however they are written: `2020` and `2020-01-01/2020-12-31`.
  package var inDays: Period { Period(start.firstDay, end.lastDay) ?? self }

  /// Whether what another stands for was known by its end, and not before its start.
  package func holdsEnd(of other: Period) -> Bool {
    start.firstDay <= other.end.lastDay && other.end.lastDay <= end.lastDay
  }

  /// Whether it is a year or more.
  package var isYearOrMore: Bool {
    let (first, last) = (start.firstDay, end.lastDay)
    let months = (last.year - first.year) * 12 + (last.month ?? 12) - (first.month ?? 1) + 1
    return months >= 12
  }
}
