/// Periods as people write them: a date, two dates, a school year, a part of a year.
extension DateText {
  /// `2020`, `2020-06`, `2020-01..2020-03`, `gennaio-marzo 2020`, `2020/21`, `a.s. 2020-21`,
  /// `2020-T1`, `1° trimestre 2020`, `dal 18/09/2023 al 24/09/2023`.
  package static func period(_ text: String) -> Period? {
    if let date = date(text) { return Period(date) }
    // Longer texts are no periods, whatever they hold.
    guard text.utf8.count <= 120 else { return nil }
    let text = plain(text)
    return SchoolYearText.period(text) ?? PartOfYearText.period(text) ?? range(text)
  }

  /// Small letters, single spaces, one kind of hyphen and of degree sign; dashes stand free.
  private static func plain(_ text: String) -> String {
    var result = ""
    func space() { if let last = result.unicodeScalars.last, last != " " { result += " " } }
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2009, 0x202F: space()
      case 0x2010, 0x2011, 0x2212: result += "-"
      case 0x2012...0x2014:
        space()
        result += "- "
      case 0xBA, 0xAA: result += "°"
      case 0x2019: result += "'"
      default: result.unicodeScalars.append(scalar)
      }
    }
    while result.last == " " { result.removeLast() }
    return result
  }

  private static let separators = ["..", " - ", " al ", " all'", " a ", " ad ", " to "]

  private static func range(_ text: String) -> Period? {
    var text = text[...]
    for opening in ["dal ", "dall'", "da ", "from "] where text.hasPrefix(opening) {
      text = text.dropFirst(opening.count)
      break
    }
    for separator in separators {
      if let found = text.firstRange(of: separator) {
        return range(text[..<found.lowerBound], text[found.upperBound...])
      }
    }
    let slashed = text.split(separator: "/", omittingEmptySubsequences: false)
    if slashed.count == 2, let period = range(slashed[0], slashed[1]) { return period }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    // `2020-2022`, `gennaio-marzo 2020`, `1-15 marzo 2020`; figures alone would be half a date.
    let areYears = parts.allSatisfy { $0.count == 4 }
    guard areYears || parts[0].count != 4 && text.contains(where: \.isLetter) else { return nil }
    return range(parts[0], parts[1])
  }

  /// The year, and the month, that the first end does not say are those of the second.
  private static func range(_ first: Substring, _ second: Substring) -> Period? {
    let (first, second) = (trimmed(first), trimmed(second))
    guard let end = end(second) else { return nil }
    if let start = self.end(first) { return Period(start.start, end.end) }
    if let start = date("\(first) \(end.end.year)") { return Period(start, end.end) }
    guard let day = Int(first), let month = end.end.month, end.end.day != nil,
      let start = CalendarDate(year: end.end.year, month: month, day: day)
    else { return nil }
    return Period(start, end.end)
  }

  private static func end(_ text: String) -> Period? {
    date(text).map { Period($0) } ?? SchoolYearText.period(text) ?? PartOfYearText.period(text)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

/// `2016/17`, `2016/2017`, `a.s. 2016-17`: from September to August.
enum SchoolYearText {
  private static let names = [
    "anno scolastico", "anno educativo", "anno accademico", "anno formativo", "anno sportivo",
    "stagione", "school year", "academic year", "a. s.", "a.s.", "a.s", "a/s", "as ", "a. a.",
    "a.a.", "a. e.", "a.e.",
  ]

  /// - Parameter text: small letters, with one kind of dash.
  static func period(_ text: String) -> Period? {
    var rest = text[...]
    let name = names.first { rest.hasPrefix($0) }
    if let name { rest = rest.dropFirst(name.count) }
    let isSlashed = rest.contains("/")
    let parts = rest.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }.map {
      part in part.filter { $0 != " " }
    }
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 4 || parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy(TextCursor.isDigit) }), let first = Int(parts[0]),
      let second = Int(parts[1]), second == (parts[1].count == 4 ? first + 1 : (first + 1) % 100)
    else { return nil }
    // `2016-2017` are two years, unless it is said that they are one of a school.
    guard name != nil || isSlashed || parts[1].count == 2 else { return nil }
    return Period(schoolYearFrom: first)
  }
}

/// `2021-T1`, `Q3 2021`, `I semestre 2021`, `primo trimestre del 2021`: some months of a year.
enum PartOfYearText {
  /// How many months the named part of a year has: `trim`, `trimestre`, `t`.
  private static func months(of word: String) -> Int? {
    switch word {
    case "t", "q", "quarter": 3
    case "s", "h", "half", "metà": 6
    default: stems.first { word.hasPrefix($0.stem) }?.months
    }
  }

  private static let stems: [(stem: String, months: Int)] = [
    ("bim", 2), ("trim", 3), ("quadr", 4), ("sem", 6),
  ]
  private static let numbers: [String: Int] = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "primo": 1, "secondo": 2, "terzo": 3,
    "quarto": 4, "quinto": 5, "sesto": 6, "prima": 1, "seconda": 2, "first": 1, "second": 2,
    "third": 3, "fourth": 4,
  ]
  private static let fillers: Set<String> = [
    "del", "dell", "di", "anno", "of", "the", "st", "nd", "rd", "th", "il", "n",
  ]

  /// - Parameter text: small letters, with one kind of dash.
  static func period(_ text: String) -> Period? {
    var year: Int?
    var kind: Int?
    var number: Int?
    for token in tokens(of: text) {
      if let length = months(of: token) {
        guard kind == nil else { return nil }
        kind = length
      } else if token.count == 4, let value = Int(token) {
        guard year == nil else { return nil }
        year = value
      } else if let value = numbers[token] ?? (token.count == 1 ? Int(token) : nil) {
        guard number == nil else { return nil }
        number = value
      } else if !fillers.contains(token) {
        return nil
      }
    }
    guard let year, let kind, let number, (1...12 / kind).contains(number),
      let start = CalendarDate(year: year, month: (number - 1) * kind + 1),
      let end = CalendarDate(year: year, month: number * kind)
    else { return nil }
    return Period(start, end)
  }

  /// Digits and letters apart; a sign that stands in no such name is a token that nothing knows.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var last: Bool?
    for character in text {
      if " -/.,°'".contains(character) {
        last = nil
        continue
      }
      let isDigit = character.isASCII && character.isNumber
      if last == isDigit, !tokens.isEmpty {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
      }
      last = isDigit
    }
    return tokens
  }
}
