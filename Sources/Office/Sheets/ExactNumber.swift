/// A number by its decimal digits: what a file says, with no step through binary fractions.
struct ExactNumber {
  let isNegative: Bool
  /// All digits, without zeros before them.
  private let digits: [UInt8]
  /// How many of them stand behind the point; negative for zeros behind them.
  private let behind: Int

  private init(isNegative: Bool, digits: [UInt8], behind: Int) {
    (self.isNegative, self.digits, self.behind) = (isNegative, digits, behind)
  }

  /// - Parameter text: `-1234.5`, `1.5E-7`; nil for what is none.
  init?(_ text: String) {
    var rest = text[...]
    isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
    let mantissa = rest.prefix { $0 != "E" && $0 != "e" }
    let power = rest.dropFirst(mantissa.count).dropFirst()
    guard let exponent = power.isEmpty ? 0 : Int(power), abs(exponent) < 400 else { return nil }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, mantissa.count < 60, mantissa.contains(where: \.isNumber),
      parts.joined().allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    let all = parts.joined().utf8.map { $0 - 48 }
    digits = Array(all.drop { $0 == 0 })
    behind = (parts.count > 1 ? parts[1].count : 0) - exponent
  }

  var isZero: Bool { digits.isEmpty }

  func shifted(by places: Int) -> ExactNumber {
    ExactNumber(isNegative: isNegative, digits: digits, behind: behind - places)
  }

  /// With so many digits behind the point, half away from zero as spreadsheets do; without its sign.
  func fixed(_ decimals: Int, least: Int) -> String {
    // Spreadsheets keep fifteen digits: what stands behind those is of the binary form.
    let kept = significant(15)
    var (digits, behind) = (kept.digits, kept.behind)
    if behind < 0 {
      digits += [UInt8](repeating: 0, count: -behind)
      behind = 0
    }
    while behind > decimals {
      let last = digits.popLast() ?? 0
      behind -= 1
      if behind == decimals, last >= 5 { digits = ExactNumber.increased(digits) }
    }
    var text = digits.map { String($0) }.joined()
    if text.count <= behind { text = String(repeating: "0", count: behind + 1 - text.count) + text }
    var whole = String(text.dropLast(behind))
    var fraction = String(text.suffix(behind))
    while fraction.count < least { fraction.append("0") }
    while fraction.count > least, fraction.last == "0" { fraction.removeLast() }
    if whole.isEmpty { whole = "0" }
    return fraction.isEmpty ? whole : whole + "." + fraction
  }

  /// As a cell without a format shows it: up to eleven places.
  var general: String {
    let kept = significant(15)
    let wholes = max(1, kept.digits.count - kept.behind)
    return kept.fixed(max(0, 10 - wholes + 1), least: 0)
  }

  /// All that a spreadsheet keeps, without zeros at its end.
  var plain: String { (isNegative && !isZero ? "-" : "") + significant(15).fixed(300, least: 0) }

  private func significant(_ most: Int) -> ExactNumber {
    guard digits.count > most else { return self }
    var kept = Array(digits.prefix(most))
    if digits[most] >= 5 { kept = ExactNumber.increased(kept) }
    return ExactNumber(isNegative: isNegative, digits: kept, behind: behind - (digits.count - most))
  }

  private static func increased(_ digits: [UInt8]) -> [UInt8] {
    var digits = digits
    var place = digits.count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 { digits[place] += 1 } else { digits.insert(1, at: 0) }
    return digits
  }
}

/// A day of a spreadsheet's count (18.17.4.1).
struct SheetDate {
  /// ISO 8601: a day, with the time where it has one.
  let text: String

  init?(_ digits: String, isFrom1904: Bool) {
    guard let number = ExactNumber(digits), !number.isNegative else { return nil }
    let parts = number.plain.split(separator: ".")
    guard var day = Int(parts[0]), day < 2_958_466 else { return nil }
    if isFrom1904 { day += 1462 }
    // 1900 is taken for a leap year, as Lotus 1-2-3 did: before its end a day is missing.
    if day < 60 { day += 1 }
    guard day > 1 else { return nil }
    // Days from 1 March of the year 0, of which leap days come last (H. Hinnant, chrono-compatible algorithms).
    let z = day - 25_569 + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let (date, month) = (
      dayOfYear - (153 * shifted + 2) / 5 + 1, shifted < 10 ? shifted + 3 : shifted - 9
    )
    let year = yearOfEra + era * 400 + (month < 3 ? 1 : 0)
    var text =
      "\(SheetDate.digits(year, 4))-\(SheetDate.digits(month, 2))-\(SheetDate.digits(date, 2))"
    if parts.count > 1, let fraction = Int(parts[1].prefix(9)) {
      let whole = (0..<min(parts[1].count, 9)).reduce(1) { number, _ in number * 10 }
      let seconds = (fraction * 86_400 + whole / 2) / whole
      if seconds > 0, seconds < 86_400 {
        text +=
          "T\(SheetDate.digits(seconds / 3600, 2)):\(SheetDate.digits(seconds / 60 % 60, 2)):\(SheetDate.digits(seconds % 60, 2))"
      }
    }
    self.text = text
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
