package import Diagnostics

/// A measure of the national recovery plan (PNRR), in whichever form people write it.
///
/// `M5C2I2.1`, `M5C2 2.1`, `M1C1-1.4.1`, `M1C1 Investimento 1.4.1`, `M5C2 Riforma 1`, `Missione 1
/// Componente 1 Investimento 1.4`: the plan's data write the first, and so do we.
package struct PNRRMeasure: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case investment = "I"
    case reform = "R"
  }

  package let mission: Int
  package let component: Int
  /// Nil for a whole component.
  package private(set) var kind: Kind?
  package private(set) var number = ""
  /// What is written behind it, such as its title.
  package private(set) var name = ""

  /// How many components each mission has (plan of 2021, with the seventh mission of 2023).
  package static let components: [Int: Int] = [1: 3, 2: 4, 3: 2, 4: 2, 5: 3, 6: 2, 7: 1]

  /// Nil where the text has no mission with a component at its beginning; whether they exist is another
  /// matter.
  package init?(_ text: String) {
    var reader = Reader(text)
    reader.skip(words: ["pnrr", "misura"])
    guard reader.take(["missione", "mission", "m"]), let mission = reader.number() else {
      return nil
    }
    reader.skipMarks()
    // A mission's own name may stand before its component.
    guard reader.take(["componente", "component", "comp", "c"]) || reader.jump(to: ["componente"]),
      let component = reader.number()
    else { return nil }
    (self.mission, self.component) = (mission, component)
    let isGlued = reader.isAtLetter
    reader.skipMarks()
    let mark = reader
    if let kind = reader.kind() ?? reader.jumpToKind() {
      reader.skipMarks()
      number = reader.path()
      if number.isEmpty {
        reader = mark
      } else {
        self.kind = kind
      }
    } else if reader.isAtDigit {
      (kind, number) = (.investment, reader.path())
    }
    guard kind != nil || !isGlued else { return nil }
    name = reader.rest
  }

  package var exists: Bool {
    PNRRMeasure.components[mission].map { component > 0 && component <= $0 } ?? false
  }

  /// `M1C1I1.4.1`, with what was written behind it.
  package var text: String {
    let code = "M\(mission)C\(component)\(kind?.rawValue ?? "")\(number)"
    return name.isEmpty ? code : code + " " + name
  }
}

/// Goes through a text in small letters, with the original beside it.
private struct Reader {
  private let characters: [Character]
  private let small: [Character]
  private var at = 0

  init(_ text: String) {
    characters = Array(text)
    small = characters.map { $0.lowercased().first ?? $0 }
  }

  private var current: Character? { at < small.count ? small[at] : nil }
  var isAtDigit: Bool { current.map(Reader.isDigit) ?? false }
  var isAtLetter: Bool { current?.isLetter ?? false }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  mutating func skipMarks() {
    while let character = current, !character.isLetter, !Reader.isDigit(character),
      !"«\"“".contains(character)
    {
      at += 1
    }
  }

  mutating func skip(words: [String]) {
    repeat { skipMarks() } while takeWhole(words)
  }

  /// Steps over a word that a number follows, with marks between perhaps.
  mutating func take(_ words: [String]) -> Bool {
    for word in words where small[at...].starts(with: word) {
      var next = self
      next.at += word.count
      next.skipMarks()
      guard next.isAtDigit else { continue }
      self = next
      return true
    }
    return false
  }

  private mutating func takeWhole(_ words: [String]) -> Bool {
    for word in words where small[at...].starts(with: word) {
      let end = at + word.count
      guard end >= small.count || !(small[end].isLetter || Reader.isDigit(small[end])) else {
        continue
      }
      at = end
      return true
    }
    return false
  }

  /// Goes on to the next of some words that has a number behind it.
  mutating func jump(to words: [String]) -> Bool {
    var next = self
    while next.at < small.count {
      let isAtWord = next.at == 0 || !small[next.at - 1].isLetter
      if isAtWord, next.take(words) {
        self = next
        return true
      }
      next.at += 1
    }
    return false
  }

  /// At most two digits.
  mutating func number() -> Int? {
    let digits = small[at...].prefix(while: Reader.isDigit)
    guard (1...2).contains(digits.count) else { return nil }
    at += digits.count
    return Int(String(digits))
  }

  /// A path of numbers, as `1.4.1`.
  mutating func path() -> String {
    var text = ""
    while let character = current {
      let next = at + 1 < small.count ? small[at + 1] : " "
      guard Reader.isDigit(character) || (character == "." && Reader.isDigit(next) && !text.isEmpty)
      else { break }
      text.append(character)
      at += 1
    }
    return text
  }

  private static let investments = [
    "sub-investimento", "sub investimento", "subinvestimento", "sub-misura", "investimento",
    "investment", "inv", "i",
  ]
  private static let reforms = ["sub-riforma", "riforma", "reform", "rif", "r"]

  mutating func kind() -> PNRRMeasure.Kind? {
    if take(Reader.investments) { return .investment }
    return take(Reader.reforms) ? .reform : nil
  }

  /// A component's own name may stand before the investment.
  mutating func jumpToKind() -> PNRRMeasure.Kind? {
    if isAtDigit { return nil }
    if jump(to: ["investimento", "sub-investimento"]) { return .investment }
    return jump(to: ["riforma"]) ? .reform : nil
  }

  /// What is left, without the marks that part it from what was read.
  var rest: String {
    var reader = self
    reader.skipMarks()
    var text = characters[reader.at...]
    while let last = text.last, last.isWhitespace || last == ")" && !text.contains("(") {
      text.removeLast()
    }
    return String(text)
  }
}

extension Sourced<String> {
  /// A measure of the PNRR in the form that all have.
  package var measureText: String { PNRRMeasure(value)?.text ?? value }
}
