/// A word, a number in digits or a sign of a text, in small letters.
enum WrittenToken {
  case word(String)
  /// Digits with the separators between them, spaces between groups taken out.
  case digits(String)
  case symbol(Unicode.Scalar)

  /// A hyphen or dash between two things; one that stands before a number only is a sign, `-`.
  static let joiner: Unicode.Scalar = "‐"

  static func tokens(of text: some StringProtocol) -> [WrittenToken] {
    let scalars = text.lowercased().unicodeScalars.map(plain)
    var tokens: [WrittenToken] = []
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      let start = at
      if isDigit(scalar) {
        at = endOfDigits(scalars, from: at)
        tokens.append(
          .digits(String(String.UnicodeScalarView(scalars[start..<at].filter { $0 != " " }))))
      } else if scalar.properties.isAlphabetic, scalar != "º", scalar != "ª" {
        while at < scalars.count, scalars[at].properties.isAlphabetic, scalars[at] != "º",
          scalars[at] != "ª"
        {
          at += 1
        }
        tokens.append(.word(String(String.UnicodeScalarView(scalars[start..<at]))))
      } else {
        at += 1
        guard scalar != " " else { continue }
        // `l'80`, `un po' più`: an apostrophe behind letters says nothing by itself.
        if isApostrophe(scalar), start > 0, scalars[start - 1].properties.isAlphabetic { continue }
        let isFree =
          start == 0 || !(scalars[start - 1].properties.isAlphabetic || isDigit(scalars[start - 1]))
        let isBefore = at < scalars.count && scalars[at] != " "
        tokens.append(.symbol(scalar == "-" && !(isFree && isBefore) ? joiner : scalar))
      }
    }
    return tokens
  }

  /// Spaces of all widths are one, and so are the dashes that stand for a minus or between two ends.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xA0, 0x2009, 0x202F, 0x09, 0x0A, 0x0D: " "
    case 0x2212, 0x2013, 0x2014, 0x2010, 0x2011: "-"
    default: scalar
    }
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{02BC}"
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// The end of digits, with `.`, `,` and `'` between digits and a space between groups of three.
  private static func endOfDigits(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    func digits(from index: Int) -> Int {
      var end = index
      while end < scalars.count, isDigit(scalars[end]) { end += 1 }
      return end - index
    }
    var at = start + digits(from: start)
    while at + 1 < scalars.count {
      let count = digits(from: at + 1)
      switch scalars[at] {
      case ".", ",", "'", "’":
        guard count > 0 else { return at }
      case " ":
        guard count == 3, at - start <= 3 || scalars[at - 4] == " " else { return at }
      default: return at
      }
      at += 1 + count
    }
    return at
  }

  var isDigits: Bool { if case .digits = self { true } else { false } }

  /// Whether a number may end here, so that a hyphen after it is one between two ends.
  var endsNumber: Bool {
    switch self {
    case .digits, .symbol("°"), .symbol("º"), .symbol("%"): true
    default: false
    }
  }

  func isWord(_ wanted: String) -> Bool {
    if case .word(let word) = self { word == wanted } else { false }
  }
}
