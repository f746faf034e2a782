import Diagnostics

/// Parts and multiples: `due terzi`, `3/4`, `½`, `9 famiglie su 10`, `il doppio`, `tre volte`.
extension NumberReader {
  /// A part or a multiple that begins here and is no other number, with its length.
  mutating func proportion() -> (StatedProportion, length: Int)? {
    switch token() {
    case .symbol(let sign):
      return FractionWords.proportion(of: sign).map { ($0, 1) }
    case .digits(let digits):
      if let stroke = slashed(digits) { return stroke }
      return Int(digits).flatMap { parts(of: Double($0), behind: 1) }
    case .word(let word):
      if word == "half", peek(1)?.isWord("a") == true || isMagnitude(1) { return nil }
      if word == "a", language == .english { return parts(of: 1, behind: 1) }
      if word == "maggior" || word == "minor" {
        guard peek(1)?.isWord("parte") == true else { return nil }
        return (
          StatedProportion(.part, 1, of: 2).with(word == "maggior" ? .moreThan : .lessThan), 2
        )
      }
      if let known = FractionWords.proportion(of: word) { return (known, 1) }
      return NumberWords.cardinal(of: word, in: language)
        .flatMap { parts(of: Double($0), behind: 1) }
    case nil: return nil
    }
  }

  private func isMagnitude(_ ahead: Int) -> Bool {
    if case .word(let word) = peek(ahead) { MagnitudeWords.power(of: word) != nil } else { false }
  }

  /// `due terzi`, `two-thirds`.
  private func parts(of count: Double, behind ahead: Int) -> (StatedProportion, length: Int)? {
    var next = ahead
    if case .symbol(WrittenToken.joiner) = peek(next) { next += 1 }
    // `twenty-first` is one word, `two-thirds` are two.
    if next > ahead, case .word(let first) = token(), case .word(let second) = peek(next),
      NumberWords.ordinal(of: first + "-" + second, in: language) != nil
    {
      return nil
    }
    guard case .word(let word) = peek(next),
      let parts = FractionWords.parts(of: word, in: language)
    else { return nil }
    return (StatedProportion(.part, count, of: parts), next + 1)
  }

  /// `3/4`, where it is no date and no number of an act.
  private func slashed(_ digits: String) -> (StatedProportion, length: Int)? {
    guard case .symbol("/") = peek(1), case .digits(let second) = peek(2), let above = Int(digits),
      let below = Int(second), above > 0, above < below, below <= 100
    else { return nil }
    if case .symbol("/") = peek(3) { return nil }
    if at > 0, case .symbol("/") = tokens[at - 1] { return nil }
    return (StatedProportion(.part, Double(above), of: below), 3)
  }

  /// `9 su 10`, `nove famiglie su dieci`, `un abitante ogni tre`, `one in three`.
  func share() -> (StatedProportion, length: Int)? {
    guard let count = wholeNumber(at: at) else { return nil }
    var index = at + 1
    // The noun that is counted may stand between.
    while index < min(at + 5, tokens.count), case .word(let word) = tokens[index],
      !NumberReader.outOf.contains(word), NumberWords.cardinal(of: word, in: language) == nil
    {
      index += 1
    }
    guard index < tokens.count, case .word(let word) = tokens[index],
      NumberReader.outOf.contains(word)
    else { return nil }
    index += 1
    // `64 per cento` is a number of its own.
    if word == "per", index < tokens.count,
      tokens[index].isWord("cento") || tokens[index].isWord("cent")
    {
      return nil
    }
    while index < tokens.count, case .word(let word) = tokens[index],
      ["of", "every", "i", "gli", "le"].contains(word)
    {
      index += 1
    }
    guard index < tokens.count, let whole = wholeNumber(at: index), whole > 1, whole <= 1_000_000,
      count <= 10 * whole
    else { return nil }
    // `per` is a multiplication or a price, unless it is of a hundred, a thousand.
    if word == "per", whole % 100 != 0 { return nil }
    if word == "in", language == .italian { return nil }
    return (StatedProportion(.part, Double(count), of: whole), index + 1 - at)
  }

  private static let outOf: Set<String> = ["su", "ogni", "per", "in", "out"]

  private func wholeNumber(at index: Int) -> Int? {
    switch tokens[index] {
    case .digits(let digits): NumberReader.digits(digits, language).flatMap(\.whole)
    case .word(let word): NumberWords.cardinal(of: word, in: language)
    case .symbol: nil
    }
  }

  /// `tre volte`, `three times`.
  mutating func skipTimes() -> Bool { skipWord(["volte", "times"]) }
}

extension StatedNumber {
  fileprivate var whole: Int? { value.rescaled(to: 0).flatMap { Int(exactly: $0.coefficient) } }
}
