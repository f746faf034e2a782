/// What a text says of an act: its number, its date, who adopted it, of what kind it is.
package struct ActWords: Sendable {
  /// The numbers that are parts of no date, as they are written.
  package private(set) var numbers: [String] = []
  package private(set) var dates: [CalendarDate] = []
  /// Years by themselves, as in `149/2020` and `del 2020`.
  package private(set) var years: [Int] = []
  package private(set) var bodies: Set<ActBody> = []
  package private(set) var kinds: Set<ActKind> = []

  package init(_ text: some StringProtocol) {
    let tokens = WrittenToken.tokens(of: text)
    var index = 0
    while index < tokens.count {
      if let (date, length) = WrittenDate.read(at: index, in: tokens) {
        dates.append(date)
        index += length
        continue
      }
      switch tokens[index] {
      case .digits(let digits):
        if let year = Int(digits), digits.count == 4, (1900...2100).contains(year),
          !numbers.isEmpty
        {
          years.append(year)
        } else if ActWords.isNumber(at: index, in: tokens) {
          numbers.append(digits)
        }
      case .word(let word):
        if let body = ActWords.bodies.first(where: { word.hasPrefix($0.stem) }),
          ActWords.isBehindKind(index, tokens)
        {
          bodies.insert(body.body)
        }
        if let kind = ActWords.kinds.first(where: { word.hasPrefix($0.stem) }) {
          kinds.insert(kind.kind)
        }
      case .symbol: break
      }
      index += 1
    }
  }

  /// Whether digits are an act's number, and do not count places, euro or days.
  ///
  /// They are when its kind, its body or an abbreviation of "number" stands before them, or a year or
  /// a date behind them.
  private static func isNumber(at index: Int, in tokens: [WrittenToken]) -> Bool {
    var before = index - 1
    if before >= 0, case .symbol = tokens[before] { before -= 1 }
    if before >= 0, case .word(let word) = tokens[before],
      marks.contains(word) || kinds.contains(where: { word.hasPrefix($0.stem) })
        || bodies.contains(where: { word.hasPrefix($0.stem) })
    {
      return true
    }
    guard index + 2 < tokens.count else { return false }
    switch tokens[index + 1] {
    case .symbol("/"): return tokens[index + 2].isDigits
    case .word("del"), .word("dell"), .word("of"):
      return WrittenDate.read(at: index + 2, in: tokens) != nil || tokens[index + 2].isDigits
    default: return false
    }
  }

  /// Whether a body stands right behind a kind of act, `delibera di Giunta`, and not elsewhere in the
  /// sentence.
  private static func isBehindKind(_ index: Int, _ tokens: [WrittenToken]) -> Bool {
    var before = index - 1
    while before >= 0, case .word(let word) = tokens[before],
      ["di", "del", "della", "dell", "the", "of"].contains(word)
    {
      before -= 1
    }
    guard before >= 0, case .word(let word) = tokens[before] else { return false }
    return kinds.contains { word.hasPrefix($0.stem) }
  }

  private static let marks: Set<String> = [
    "n", "nr", "no", "num", "numero", "dgc", "dcc", "dd", "atto", "act", "decreto", "legge", "lgs",
  ]

  private static let bodies: [(stem: String, body: ActBody)] = [
    ("giunta", .executive), ("consigli", .council), ("consiliar", .council),
    ("sindac", .mayor), ("dirigenzial", .manager), ("commissari", .commissioner),
  ]

  private static let kinds: [(stem: String, kind: ActKind)] = [
    ("deliber", .resolution), ("determin", .determination),
    ("ordinanz", .ordinance), ("resolution", .resolution),
  ]
}
