/// Passes over component values: strings, comments, addresses, escapes and blocks are wholes.
struct TokenSkipper {
  /// The bytes to stop at where they stand outside every such whole.
  struct Stops: OptionSet {
    let rawValue: UInt8
    static let semicolon = Stops(rawValue: 1)
    static let openBrace = Stops(rawValue: 2)
    static let closeBrace = Stops(rawValue: 4)
    static let closeBracket = Stops(rawValue: 8)
    static let closeParenthesis = Stops(rawValue: 16)
  }

  /// Whether a comment was passed, which whoever copies the text has to look for.
  private(set) var hasPassedComments = false
  /// Whether the last text had a string that its line ended, which the line's end has to go on doing.
  private(set) var hasPassedBrokenString = false
  /// What ends each open block, kept between calls for its memory.
  private var closers: [UInt8] = []

  /// The place of the first stop, or the limit.
  mutating func end(
    _ bytes: borrowing Span<UInt8>, from start: Int, to limit: Int, stoppingAt stops: Stops
  ) -> Int {
    closers.removeAll(keepingCapacity: true)
    hasPassedBrokenString = false
    var at = start
    while at < limit {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        at = bytes.endOfString(at)
        if at < bytes.count, bytes[at].isNewline { hasPassedBrokenString = true }
        continue
      case UInt8(ascii: "/") where bytes.has(UInt8(ascii: "*"), at: at + 1):
        hasPassedComments = true
        at = bytes.endOfComment(at)
        continue
      case UInt8(ascii: "\\"):
        at += 2
        continue
      case UInt8(ascii: "("):
        if bytes.opensAddress(at) {
          at = bytes.endOfAddress(at)
          continue
        }
        closers.append(UInt8(ascii: ")"))
      case UInt8(ascii: "["):
        closers.append(UInt8(ascii: "]"))
      case UInt8(ascii: "{"):
        if closers.isEmpty, stops.contains(.openBrace) { return at }
        closers.append(UInt8(ascii: "}"))
      case UInt8(ascii: ";"):
        if closers.isEmpty, stops.contains(.semicolon) { return at }
      case UInt8(ascii: "}"):
        if closers.isEmpty, stops.contains(.closeBrace) { return at }
        close(byte)
      case UInt8(ascii: "]"):
        if closers.isEmpty, stops.contains(.closeBracket) { return at }
        close(byte)
      case UInt8(ascii: ")"):
        if closers.isEmpty, stops.contains(.closeParenthesis) { return at }
        close(byte)
      default: break
      }
      at += 1
    }
    return limit
  }

  /// Only its own mate ends a block; any other closing byte in it is a mistake that CSS passes.
  private mutating func close(_ byte: UInt8) {
    if closers.last == byte { closers.removeLast() }
  }
}

extension Span<UInt8> {
  /// The place after the string that begins here; a line's end ends it too.
  func endOfString(_ start: Int) -> Int {
    let quote = self[start]
    var at = start + 1
    while at < count {
      let byte = self[at]
      if byte == quote { return at + 1 }
      if byte.isNewline { return at }
      if byte == UInt8(ascii: "\\") {
        at += has(0x0D, at: at + 1) && has(0x0A, at: at + 2) ? 3 : 2
      } else {
        at += 1
      }
    }
    return count
  }

  /// The place after the comment that begins here.
  func endOfComment(_ start: Int) -> Int {
    var at = start + 2
    while at + 1 < count {
      if self[at] == UInt8(ascii: "*"), self[at + 1] == UInt8(ascii: "/") { return at + 2 }
      at += 1
    }
    return count
  }

  /// Whether a parenthesis opens an address without quotes, which may have any byte in it.
  func opensAddress(_ parenthesis: Int) -> Bool {
    guard parenthesis >= 3, reads("url", in: parenthesis - 3..<parenthesis) else { return false }
    if parenthesis > 3 {
      let before = self[parenthesis - 4]
      if before.isName || before == UInt8(ascii: "\\") { return false }
    }
    var at = parenthesis + 1
    while at < count, self[at].isBlank { at += 1 }
    return !has(UInt8(ascii: "\""), at: at) && !has(UInt8(ascii: "'"), at: at)
  }

  /// The place after the address whose parenthesis opens here.
  func endOfAddress(_ parenthesis: Int) -> Int {
    var at = parenthesis + 1
    while at < count {
      if self[at] == UInt8(ascii: ")") { return at + 1 }
      at += self[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return count
  }
}
