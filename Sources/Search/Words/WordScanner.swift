import Diagnostics

/// Takes the words out of a text, one by one, folded: `dell'Unità` is `dell` and `unita`, `1.234,5` is `1234,5`.
///
/// The page's script takes out the same ones (`WORD` in `cerca.js`): initials with full stops between them are
/// one word, numbers keep their decimals, and all else is a run of letters that digits may follow.
struct WordScanner {
  private let text: [UInt8]
  /// What stands between the thousands of a number.
  private let thousands: UInt8
  private var at = 0
  /// The word that was taken last, in UTF-8.
  private(set) var word: [UInt8] = []

  init(_ text: String, _ language: Language) {
    self.text = Array(text.utf8)
    thousands = UInt8(ascii: language == .english ? "," : ".")
  }

  /// Goes on to the next word; false at the end of the text.
  mutating func next() -> Bool {
    word.removeAll(keepingCapacity: true)
    while at < text.count {
      if Self.isDigit(text[at]) {
        number()
        return true
      }
      let (length, kind) = sign(at: at)
      if kind == .letter {
        if !initials(length) { letters() }
        return true
      }
      at += length
    }
    return false
  }

  private mutating func letters() {
    while at < text.count {
      let byte = text[at]
      if byte < 0x80 {
        guard Self.isDigit(byte) || Self.isLetter(byte) else { return }
        word.append(Self.isDigit(byte) ? byte : byte | 0x20)
        at += 1
      } else {
        let (length, kind) = sign(at: at)
        guard kind != .other else { return }
        take(length)
      }
    }
  }

  /// Takes the sign here, folded.
  private mutating func take(_ length: Int) {
    if length == 1 {
      word.append(text[at] | 0x20)
    } else {
      LetterFolding.append(Self.scalar(text[at..<at + length]), to: &word)
    }
    at += length
  }

  /// Takes `P.N.R.R.`, where two letters at least have a full stop between them.
  private mutating func initials(_ length: Int) -> Bool {
    var ends = [at + length]
    var end = at + length
    while end < text.count, text[end] == UInt8(ascii: "."), end + 1 < text.count {
      let (length, kind) = sign(at: end + 1)
      guard kind == .letter else { break }
      end += 1 + length
      ends.append(end)
    }
    guard ends.count > 1 else { return false }
    // The last is the beginning of a word.
    if end < text.count, sign(at: end).kind != .other { ends.removeLast() }
    guard ends.count > 1 else { return false }
    for end in ends {
      take(end - at)
      if end != ends.last { at += 1 }
    }
    return true
  }

  private mutating func number() {
    let start = at
    while at < text.count {
      let isBetween = text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",")
      guard Self.isDigit(text[at]) || isBetween && digits(from: at + 1) > 0 else { break }
      at += 1
    }
    for place in start..<at {
      if Self.isDigit(text[place]) {
        word.append(text[place])
      } else if text[place] != thousands || digits(from: place + 1) != 3 {
        word.append(UInt8(ascii: ","))
      }
    }
    // No zero in front but the one before the decimals.
    let zeros = word.prefix { $0 == UInt8(ascii: "0") }.count
    let isWhole = zeros < word.count && word[zeros] != UInt8(ascii: ",")
    word.removeFirst(isWhole ? zeros : max(0, zeros - 1))
  }

  /// How many digits stand there in a row, as far as it matters.
  private func digits(from place: Int) -> Int {
    var count = 0
    while count < 4, place + count < text.count, Self.isDigit(text[place + count]) { count += 1 }
    return count
  }

  // Signs

  private enum Kind { case letter, partOfWord, other }

  /// How many bytes the sign at a place has, and what it is.
  private func sign(at place: Int) -> (length: Int, kind: Kind) {
    let byte = text[place]
    if byte < 0x80 {
      return (1, Self.isLetter(byte) ? .letter : Self.isDigit(byte) ? .partOfWord : .other)
    }
    var length = 1
    while place + length < text.count, text[place + length] & 0xC0 == 0x80 { length += 1 }
    // Latin letters with accents, which most are, and two signs between them.
    if byte == 0xC3 {
      return (length, text[place + 1] == 0x97 || text[place + 1] == 0xB7 ? .other : .letter)
    }
    return (length, Self.kind(of: Self.scalar(text[place..<place + length])))
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? " "
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: .partOfWord
    default: .other
    }
  }
}
