import Diagnostics

/// Dates as people write them: `2020-06-29`, `29/06/2020`, `29 giugno 2020`, `giugno 2020`, `2020`.
package enum DateText {
  private static let months: [[String]] = [
    ["gennaio", "gen", "january"], ["febbraio", "feb", "february"], ["marzo", "mar", "march"],
    ["aprile", "apr", "april"], ["maggio", "mag", "may"], ["giugno", "giu", "june"],
    ["luglio", "lug", "july"], ["agosto", "ago", "august"],
    ["settembre", "set", "sett", "september"], ["ottobre", "ott", "october"],
    ["novembre", "nov", "november"], ["dicembre", "dic", "december"],
  ]

  /// - Parameter month: 1 to 12.
  static func italianName(ofMonth month: Int) -> String { months[month - 1][0] }

  package static func date(_ text: String) -> CalendarDate? {
    if let date = isoDate(text.utf8.span) { return date }
    let parts = text.split { $0 == " " || $0 == "\u{A0}" }
    if parts.count > 1, let weekday = Weekday(word: parts[0]) {
      let rest = date(parts.dropFirst().joined(separator: " "))
      return rest.flatMap { Weekday(of: $0) == weekday ? $0 : nil }
    }
    if parts.count > 1, parts.allSatisfy({ $0.allSatisfy(isFigure) }) {
      // Blanks beside the strokes: `29/ 06/2020`.
      let isParted = zip(parts, parts.dropFirst()).allSatisfy { one, next in
        one.last?.isNumber == false || next.first?.isNumber == false
      }
      return isParted ? numeric(parts.joined()[...]) : nil
    }
    switch parts.count {
    case 1: return numeric(parts[0])
    case 2:
      guard let month = month(parts[0]), let year = Int(parts[1]) else { return nil }
      return CalendarDate(year: year, month: month)
    case 3:
      let dayText =
        parts[0].hasSuffix("°") || parts[0].hasSuffix("º") ? parts[0].dropLast() : parts[0]
      guard let day = Int(dayText), let month = month(parts[1]), let year = Int(parts[2]) else {
        return nil
      }
      return CalendarDate(year: year, month: month, day: day)
    default: return nil
    }
  }

  /// `2020-06-29` and `2020`, the most usual forms by far.
  private static func isoDate(_ bytes: borrowing Span<UInt8>) -> CalendarDate? {
    let isYear = bytes.count == 4
    guard
      isYear || bytes.count == 10 && bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for at in range {
        guard (0x30...0x39).contains(bytes[at]) else { return nil }
        value = value * 10 + Int(bytes[at] - 0x30)
      }
      return value
    }
    guard let year = number(0..<4) else { return nil }
    if isYear { return CalendarDate(year: year) }
    guard let month = number(5..<7), let day = number(8..<10) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func numeric(_ text: Substring) -> CalendarDate? {
    guard let parts = NumericDate(text), parts.hasWholeYear else { return nil }
    return CalendarDate(year: parts.year, month: parts.month, day: parts.day)
  }

  /// Why a text in figures is no date, where that can be said.
  package static func flaw(of text: String) -> DateFlaw? {
    let words = text.split { $0 == " " || $0 == "\u{A0}" }
    if words.count > 1, Weekday(word: words[0]) != nil {
      let rest = words.dropFirst().joined(separator: " ")
      return date(rest).flatMap { Weekday(of: $0) }.map { .otherWeekday($0) } ?? flaw(of: rest)
    }
    if words.count > 1, words.dropLast().contains(where: { month($0) != nil }),
      let year = words.last?.drop(while: { "'’‘".contains($0) }), year.count == 2,
      year.allSatisfy(\.isNumber)
    {
      return .yearOfTwoDigits
    }
    guard let parts = NumericDate(text[...]), let month = parts.month, let day = parts.day else {
      return nil
    }
    guard parts.hasWholeYear else { return .yearOfTwoDigits }
    guard (1...12).contains(month) else { return .noSuchMonth }
    let days = CalendarDate.days(inMonth: month, of: parts.year)
    return (1...days).contains(day) ? nil : .noSuchDay(days)
  }

  private static func isFigure(_ sign: Character) -> Bool {
    ("0"..."9").contains(sign) || "/.-".contains(sign)
  }

  /// The date that is surely meant by a text that is none: `20200629`, `2020-06-29T00:00`, `29 06 2020`,
  /// `29 guigno 2020`.
  package static func meant(by text: String) -> CalendarDate? {
    let words = text.split(whereSeparator: \.isWhitespace)
    if text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      let year = text.prefix(4)
      return date("\(year)-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
    }
    if let first = words.first.map(String.init), first.count > 10,
      first.dropFirst(10).first == "T" || words.count == 2 && words[1].contains(":")
    {
      return date(String(first.prefix(10)))
    }
    if words.count == 2, words[1].contains(":") { return date(String(words[0])) }
    guard words.count == 3 else { return nil }
    if words.allSatisfy({ $0.allSatisfy(\.isNumber) }) { return date(words.joined(separator: "/")) }
    let names = months.joined().filter { $0.count > 4 }
    let near = names.filter { NearMiss.isOneSlip(words[1].lowercased(), $0) }
    guard near.count == 1 else { return nil }
    return date("\(words[0]) \(near[0]) \(words[2])")
  }

  package static func month(_ text: Substring) -> Int? {
    // `feb.` is `feb`, as abbreviations are written.
    var word = text.lowercased()
    if word.last == ".", word.count < 6 { word.removeLast() }
    return months.firstIndex { $0.contains(word) }.map { $0 + 1 }
  }
}

/// What is wrong with a date in figures.
package enum DateFlaw: Equatable {
  /// Two digits do not say which century.
  case yearOfTwoDigits
  case noSuchMonth
  /// The date was on this day of the week, and another is written.
  case otherWeekday(Weekday)
  /// The month has so many days.
  case noSuchDay(Int)
}
