/// How letters are compared: in lower case, without their accents.
///
/// The table goes into the index, and the page's script reads it there: so both fold alike, whatever a browser
/// knows of Unicode.
package enum LetterFolding {
  /// What stands for which letters.
  private static let groups: KeyValuePairs = [
    "a": "àáâãäåāăą", "ae": "æ", "c": "çćĉċč", "d": "ďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
    "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņň", "o": "òóôõöøōŏő", "oe": "œ",
    "r": "ŕŗř", "s": "śŝşšș", "ss": "ß", "t": "ţťŧț", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ",
    "z": "źżž", "σ": "ς",
  ]

  private static let table: [Unicode.Scalar: [UInt8]] = Dictionary(
    groups.flatMap { base, letters in letters.unicodeScalars.map { ($0, Array(base.utf8)) } },
    uniquingKeysWith: { first, _ in first })

  /// The table as the index holds it: `a:àáâ e:èé`.
  static let text = groups.map { "\($0.key):\($0.value)" }.joined(separator: " ")

  /// Appends a letter as it is compared; accents that combine leave nothing.
  static func append(_ letter: Unicode.Scalar, to word: inout [UInt8]) {
    if letter.isASCII {
      let isCapital = (0x41...0x5A).contains(letter.value)
      word.append(UInt8(letter.value) | (isCapital ? 0x20 : 0))
    } else if let base = table[letter] {
      word += base
    } else {
      for small in letter.properties.lowercaseMapping.unicodeScalars where !isAccent(small) {
        word += table[small] ?? Array(String(small).utf8)
      }
    }
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  /// A text with every letter as it is compared, in UTF-8.
  package static func folded(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }
}
