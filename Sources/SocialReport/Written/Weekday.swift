/// The days of the week, as dates are written with them: `martedì 2 luglio 2024`.
package enum Weekday: Int, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  private static let italian = [
    "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
  ]
  private static let english = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  var italianName: String { Weekday.italian[rawValue] }

  /// A word, with its accent, an apostrophe for it, or none.
  init?(word: Substring) {
    let word = word.lowercased().prefix { !",.'’`".contains($0) }
    let plain = word.map { "ìí".contains($0) ? "i" : $0 }
    let names = Weekday.italian.map { $0.map { $0 == "ì" ? "i" : $0 } }
    guard let index = names.firstIndex(of: plain) ?? Weekday.english.firstIndex(of: String(word))
    else { return nil }
    self.init(rawValue: index)
  }

  /// The weekday of a date; nil where it is not known to the day (Gauss, by way of days since a Monday).
  init?(of date: CalendarDate) {
    guard let month = date.month, let day = date.day else { return nil }
    // Years begin in March, so that the day of a leap year is the last.
    let year = month > 2 ? date.year : date.year - 1
    let days = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337][(month + 9) % 12]
    let count = 365 * year + year / 4 - year / 100 + year / 400 + days + day
    // The first of March of the year 0 was a Wednesday.
    self.init(rawValue: (count + 1) % 7)
  }

  package var italian: String { Weekday.italian[rawValue] }
  package var english: String { Weekday.english[rawValue].capitalisedFirst }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
