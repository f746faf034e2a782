/// A word of a block: letters and digits between anything else.
package struct Word: Sendable {
  /// In bytes of the block's text.
  let start: Int
  let end: Int
  /// Letters of any alphabet, as people count them.
  let letters: Int
  let hasDigit: Bool
  let hasSmallLetter: Bool
  let isCapitalised: Bool
  /// Of the word in small letters (FNV-1a), so that words are compared without being made strings.
  package let hash: UInt64
  var isCode = false
  var isLinked = false

  package var range: Range<Int> { start..<end }

  /// The words of a text as they are compared.
  package static func hashes(of text: String) -> [UInt64] {
    words(of: Array(text.utf8)).map(\.hash)
  }

  /// Two letters or more, none of them small, no digits.
  var isAllCapitals: Bool { letters > 1 && !hasSmallLetter && !hasDigit }

  static func words(of text: [UInt8]) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(text.count / 6 + 1)
    var at = 0
    while at < text.count {
      guard Alphabet.isPart(text[at]) else {
        at += Alphabet.width(of: text[at])
        continue
      }
      let start = at
      var letters = 0
      var hasDigit = false
      var hasSmallLetter = false
      var hash = Alphabet.hashStart
      while at < text.count {
        let byte = text[at]
        // Most are letters of ASCII.
        if (0x61...0x7A).contains(byte | 0x20) {
          hash = Alphabet.hash(hash, byte | 0x20)
          letters += 1
          if byte >= 0x61 { hasSmallLetter = true }
          at += 1
          continue
        }
        guard Alphabet.isPart(byte) else { break }
        hash = Alphabet.hash(hash, byte)
        if Alphabet.isDigit(byte) {
          hasDigit = true
          at += 1
        } else {
          letters += 1
          // Of `À…Þ` and `à…ÿ` the second half are small; of other letters nothing is asked.
          let next = at + 1 < text.count ? text[at + 1] : 0
          let isSmall = byte != 0xC3 || next >= 0x9F
          if isSmall { hasSmallLetter = true }
          hash = Alphabet.hash(hash, isSmall ? next : next + 0x20)
          at += 2
        }
      }
      let end = min(at, text.count)
      words.append(
        Word(
          start: start, end: end, letters: letters, hasDigit: hasDigit,
          hasSmallLetter: hasSmallLetter, isCapitalised: Alphabet.isCapital(text, start),
          hash: hash))
      at = end
    }
    return words
  }
}

/// The bytes of letters and digits in UTF-8, as far as European languages need.
package enum Alphabet {
  /// A hash of some bytes, for texts that are compared as they are written.
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(hashStart, hash)
  }

  static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a letter or digit begins here: ASCII, or two bytes from `À` on.
  static func isPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || isDigit(byte) || (0xC3...0xDF).contains(byte)
  }

  static func isCapital(_ text: [UInt8], _ at: Int) -> Bool {
    guard at < text.count else { return false }
    if text[at] == 0xC3 { return at + 1 < text.count && text[at + 1] < 0x9F }
    return (0x41...0x5A).contains(text[at])
  }

  /// How many bytes a character takes that begins with this one.
  static func width(of byte: UInt8) -> Int {
    switch byte {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xFF: 4
    default: 1
    }
  }
}
