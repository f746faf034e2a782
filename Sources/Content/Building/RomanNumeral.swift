/// A number from 1 to 399 in Roman letters, written as it should be: `iv`, `XIX`.
enum RomanNumeral {
  private static let signs: [(letters: String, value: Int)] = [
    ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4),
    ("i", 1),
  ]

  static func value(of word: some StringProtocol) -> Int? {
    // `ccclxxxviii` is the longest.
    guard !word.isEmpty, word.utf8.count <= 11 else { return nil }
    var rest = word.lowercased()[...]
    var value = 0
    for sign in signs {
      while rest.hasPrefix(sign.letters) {
        rest = rest.dropFirst(sign.letters.count)
        value += sign.value
      }
    }
    return rest.isEmpty && written(value) == word.lowercased() ? value : nil
  }

  private static func written(_ value: Int) -> String {
    var (rest, text) = (value, "")
    for sign in signs {
      while rest >= sign.value, text.utf8.count <= 11 {
        text += sign.letters
        rest -= sign.value
      }
    }
    return text
  }
}
