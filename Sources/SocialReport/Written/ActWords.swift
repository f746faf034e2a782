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
        } else {
          numbers.append(digits)
        }
      case .word(let word):
        if let body = ActWords.bodies.first(where: { word.hasPrefix($0.stem) }) {
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

  private static let bodies: [(stem: String, body: ActBody)] = [
    ("giunta", .executive), ("consigli", .council), ("consiliar", .council),
    ("sindac", .mayor), ("dirigenzial", .manager),
  ]

  private static let kinds: [(stem: String, kind: ActKind)] = [
    ("deliber", .resolution), ("determin", .determination),
    ("ordinanz", .ordinance), ("resolution", .resolution),
  ]
}
