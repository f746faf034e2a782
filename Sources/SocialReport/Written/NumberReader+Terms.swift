import Diagnostics

/// One number: its terms, the words that multiply them, its unit.
extension NumberReader {
  /// A number with its sign, its unit and what makes it an ordinal or a percentage.
  mutating func number() -> StatedNumber? {
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
}

extension StatedNumber {
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
