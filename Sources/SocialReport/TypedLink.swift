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
  /// An amount among the resources: of one achievement, or of the only one that has such an entry.
  case resource(owner: String?, id: String)

  /// Why an address with a known scheme could not be read.
  package struct Malformed: Error, Sendable {
    package let expected: String
  }

  /// The schemes in both languages, the Italian first.
  package static let schemes: [(italian: String, english: String)] = [
    ("dato", "figure"), ("variazione", "change"), ("conteggio", "count"),
    ("risorsa", "resource"), ("atto", "act"), ("voce", "term"), ("pagina", "page"),
    ("fonte", "source"),
  ]

  /// The Italian name of a scheme, in either language; nil for one that is none of ours.
  package static func scheme(_ name: String) -> String? {
    italianSchemes[name] ?? italianSchemes[name.lowercased()]
  }

  private static let italianSchemes: [String: String] = Dictionary(
    schemes.flatMap { [($0.italian, $0.italian), ($0.english, $0.italian)] },
    uniquingKeysWith: { first, _ in first })

  /// Whether an address names a number: a value, a change, a count, an amount.
  package static func isFigure(_ address: String) -> Bool {
    schemes.prefix(4).contains {
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
    guard let scheme = scheme(String(address[..<colon])) else { return nil }
    var rest = address[address.index(after: colon)...]
    // Who copies an address from a browser has its spaces as browsers write them.
    if rest.utf8.contains(UInt8(ascii: "%")) { rest = rest.replacing("%20", with: " ") }
    return parse(scheme: scheme, String(rest)).map { .success($0) }
      ?? .failure(Malformed(expected: example(of: scheme)))
  }

  private static func parse(scheme: String, _ rest: String) -> TypedLink? {
    guard !rest.isEmpty else { return nil }
    switch scheme {
    case "dato":
      let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, let period = DateText.period(String(parts[1]))
      else { return nil }
      return .figure(indicator: String(parts[0]), period: period)
    case "variazione":
      let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, let (from, to) = periods(parts[1]) else {
        return nil
      }
      return .change(indicator: String(parts[0]), from: from, to: to)
    case "conteggio":
      guard let dot = rest.lastIndex(of: "."), dot != rest.startIndex else { return nil }
      let list = rest[rest.index(after: dot)...]
      return list.isEmpty ? nil : .count(owner: String(rest[..<dot]), list: String(list))
    case "risorsa":
      guard let dot = rest.lastIndex(of: ".") else { return .resource(owner: nil, id: rest) }
      let id = rest[rest.index(after: dot)...]
      return id.isEmpty || dot == rest.startIndex
        ? nil : .resource(owner: String(rest[..<dot]), id: String(id))
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

  /// Two periods with `..` between, which may stand inside both of them too.
  private static func periods(_ text: Substring) -> (from: Period, to: Period)? {
    var ends: [Substring] = []
    var rest = text
    while let dots = rest.firstRange(of: ".."), ends.count < 4 {
      ends.append(rest[..<dots.lowerBound])
      rest = rest[dots.upperBound...]
    }
    ends.append(rest)
    let halves: [String]
    switch ends.count {
    case 2: halves = ends.map(String.init)
    case 4: halves = ["\(ends[0])..\(ends[1])", "\(ends[2])..\(ends[3])"]
    default: return nil
    }
    guard let from = DateText.period(halves[0]), let to = DateText.period(halves[1]) else {
      return nil
    }
    return (from, to)
  }

  private static func example(of scheme: String) -> String {
    switch scheme {
    case "dato": "dato:icity-rank@2020"
    case "variazione": "variazione:icity-rank@2019..2020"
    case "conteggio": "conteggio:piano-2020-2022.capitoli"
    case "risorsa": "risorsa:scuole/nuova-mensa.arredi"
    default: "\(scheme):id"
    }
  }
}
