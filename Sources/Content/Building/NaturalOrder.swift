/// The order of printed numbers: `2` before `10`, `2.1` before `2.10`, `2` before `2.bis` before `3`.
///
/// Signs part a number into its steps, as a change between digits and letters does; then steps are
/// compared one by one. A step that is not there comes first, then numbers by their size, then words.
struct NaturalOrder {
  /// The steps whose letters are Roman numbers in this list: `I` may be a ninth letter elsewhere.
  private let romanSteps: Set<Int>

  /// - Parameter numbers: all that are put in order.
  init(of numbers: some Sequence<String>) {
    var words: [Int: [Substring]] = [:]
    for number in numbers where NaturalOrder.plainNumber(number) == nil {
      for (index, run) in NaturalOrder.runs(number).enumerated() where !NaturalOrder.isDigits(run) {
        words[index, default: []].append(run)
      }
    }
    romanSteps = Set(
      words.filter { _, words in
        words.contains { $0.count > 1 } && words.allSatisfy { RomanNumeral.value(of: $0) != nil }
      }.keys)
  }

  func precedes(_ a: String, _ b: String) -> Bool {
    if let x = NaturalOrder.plainNumber(a), let y = NaturalOrder.plainNumber(b) { return x < y }
    let (first, second) = (steps(a), steps(b))
    for (x, y) in zip(first, second) where x != y { return x < y }
    if first.count != second.count { return first.count < second.count }
    // `1` and `01` say the same; the order is one nevertheless.
    return a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private func steps(_ text: String) -> [Step] {
    NaturalOrder.runs(text).enumerated().map { index, run in
      if NaturalOrder.isDigits(run) { return Step(digits: run) }
      if romanSteps.contains(index), let value = RomanNumeral.value(of: run) {
        return Step(digits: "\(value)")
      }
      return Step(word: run)
    }
  }

  /// A text of plain digits, the usual one: zeros in front would be told apart.
  private static func plainNumber(_ text: String) -> Int? {
    let bytes = text.utf8
    guard let first = bytes.first, first != 0x30, bytes.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Runs of digits and runs of letters.
  private static func runs(_ text: String) -> [Substring] {
    var result: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let run = rest.prefix { isDigit($0) == isDigit(first) && $0.isLetter == first.isLetter }
      rest = rest[run.endIndex...]
      if isDigit(first) || first.isLetter { result.append(run) }
    }
    return result
  }

  private static func isDigits(_ run: Substring) -> Bool { run.first.map(isDigit) ?? false }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

extension NaturalOrder {
  /// One step of a number: digits, or a word.
  private struct Step: Comparable {
    private let isWord: Bool
    /// Of a word such as `bis` its place among them; all others come behind.
    private let rank: Int
    /// Digits without zeros in front: they may be more than a machine reckons with.
    private let text: String

    init(digits: some StringProtocol) {
      (isWord, rank, text) = (false, 0, String(digits.drop { $0 == "0" }))
    }

    init(word: Substring) {
      let small = word.lowercased()
      (isWord, text) = (true, small)
      rank = Step.insertions.firstIndex(of: small) ?? Step.insertions.count
    }

    /// What is put in behind a number is called so in Italian norms, in order from the second on.
    private static let insertions = [
      "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies",
    ]

    static func < (a: Step, b: Step) -> Bool {
      if a.isWord != b.isWord { return b.isWord }
      if a.rank != b.rank { return a.rank < b.rank }
      let (x, y) = (a.text.utf8, b.text.utf8)
      if !a.isWord, x.count != y.count { return x.count < y.count }
      return x.lexicographicallyPrecedes(y)
    }
  }
}
