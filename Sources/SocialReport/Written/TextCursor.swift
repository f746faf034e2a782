/// A place in a text that is read from left to right, capitals aside.
struct TextCursor {
  private let bytes: [UInt8]
  var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at >= bytes.count }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0xC3...0xDF).contains(byte)
  }

  private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  private func small(_ index: Int) -> UInt8? {
    byte(index).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  var isAtLetter: Bool { byte(at).map(TextCursor.isLetter) == true }

  /// Whether no letter or digit stands right before.
  var isAtWordStart: Bool {
    guard let before = byte(at - 1) else { return true }
    return !TextCursor.isLetter(before) && !TextCursor.isDigit(before) && before < 0x80
      || before == 0xA0 || before == 0x99
  }

  var previousIsStop: Bool { previousIs(UInt8(ascii: ".")) }

  /// Whether a byte stands right before, and another before that.
  func previousIs(_ wanted: UInt8, _ before: Unicode.Scalar? = nil) -> Bool {
    guard small(at - 1) == wanted else { return false }
    return before.map { small(at - 2) == UInt8($0.value & 0x7F) } ?? true
  }

  /// The byte here, as a small letter.
  var letter: UInt8? { small(at) }

  func mayBegin(_ letters: StaticString) -> Bool {
    guard let here = small(at) else { return false }
    return letters.withUTF8Buffer { unsafe $0.contains(here) }
  }

  /// The width of the white space here: a space, a break, a no-break space.
  private func space(_ index: Int) -> Int {
    switch byte(index) {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where byte(index + 1) == 0xA0: 2
    case 0xE2 where byte(index + 1) == 0x80 && byte(index + 2) == 0xAF: 3
    default: 0
    }
  }

  mutating func skipSpaces() {
    while true {
      let width = space(at)
      if width == 0 { return }
      at += width
    }
  }

  private func end(of text: some Sequence<UInt8>) -> Int? {
    var index = at
    for wanted in text {
      if wanted == 0x20 {
        let width = space(index)
        if width == 0 { return nil }
        index += width
      } else {
        guard small(index) == wanted else { return nil }
        index += 1
      }
    }
    return index
  }

  mutating func skip(_ text: String) -> Bool { skip(anyOf: [text]) }

  mutating func skip(anyOf texts: [String]) -> Bool {
    for text in texts {
      guard let end = end(of: text.utf8) else { continue }
      at = end
      return true
    }
    return false
  }

  func isAt(anyOf texts: [String]) -> Bool { texts.contains { end(of: $0.utf8) != nil } }

  /// A spelling of an abbreviation: a space after a full stop may be there or not.
  mutating func skip(spelling: [UInt8]) -> Bool {
    var index = at
    for (offset, wanted) in spelling.enumerated() {
      if wanted == 0x20 {
        let width = space(index)
        if width == 0, spelling[offset - 1] != UInt8(ascii: ".") { return false }
        index += width
      } else {
        guard small(index) == wanted else { return false }
        index += 1
      }
    }
    at = index
    return true
  }

  mutating func number() -> String? {
    let start = at
    while let here = byte(at), TextCursor.isDigit(here) { at += 1 }
    return at > start && at - start <= 6 ? String(decoding: bytes[start..<at], as: UTF8.self) : nil
  }

  /// The letters here, small.
  mutating func word() -> String {
    let start = at
    while isAtLetter { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  }
}
