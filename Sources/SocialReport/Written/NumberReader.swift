package import Diagnostics

/// What a text states in numbers.
package struct StatedNumbers: Sendable {
  package fileprivate(set) var numbers: [StatedNumber] = []
  package fileprivate(set) var proportions: [StatedProportion] = []
  /// Whether a change is told as a growth or as a loss.
  package fileprivate(set) var direction: StatedProportion.Direction?
  /// Whether it counts in a way that is not read: `centinaia di persone`, `12.34.56`.
  package fileprivate(set) var isVague = false
}

/// Finds the numbers that a text states, as people write them in Italian and in English.
///
/// `64`, `1.234,5`, `8°`, `12,5 %`, `primo`, `undici`, `4 milioni e 325 mila`, `€ 1.250,00`,
/// `oltre l'80 %`, `da 67,7 a 56,8 milioni`, `due terzi`, `9 su 10`, `il doppio`.
package struct NumberReader {
  let language: Language
  let tokens: [WrittenToken]
  /// The tokens of the text itself, between those that stand beside it.
  let text: Range<Int>
  var at = 0
  /// Where what is read now ends.
  var horizon: Int
  var numbers: [PlacedNumber] = []
  private var found = StatedNumbers()
  private var shares: [Range<Int>] = []

  /// A number with the tokens that it is made of.
  struct PlacedNumber {
    var number: StatedNumber
    let tokens: Range<Int>
  }

  /// - Parameters:
  ///   - before: what stands before the text in its sentence, whose bounds count for its numbers.
  ///   - after: what stands behind it: `milioni` after `[45,38]`.
  package static func read(
    _ text: some StringProtocol, before: String = "", after: String = "", _ language: Language
  ) -> StatedNumbers {
    let (head, body, tail) = (
      WrittenToken.tokens(of: before), WrittenToken.tokens(of: text), WrittenToken.tokens(of: after)
    )
    var reader = NumberReader(
      language: language, tokens: head + body + tail,
      text: head.count..<head.count + body.count)
    return reader.run()
  }

  package static func numbers(in text: some StringProtocol, _ language: Language)
    -> [StatedNumber]
  {
    read(text, language).numbers
  }

  private init(language: Language, tokens: [WrittenToken], text: Range<Int>) {
    (self.language, self.tokens, self.text) = (language, tokens, text)
    horizon = text.lowerBound
  }

  private mutating func run() -> StatedNumbers {
    readNumbers()
    (at, horizon) = (text.lowerBound, text.upperBound)
    readNumbers()
    (at, horizon) = (max(at, text.upperBound), tokens.count)
    readNumbers()
    borrowMagnitudes()
    joinRanges()
    // Both are in the order of the text.
    var rest = shares[...]
    found.numbers = numbers.filter { isInText($0.tokens.lowerBound) }.map { placed in
      rest = rest.drop { $0.upperBound <= placed.tokens.lowerBound }
      var number = placed.number
      number.isOfShare = rest.first?.contains(placed.tokens.lowerBound) == true
      return number
    }
    found.direction = FractionWords.direction(of: words(in: text))
    return found
  }

  /// The numbers from here to the horizon.
  private mutating func readNumbers() {
    while at < horizon {
      if let date = WrittenDate.length(at: at, in: tokens) {
        at += date
        continue
      }
      let start = at
      if let (proportion, length) = proportion() {
        if isInText(start) { add(proportion, start..<start + length) }
        at = start + length
        continue
      }
      // The numbers of `9 su 10` may be the figures themselves, too.
      if isInText(start), let (share, length) = share() {
        add(share, start..<start + length)
        shares.append(start..<start + length)
      }
      at = start
      if let number = number() {
        let bound = bound(around: start..<at)
        numbers.append(PlacedNumber(number: number.with(bound), tokens: start..<at))
        if isInText(start), skipTimes() {
          add(StatedProportion(.multiple, number.value.approximate), start..<at)
        }
      } else {
        note(vague: start)
        at = start + 1
      }
    }
  }

  private func isInText(_ index: Int) -> Bool { text.contains(index) }

  private mutating func add(_ proportion: StatedProportion, _ place: Range<Int>) {
    var proportion = proportion
    if proportion.bound == .exact { proportion.bound = bound(around: place).bound }
    proportion.isRemainder = isRemainder(before: place.lowerBound)
    found.proportions.append(proportion)
  }

  /// What counts and is not read.
  private mutating func note(vague index: Int) {
    guard isInText(index) else { return }
    switch tokens[index] {
    case .digits: found.isVague = true
    case .word(let word) where FractionWords.vague.contains(word): found.isVague = true
    default: break
    }
  }

  func peek(_ ahead: Int) -> WrittenToken? {
    at + ahead >= 0 && at + ahead < horizon ? tokens[at + ahead] : nil
  }

  func token() -> WrittenToken? { peek(0) }

  mutating func skip(_ symbol: Unicode.Scalar) -> Bool {
    guard case .symbol(symbol) = token() else { return false }
    at += 1
    return true
  }

  mutating func skipWord(_ words: Set<String>) -> Bool {
    guard case .word(let word) = token(), words.contains(word) else { return false }
    at += 1
    return true
  }

  mutating func skipWords(_ words: [String]) -> Bool {
    for (offset, word) in words.enumerated() where peek(offset)?.isWord(word) != true {
      return false
    }
    at += words.count
    return true
  }

  func words(in range: Range<Int>) -> [String] {
    tokens[range].compactMap { if case .word(let word) = $0 { word } else { nil } }
  }
}

extension StatedNumber {
  fileprivate func with(_ found: (bound: NumberBound, isOuter: Bool)) -> StatedNumber {
    var copy = self
    // `una trentina` is about thirty whatever else is said of it.
    if found.bound != .exact { (copy.bound, copy.isOuterBound) = found }
    return copy
  }
}
