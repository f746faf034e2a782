/// Numbers that belong together: `da 67,7 a 56,8 milioni`, `60–70`, `tra 3 e 4 milioni`.
extension NumberReader {
  private static let connectors: Set<String> = [
    "a", "ad", "al", "allo", "alla", "all", "ai", "agli", "alle", "e", "ed", "o", "od", "il", "lo",
    "la", "l", "i", "gli", "le", "to", "and", "or", "the", "fino", "sino", "up", "circa", "quasi",
    "oltre", "di", "euro",
  ]

  /// Whether nothing but words that join stands between two numbers.
  private func isOnePhrase(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    let between = tokens[first.upperBound..<max(first.upperBound, second.lowerBound)]
    guard !between.isEmpty, between.count <= 6 else { return false }
    return between.allSatisfy { token in
      switch token {
      case .word(let word): NumberReader.connectors.contains(word)
      case .symbol(let symbol):
        symbol == WrittenToken.joiner || symbol == "-" || symbol == "/"
          || symbol == "€"
      case .digits: false
      }
    }
  }

  /// A number without a magnitude may have that of its neighbour in the same phrase.
  mutating func borrowMagnitudes() {
    guard numbers.count > 1 else { return }
    func lend(_ from: Int, to other: Int) {
      guard let power = numbers[from].number.magnitude ?? numbers[from].number.borrowedMagnitude,
        numbers[other].number.magnitude == nil, numbers[other].number.borrowedMagnitude == nil,
        !isComplete(numbers[other]),
        isOnePhrase(numbers[min(from, other)].tokens, numbers[max(from, other)].tokens)
      else { return }
      numbers[other].number.borrowedMagnitude = power
    }
    for index in numbers.indices.dropLast().reversed() { lend(index + 1, to: index) }
    for index in numbers.indices.dropFirst() { lend(index - 1, to: index) }
  }

  /// Whether a number says what it counts, so that nothing is left to its neighbour: `1 euro`, `5 %`.
  private func isComplete(_ placed: PlacedNumber) -> Bool {
    switch placed.number.form {
    case .cardinal: return false
    case .ordinal, .percent, .points: return true
    case .euro:
      // The sign may stand before the digits.
      switch tokens[placed.tokens.upperBound - 1] {
      case .digits: return false
      case .word, .symbol: return true
      }
    }
  }

  /// Two numbers that are the ends of one; both stand in the text.
  mutating func joinRanges() {
    var joined: [PlacedNumber] = []
    var index = numbers.startIndex
    while index < numbers.count {
      let first = numbers[index]
      index += 1
      guard index < numbers.count else {
        joined.append(first)
        break
      }
      let second = numbers[index]
      let low = first.number.borrowed ?? first.number
      let high = second.number.borrowed ?? second.number
      if text.contains(first.tokens.lowerBound), text.contains(second.tokens.lowerBound),
        low.value < high.value, isOnePhrase(first.tokens, second.tokens), isRange(first, second)
      {
        var range = low
        range.upper = high.value
        range.form = second.number.form
        range.bound = .exact
        range.magnitude = low.magnitude ?? high.magnitude
        joined.append(
          PlacedNumber(
            number: range, tokens: first.tokens.lowerBound..<second.tokens.upperBound))
        index += 1
      } else {
        joined.append(first)
      }
    }
    numbers = joined
  }

  private func isRange(_ first: PlacedNumber, _ second: PlacedNumber) -> Bool {
    let between = tokens[first.tokens.upperBound..<second.tokens.lowerBound]
    if between.count == 1, case .symbol(let symbol)? = between.first {
      return symbol == WrittenToken.joiner && tokens[first.tokens.upperBound - 1].endsNumber
        && tokens[second.tokens.lowerBound].isDigits
    }
    var index = first.tokens.lowerBound - 1
    while index >= 0, case .word(let word) = tokens[index] {
      guard let plain = BoundWords.plain(word) else {
        index -= 1
        continue
      }
      return ["tra", "fra", "between", "da", "from"].contains(plain)
    }
    return false
  }
}
