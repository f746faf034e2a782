/// A Markdown link whose address names a fact of the report instead of a place on the web.
package enum TypedLink: Hashable, Sendable {
  /// The value of an observation.
  case figure(indicator: String, period: Period)
  /// The difference of two observations, the later less the earlier.
  case change(indicator: String, from: Period, to: Period)
  /// The length of a list.
  case count(owner: String, list: String)
  case act(String)
  case term(String)
  /// A page of the report, `/` between its parts, with an optional fragment.
  case page(path: [String], fragment: String?)
  case source(String)

  /// Why an address with a known scheme could not be read.
  package struct Malformed: Error, Sendable {
    package let expected: String
  }

  /// The schemes in both languages, the Italian first.
  package static let schemes: [(italian: String, english: String)] = [
    ("dato", "figure"), ("variazione", "change"), ("conteggio", "count"), ("atto", "act"),
    ("voce", "term"), ("pagina", "page"), ("fonte", "source"),
  ]

  /// Whether an address names a number: a value, a change, a count.
  package static func isFigure(_ address: String) -> Bool {
    schemes.prefix(3).contains {
      address.hasPrefix($0.italian + ":") || address.hasPrefix($0.english + ":")
    }
  }

  /// The id of the indicator whose values it states.
  package var indicator: String? {
    switch self {
    case .figure(let id, _), .change(let id, _, _): id
    default: nil
    }
  }

  /// Nil where the address is no typed link at all.
  package static func parse(_ address: String) -> Result<TypedLink, Malformed>? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = address[..<colon].lowercased()
    let rest = String(address[address.index(after: colon)...])
    guard let known = schemes.first(where: { $0.italian == scheme || $0.english == scheme }) else {
      return nil
    }
    return parse(scheme: known.italian, rest).map { .success($0) }
      ?? .failure(Malformed(expected: example(of: known.italian)))
  }

  private static func parse(scheme: String, _ rest: String) -> TypedLink? {
    guard !rest.isEmpty else { return nil }
    switch scheme {
    case "dato":
      let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, let period = period(parts[1]) else { return nil }
      return .figure(indicator: String(parts[0]), period: period)
    case "variazione":
      let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, let dots = parts[1].firstRange(of: "..") else {
        return nil
      }
      guard let from = period(parts[1][..<dots.lowerBound]),
        let to = period(parts[1][dots.upperBound...])
      else { return nil }
      return .change(indicator: String(parts[0]), from: from, to: to)
    case "conteggio":
      guard let dot = rest.lastIndex(of: "."), dot != rest.startIndex else { return nil }
      let list = rest[rest.index(after: dot)...]
      return list.isEmpty ? nil : .count(owner: String(rest[..<dot]), list: String(list))
    case "atto": return .act(rest)
    case "voce": return .term(rest)
    case "fonte": return .source(rest)
    default:
      let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let path = parts[0].split(separator: "/").map(String.init)
      return path.isEmpty
        ? nil : .page(path: path, fragment: parts.count == 2 ? String(parts[1]) : nil)
    }
  }

  /// A year, a month, a day, or two of them with `/` between.
  private static func period(_ text: Substring) -> Period? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let dates = parts.compactMap(date)
    guard dates.count == parts.count else { return nil }
    return switch dates.count {
    case 1: Period(dates[0])
    case 2: Period(dates[0], dates[1])
    default: nil
    }
  }

  private static func date(_ text: Substring) -> CalendarDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...3).contains(numbers.count) else { return nil }
    return CalendarDate(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  private static func example(of scheme: String) -> String {
    switch scheme {
    case "dato": "dato:icity-rank@2020"
    case "variazione": "variazione:icity-rank@2019..2020"
    case "conteggio": "conteggio:piano-2020-2022.capitoli"
    default: "\(scheme):id"
    }
  }
}
