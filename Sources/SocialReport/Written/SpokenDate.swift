extension CalendarDate {
  /// As one says it in Italian: `venerdì 31 dicembre 2021`, `dicembre 2021`, `2021`.
  package var spoken: String {
    guard let month else { return "\(year)" }
    let name = DateText.italianName(ofMonth: month)
    guard let day else { return "\(name) \(year)" }
    let weekday = Weekday(of: self).map { $0.italianName + " " } ?? ""
    return "\(weekday)\(day)\(day == 1 ? "°" : "") \(name) \(year)"
  }
}

extension Period {
  /// As one says it in Italian: `2021`, `da settembre 2023 a agosto 2024`.
  package var spoken: String {
    start == end ? start.spoken : "da \(start.spoken) a \(end.spoken)"
  }
}
