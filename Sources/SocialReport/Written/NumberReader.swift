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

  // One number

  private mutating func number() -> StatedNumber? {
    var sign: Bool?
    if case .symbol(let symbol) = token(), symbol == "-" || symbol == "+" {
      sign = symbol == "-"
      at += 1
    }
    var isEuro = skip("€") || (token()?.isWord("euro") == true && peek(1)?.isDigits == true)
    if isEuro, token()?.isWord("euro") == true { at += 1 }
    guard var number = sum() else { return nil }
    // What belongs to a number may stand behind the words of a link.
    let limit = horizon
    horizon = tokens.count
    defer { horizon = limit }
    if skip("°") || skip("º") || skip("ª") || skipWord(["th", "st", "nd", "rd"]) {
      number.form = .ordinal
    } else if skip("%") || skipWords(["per", "cento"]) || skipWords(["per", "cent"])
      || skipWord(["percento", "percent"])
    {
      number.form = .percent
    } else if skipWords(["punti", "percentuali"]) || skipWords(["punto", "percentuale"])
      || skipWords(["percentage", "points"]) || skipWord(["punti", "punto", "points"])
    {
      number.form = .points
    }
    let start = at
    _ = skipWord(["di"])
    if skip("€") || skipWord(["euro", "euros"]) { isEuro = true } else { at = start }
    if isEuro { number.form = .euro }
    guard let sign else { return number }
    return number.signed(isNegative: sign)
  }

  /// Terms put together: `4 milioni e 325 mila`, `due milioni e mezzo`.
  private mutating func sum() -> StatedNumber? {
    if let half = halfOfMagnitude() { return half }
    guard let (first, factor) = term() else { return nil }
    var total = first
    var lowest = factor
    while lowest > 0 {
      let start = at
      let isJoined = skipWord(["e", "and"])
      if isJoined, skipWord(["mezzo", "mezza", "half"]),
        let half = DecimalNumber.power(ofTen: lowest - 1).multiplied(by: 5)
      {
        return total.adding(half, exponent: lowest - 1) ?? total
      }
      guard let (next, power) = term(), power < lowest, next.form == .cardinal, !next.isWeak,
        let sum = total.adding(next.value, exponent: next.exponent)
      else {
        at = start
        break
      }
      total = sum
      lowest = power
    }
    return total
  }

  /// `mezzo milione`, `half a million`.
  private mutating func halfOfMagnitude() -> StatedNumber? {
    let start = at
    guard skipWord(["mezzo", "half"]) else { return nil }
    _ = skipWord(["a"])
    guard let power = multiplier(),
      let half = DecimalNumber.power(ofTen: power - 1).multiplied(by: 5)
    else {
      at = start
      return nil
    }
    var number = StatedNumber(value: half, exponent: power - 1)
    number.magnitude = power
    return number
  }

  /// A number and the word that multiplies it, with the power of ten of that word.
  private mutating func term() -> (number: StatedNumber, power: Int)? {
    guard let number = plain() else { return nil }
    if case .word(let word) = token(), let count = FractionWords.roundNumber(of: word),
      number.form == .cardinal, let value = number.value.multiplied(by: count)
    {
      at += 1
      var round = StatedNumber(value: value, exponent: count >= 100 ? 1 : 0, bound: .about)
      round.isRound = true
      return (round, 0)
    }
    // `milioni` may stand behind the words of a link.
    let limit = horizon
    horizon = tokens.count
    defer { horizon = limit }
    guard let power = multiplier() else { return (number, 0) }
    guard let value = number.value.divided(byPowerOfTen: -power) else { return nil }
    var great = StatedNumber(value: value, exponent: number.exponent + power, form: number.form)
    great.magnitude = power
    return (great, power)
  }

  private mutating func multiplier() -> Int? {
    guard case .word(let word) = token() else { return nil }
    let power = MagnitudeWords.power(of: word)
    if power != nil { at += 1 }
    return power
  }

  /// Digits or one word.
  private mutating func plain() -> StatedNumber? {
    switch token() {
    case .digits(let digits):
      at += 1
      return NumberReader.digits(digits, language)
    case .word(let word):
      // English joins with hyphens and spaces what Italian writes as one word.
      for count in language == .english ? [6, 5, 4, 3, 2, 1] : [1] {
        guard let joined = joinedWords(count) else { continue }
        if let value = NumberWords.cardinal(of: joined, in: language) {
          at += count
          let isWeak = ["un", "uno", "una", "one"].contains(word) && count == 1
          return StatedNumber(
            value: DecimalNumber(Int64(value)), exponent: value >= 1000 ? 3 : 0, isWeak: isWeak)
        }
        if let value = NumberWords.ordinal(of: joined, in: language) {
          at += count
          return StatedNumber(value: DecimalNumber(Int64(value)), exponent: 0, form: .ordinal)
        }
      }
      return nil
    default: return nil
    }
  }

  /// So many tokens as one text: `twenty-one`, `one hundred and five`.
  private func joinedWords(_ count: Int) -> String? {
    var text = ""
    for offset in 0..<count {
      switch peek(offset) {
      case .word(let word): text += text.isEmpty || text.last == "-" ? word : " " + word
      case .symbol(WrittenToken.joiner): text += "-"
      default: return nil
      }
    }
    return text
  }

  /// `1.234,5` in Italian, `1,234.5` in English; spaces between groups in both.
  static func digits(_ text: String, _ language: Language) -> StatedNumber? {
    let written =
      language == .italian
      ? text
      : String(
        text.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
    guard case .number(let number) = Numerals.read(written, isQuoted: true) else { return nil }
    return StatedNumber(value: number, exponent: -number.scale)
  }

  // Tokens

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

/// The words that multiply the number before them.
package enum MagnitudeWords {
  package static func power(of word: String) -> Int? {
    switch word {
    case "mila", "migliaia", "thousand", "thousands": 3
    case "milione", "milioni", "mln", "million", "millions": 6
    case "miliardo", "miliardi", "mld", "billion", "billions", "bn": 9
    default: nil
    }
  }
}

extension StatedNumber {
  fileprivate func with(_ found: (bound: NumberBound, isOuter: Bool)) -> StatedNumber {
    var copy = self
    // `una trentina` is about thirty whatever else is said of it.
    if found.bound != .exact { (copy.bound, copy.isOuterBound) = found }
    return copy
  }

  /// With a sign, as a difference has it.
  package func signed(isNegative: Bool) -> StatedNumber {
    var copy = StatedNumber(
      value: isNegative ? value.negated : value, exponent: exponent, form: form, bound: bound,
      isOuterBound: isOuterBound, hasSign: true)
    copy.magnitude = magnitude
    copy.borrowedMagnitude = borrowedMagnitude
    return copy
  }

  fileprivate func adding(_ other: DecimalNumber, exponent: Int) -> StatedNumber? {
    value.adding(other).map {
      var sum = StatedNumber(value: $0, exponent: exponent, form: form)
      sum.magnitude = magnitude
      return sum
    }
  }
}
