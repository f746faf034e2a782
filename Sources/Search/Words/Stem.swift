import Diagnostics

/// What is left of a word when number and gender are taken off: no more, so that no two words meet by chance.
///
/// The page's script has the same few lines (`stem` in `cerca.js`), and a test compares the two on every word of
/// a site.
enum Stem {
  private static let shortest = 4

  /// - Parameter word: folded.
  static func of(_ word: String, _ language: Language) -> String {
    let letters = Array(word.utf8)
    guard letters.count >= shortest, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return word
    }
    switch language {
    case .italian: return String(decoding: letters.prefix(italian(letters)), as: UTF8.self)
    case .english:
      let (kept, added) = english(letters)
      return String(decoding: letters.prefix(kept), as: UTF8.self) + added
    }
  }

  /// `amico amica amici amiche` → `amic`, `servizio servizi` → `serviz`.
  ///
  /// - Returns: how many letters stay.
  private static func italian(_ word: [UInt8]) -> Int {
    var end = word.count
    guard "aeio".utf8.contains(word[end - 1]) else { return end }
    end -= 1
    // An `h` keeps the sound, an `i` is left of endings with two vowels.
    if end > 3, word[end - 1] == UInt8(ascii: "h"), "cg".utf8.contains(word[end - 2]) { end -= 1 }
    if end > 3, word[end - 1] == UInt8(ascii: "i") { end -= 1 }
    return end
  }

  /// `policies policy` → `policy`, `boxes box` → `box`, `schools school` → `school`.
  private static func english(_ word: [UInt8]) -> (kept: Int, added: String) {
    func ends(_ ending: String) -> Bool {
      word.count > ending.utf8.count && word.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    if word.count > 4, ends("ies") { return (word.count - 3, "y") }
    if ["xes", "sses", "ches", "shes"].contains(where: ends) { return (word.count - 2, "") }
    guard ends("s"), !["ss", "us", "is"].contains(where: ends) else { return (word.count, "") }
    return (word.count - 1, "")
  }
}
