package import Diagnostics

/// Finds the numbers that a text states, as people write them in Italian and in English.
///
/// `64`, `1.234,5`, `8°`, `12,5 %`, `primo`, `undici`, `4 milioni e 325 mila`, `€ 1.250,00`.
package struct NumberReader {
  private let language: Language
  private let tokens: [WrittenToken]
  private var at = 0

  package static func numbers(in text: some StringProtocol, _ language: Language)
    -> [StatedNumber]
  {
    var reader = NumberReader(language: language, tokens: WrittenToken.tokens(of: text))
    return reader.run()
  }

  private init(language: Language, tokens: [WrittenToken]) {
    (self.language, self.tokens) = (language, tokens)
  }

  private mutating func run() -> [StatedNumber] {
    var found: [StatedNumber] = []
    while at < tokens.count {
      if let date = WrittenDate.length(at: at, in: tokens) {
        at += date
        continue
      }
      if let fraction = fractionLength {
        at += fraction
        continue
      }
      let start = at
      if let number = number() {
        found.append(number.with(bound: bound(before: start)))
      } else {
        at = start + 1
      }
    }
    return joined(found)
  }

  private static let fractions: Set<String> = [
    "terzo", "terzi", "quarto", "quarti", "quinto", "quinti", "sesto", "sesti", "settimi", "ottavi",
    "noni", "decimi", "decina", "decine", "dozzina", "ventina", "trentina", "quarantina",
    "cinquantina",
    "centinaio", "centinaia", "migliaio", "half", "third", "thirds", "quarter", "quarters", "fifth",
    "fifths", "tenths",
  ]

  /// The tokens of a fraction or a round number that begins here: `due terzi` is no two, `una
  /// trentina` no one.
  private var fractionLength: Int? {
    guard case .word(let next) = peek(1), NumberReader.fractions.contains(next) else { return nil }
    switch token() {
    case .digits: return 2
    case .word(let word): return NumberWords.cardinal(of: word, in: language) == nil ? nil : 2
    default: return nil
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
    _ = skipWord(["di"])
    if skip("€") || skipWord(["euro", "euros"]) { isEuro = true }
    if isEuro { number.form = .euro }
    guard let sign else { return number }
    return number.signed(isNegative: sign)
  }

  /// Terms put together: `4 milioni e 325 mila`, `due milioni e mezzo`.
  private mutating func sum() -> StatedNumber? {
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

  /// A number and the word that multiplies it, with the power of ten of that word.
  private mutating func term() -> (number: StatedNumber, power: Int)? {
    guard var number = plain() else { return nil }
    guard let power = multiplier() else { return (number, 0) }
    guard let value = number.value.divided(byPowerOfTen: -power) else { return nil }
    number = StatedNumber(
      value: value, exponent: number.exponent + power, form: number.form)
    return (number, power)
  }

  private mutating func multiplier() -> Int? {
    guard case .word(let word) = token() else { return nil }
    let power: Int? =
      switch word {
      case "mila", "migliaia", "thousand": 3
      case "milione", "milioni", "mln", "million", "millions": 6
      case "miliardo", "miliardi", "mld", "billion", "billions": 9
      default: nil
      }
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

  // What stands around it

  /// What the words before a number, articles aside, make of it.
  private func bound(before start: Int) -> StatedNumber.Bound {
    var words: [String] = []
    var index = start - 1
    while index >= 0, words.count < 3, case .word(let word) = tokens[index] {
      if !NumberReader.articles.contains(word) { words.append(word) }
      index -= 1
    }
    func word(_ back: Int) -> String { back <= words.count ? words[back - 1] : "" }
    let isDenied = ["non", "no", "not"].contains(word(3))
    switch word(1) {
    case "circa", "about", "approximately", "around", "intorno", "attorno", "some", "roughly":
      return .about
    case "oltre", "over": return .over
    case "almeno": return .atLeast
    case "quasi", "nearly", "almost", "under": return .under
    case "massimo": return .atMost
    case "least": return .atLeast
    case "most": return .atMost
    case "a", "al", "alla", "to":
      if ["intorno", "attorno"].contains(word(2)) { return .about }
      if ["fino", "up"].contains(word(2)) { return .atMost }
    case "di", "del", "della", "dell", "than":
      if ["più", "more"].contains(word(2)) { return isDenied ? .atMost : .over }
      if ["meno", "less", "fewer"].contains(word(2)) { return isDenied ? .atLeast : .under }
    default: break
    }
    if case .word("circa") = token() { return .about }
    return .exact
  }

  private static let articles: Set<String> = ["il", "lo", "la", "l", "i", "gli", "le", "the"]

  /// `60–70`, `tra 60 e 70`: two numbers that are the ends of one.
  private func joined(_ numbers: [StatedNumber]) -> [StatedNumber] {
    guard numbers.count == 2, numbers[0].value < numbers[1].value, isRange else {
      return numbers
    }
    var range = numbers[0]
    range.upper = numbers[1].value
    range.form = numbers[1].form
    return [range]
  }

  private var isRange: Bool {
    let words = tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
    if let first = words.first, ["tra", "fra", "between", "da", "dal", "from"].contains(first) {
      return true
    }
    return tokens.indices.contains { index in
      guard case .symbol(WrittenToken.joiner) = tokens[index], index > 0, index + 1 < tokens.count
      else {
        return false
      }
      return tokens[index - 1].endsNumber && tokens[index + 1].isDigits
    }
  }

  // Tokens

  private func peek(_ ahead: Int) -> WrittenToken? {
    tokens.indices.contains(at + ahead) ? tokens[at + ahead] : nil
  }

  private func token() -> WrittenToken? { peek(0) }

  private mutating func skip(_ symbol: Unicode.Scalar) -> Bool {
    guard case .symbol(symbol) = token() else { return false }
    at += 1
    return true
  }

  private mutating func skipWord(_ words: Set<String>) -> Bool {
    guard case .word(let word) = token(), words.contains(word) else { return false }
    at += 1
    return true
  }

  private mutating func skipWords(_ words: [String]) -> Bool {
    for (offset, word) in words.enumerated() where peek(offset)?.isWord(word) != true {
      return false
    }
    at += words.count
    return true
  }
}

extension StatedNumber {
  fileprivate func with(bound: Bound) -> StatedNumber {
    var copy = self
    copy.bound = bound
    return copy
  }

  fileprivate func signed(isNegative: Bool) -> StatedNumber {
    var copy = StatedNumber(
      value: isNegative ? value.negated : value, exponent: exponent, form: form)
    copy.hasSign = true
    return copy
  }

  fileprivate func adding(_ other: DecimalNumber, exponent: Int) -> StatedNumber? {
    value.adding(other).map { StatedNumber(value: $0, exponent: exponent, form: form) }
  }
}
