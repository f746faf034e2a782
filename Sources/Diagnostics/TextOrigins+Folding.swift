extension TextOrigins {
  /// A text without quotes, whose lines are put together with spaces.
  mutating func readPlain() -> Bool { fold(from: 0, quote: nil) == source.count }

  /// A text between single or double quotes, which goes on to the end of the source.
  mutating func readQuoted() -> Bool { fold(from: 1, quote: source[0]) == source.count - 1 }

  /// Reads words and what is between them up to a quote or the end.
  private mutating func fold(from start: Int, quote: UInt8?) -> Int? {
    var at = start
    while at < source.count, source[at] != quote || isDoubled(at) {
      let word = at
      guard let end = words(from: at, quote: quote) else { return nil }
      at = gap(from: end)
      if at == word { return nil }
    }
    return at
  }

  /// Whether an apostrophe is one of two that stand for one.
  private func isDoubled(_ at: Int) -> Bool {
    source[at] == UInt8(ascii: "'") && at + 1 < source.count && source[at + 1] == source[at]
  }

  /// Reads up to the next blank, break or quote; nil where an escape is none.
  private mutating func words(from start: Int, quote: UInt8?) -> Int? {
    var at = start
    while at < source.count, !isBlank(at), LineBreak.length(at: at, in: source.span) == 0 {
      if source[at] == quote {
        guard isDoubled(at) else { return at }
        append(source[at], madeOf: at..<at + 2)
        at += 2
      } else if quote == UInt8(ascii: "\""), source[at] == UInt8(ascii: "\\") {
        // Before a break it takes the break away.
        if lineBreak(at: at + 1) != nil { return at }
        guard let escape = Escape(source, at) else { return nil }
        for byte in escape.text.utf8 { append(byte, madeOf: at..<at + escape.length) }
        at += escape.length
      } else {
        append(at..<at + 1)
        at += 1
      }
    }
    return at
  }

  /// Reads blanks, which stay, or breaks, of which one is a space and more are one fewer.
  private mutating func gap(from start: Int) -> Int {
    var at = start
    var first: Break?
    var more: [Break] = []
    var isBroken = false
    if at < source.count, source[at] == UInt8(ascii: "\\"), let escaped = lineBreak(at: at + 1) {
      (isBroken, at) = (true, escaped.range.upperBound)
    }
    var blanks = at..<at
    while at < source.count {
      if isBlank(at) {
        at += 1
        if !isBroken { blanks = blanks.lowerBound..<at }
      } else if let found = lineBreak(at: at) {
        if isBroken { more.append(found) } else { first = found }
        (isBroken, at) = (true, found.range.upperBound)
      } else {
        break
      }
    }
    if !isBroken { append(blanks) }
    if let first {
      if !first.folds { append(first) } else if more.isEmpty { append(0x20, madeOf: first.range) }
    }
    append(more)
    return at
  }

  /// A backslash between double quotes with what stands behind it.
  private struct Escape {
    let text: String
    let length: Int

    private static let signs: [UInt8: String] = [
      0x30: "\0", 0x61: "\u{7}", 0x62: "\u{8}", 0x74: "\t", 0x09: "\t", 0x6E: "\n", 0x76: "\u{B}",
      0x66: "\u{C}", 0x72: "\r", 0x65: "\u{1B}", 0x20: " ", 0x22: "\"", 0x2F: "/", 0x5C: "\\",
      0x4E: "\u{85}", 0x5F: "\u{A0}", 0x4C: "\u{2028}", 0x50: "\u{2029}",
    ]
    private static let digits: [UInt8: Int] = [0x78: 2, 0x75: 4, 0x55: 8]

    init?(_ source: [UInt8], _ at: Int) {
      guard at + 1 < source.count else { return nil }
      if let text = Escape.signs[source[at + 1]] {
        (self.text, length) = (text, 2)
        return
      }
      guard let count = Escape.digits[source[at + 1]], at + 2 + count <= source.count,
        let code = UInt32(
          String(decoding: source[at + 2..<at + 2 + count], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      else { return nil }
      (text, length) = (String(scalar), 2 + count)
    }
  }
}
