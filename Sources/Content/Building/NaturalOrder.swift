/// The order of printed numbers: `2` before `10`, `2.1` before `2.10`.
enum NaturalOrder {
  static func precedes(_ a: String, _ b: String) -> Bool {
    if let x = number(a), let y = number(b) { return x < y }
    // Most are plain numbers.
    if let first = Int(a), let second = Int(b), first != second { return first < second }
    let (first, second) = (pieces(a), pieces(b))
    for (x, y) in zip(first, second) where x != y {
      switch (Int(x), Int(y)) {
      case (let m?, let n?) where m != n: return m < n
      case (nil, _?): return false
      case (_?, nil): return true
      default: return x.utf8.lexicographicallyPrecedes(y.utf8)
      }
    }
    return first.count < second.count
  }

  /// A text of plain digits, the usual one: zeros in front would be told apart.
  private static func number(_ text: String) -> Int? {
    let bytes = text.utf8
    guard let first = bytes.first, first != 0x30, bytes.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Runs of digits and runs of anything else.
  private static func pieces(_ text: String) -> [String] {
    var result: [String] = []
    var lastWasDigit = false
    for character in text where character != "." {
      let isDigit = character.isASCII && character.isNumber
      if result.isEmpty || isDigit != lastWasDigit { result.append("") }
      result[result.count - 1].append(character)
      lastWasDigit = isDigit
    }
    return result
  }
}
