import SocialReport

/// A period as the cells of spreadsheets and portals have it, with what they put around it.
///
/// `2024`, `Anno 2024`, `gen-24`, `2020-T1`, `I trim. 2024`, `2023/24`, `31/12/2024 00:00`, `2024*`.
struct PeriodCell {
  let period: Period
  /// A letter of SDMX's code list, where the cell says that the value is no final one.
  let status: String?
  /// What stands behind it as a note and is not read: `*`, `(1)`.
  let note: String?

  init?(_ text: String) {
    let body = PeriodCell.trimmed(text[...])
    if let period = PeriodCell.period(String(body)) {
      (self.period, status, note) = (period, nil, nil)
      return
    }
    let (rest, mark) = PeriodCell.cut(body)
    guard let mark, let period = PeriodCell.period(String(rest)) else { return nil }
    self.period = period
    status = ObservationStatus.letter(for: mark)
    note = status == nil ? mark : nil
  }

  /// A year of one column and what another says of its part: `2024` and `gennaio`, `2024` and `T1`.
  static func period(year: String, part: String, isQuarter: Bool, isHalf: Bool) -> Period? {
    let part = trimmed(part[...])
    if part.isEmpty { return PeriodCell(year)?.period }
    if let whole = PeriodCell(String(part)), whole.period.start.month != nil { return whole.period }
    if isQuarter || isHalf {
      let number = part.filter { !"TtSs".contains($0) }
      if let period = period("\(isHalf ? "S" : "T") \(number) \(year)") { return period }
    }
    return period("\(part) \(year)") ?? period("\(part)/\(year)")
  }

  static func trimmed(_ text: Substring) -> Substring {
    var rest = text.drop { $0.isWhitespace || $0 == "'" }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return rest
  }

  /// What stands before a mark of a note or of the status, and the mark.
  private static func cut(_ text: Substring) -> (rest: Substring, mark: String?) {
    if text.last == ")", let open = text.lastIndex(of: "("), open > text.startIndex {
      return (
        trimmed(text[..<open]), String(text[text.index(after: open)...].dropLast())
      )
    }
    var rest = text
    while let last = rest.last, "*\u{B9}\u{B2}\u{B3}†".contains(last) { rest = rest.dropLast() }
    if rest.endIndex < text.endIndex { return (trimmed(rest), String(text[rest.endIndex...])) }
    guard let space = text.lastIndex(of: " "), space > text.startIndex else { return (text, nil) }
    let word = String(text[text.index(after: space)...])
    return ObservationStatus.letter(for: word) == nil
      ? (text, nil) : (trimmed(text[..<space]), word)
  }

  private static let leads = [
    "anno scolastico ", "anno accademico ", "anno educativo ", "esercizio finanziario ",
    "esercizio ", "anno ", "a.s. ", "a.s.", "a. s. ", "as ", "a.a. ", "al ", "year ", "nel ",
  ]

  private static func period(_ text: String) -> Period? {
    if let period = DateText.period(text) { return period }
    var small = text.lowercased()
    if let lead = leads.first(where: small.hasPrefix) {
      small = String(small.dropFirst(lead.count))
      if let period = DateText.period(small) { return period }
    }
    return withoutTime(small).flatMap(DateText.period) ?? month(small) ?? schoolYear(small)
  }

  /// `31/12/2024 00:00`, `2024-12-31T00:00:00`, `2024.0` as programs write a date or a year.
  private static func withoutTime(_ text: String) -> String? {
    if text.hasSuffix(".0") || text.hasSuffix(",0") { return String(text.dropLast(2)) }
    guard text.contains(":"), let end = text.firstIndex(where: { $0 == " " || $0 == "t" }) else {
      return nil
    }
    return String(text[..<end])
  }

  /// `gen-24`, `gen. 2024`, `2024-gen`, `2024M01`, `01-2024`.
  private static func month(_ text: String) -> Period? {
    let parts = tokens(of: text[...])
    if parts.count == 2 {
      for (word, year) in [(parts[0], parts[1]), (parts[1], parts[0])] {
        guard let month = DateText.month(word), let year = wholeYear(year) else { continue }
        return CalendarDate(year: year, month: month).map { Period($0) }
      }
      if parts[0].count <= 2, parts[1].count == 4, let month = Int(parts[0]),
        let year = Int(parts[1])
      {
        return CalendarDate(year: year, month: month).map { Period($0) }
      }
    }
    if parts.count == 3, parts[1] == "m", parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[2])
    {
      return CalendarDate(year: year, month: month).map { Period($0) }
    }
    return nil
  }

  /// `23/24`, whose first year has two digits as well.
  private static func schoolYear(_ text: String) -> Period? {
    let parts = text.split { "/-\u{2013} ".contains($0) }
    guard parts.count == 2, parts[1].count == 2, parts[0].count != 3,
      let first = wholeYear(parts[0]), let second = Int(parts[1]), (first + 1) % 100 == second
    else { return nil }
    return Period(schoolYearFrom: first)
  }

  /// A year of four digits, or of two, which are of this century.
  private static func wholeYear(_ text: Substring) -> Int? {
    guard text.allSatisfy(\.isNumber), let value = Int(text) else { return nil }
    return text.count == 4 ? value : text.count == 2 ? 2000 + value : nil
  }

  /// Runs of letters and runs of digits.
  private static func tokens(of text: Substring) -> [Substring] {
    var found: [Substring] = []
    var rest = text
    while let first = rest.first {
      let isDigit = ("0"..."9").contains(first)
      guard isDigit || first.isLetter, first != "º", first != "ª" else {
        rest = rest.dropFirst()
        continue
      }
      let run = rest.prefix {
        isDigit ? ("0"..."9").contains($0) : $0.isLetter && $0 != "º" && $0 != "ª"
      }
      found.append(run)
      rest = rest[run.endIndex...]
    }
    return found
  }
}

/// The words by which tables say that a value is an estimate, not final, or a forecast.
enum ObservationStatus {
  /// The letter of SDMX's code list, nil for words that are none of it.
  static func letter(for word: String) -> String? {
    let small = word.lowercased()
    return words[small] ?? words.first { $0.key.count > 4 && small.hasPrefix($0.key) }?.value
  }

  private static let words = [
    "p": "P", "prov": "P", "provv": "P", "prov.": "P", "provv.": "P", "provvisor": "P",
    "dati provvisor": "P", "dato provvisor": "P", "provisional": "P", "preliminar": "P",
    "e": "E", "stima": "E", "stimat": "E", "dato stimat": "E", "estimate": "E",
    "f": "F", "previsione": "F", "previst": "F", "forecast": "F", "b": "B", "a": "A",
    "definitiv": "A", "consolidat": "A", "confermat": "A", "final": "A", "normale": "A",
  ]
}
