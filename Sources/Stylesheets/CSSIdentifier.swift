/// A name in a style sheet: where it stands, and whether escapes stand in it.
struct CSSIdentifier {
  let range: Range<Int>
  let hasEscapes: Bool

  var isEmpty: Bool { range.isEmpty }

  /// The name that begins at a place, empty if none does.
  init(_ bytes: borrowing Span<UInt8>, at start: Int) {
    var at = start
    var hasEscapes = false
    while at < bytes.count {
      if bytes[at].isName {
        at += 1
      } else if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count, !bytes[at + 1].isNewline {
        hasEscapes = true
        at = Self.escape(bytes, at).end
      } else {
        break
      }
    }
    range = start..<max(start, at)
    self.hasEscapes = hasEscapes
  }

  /// A part of a name that has no escapes.
  init(plain range: Range<Int>) {
    self.range = range
    hasEscapes = false
  }

  /// The name with what its escapes stand for.
  func decoded(_ bytes: borrowing Span<UInt8>) -> [UInt8] {
    var name: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count else {
        name.append(bytes[at])
        at += 1
        continue
      }
      let escape = Self.escape(bytes, at)
      if let scalar = escape.scalar {
        name += String(scalar).utf8
      } else {
        name.append(bytes[at + 1])
      }
      at = escape.end
    }
    return name
  }

  /// The end of an escape and, if digits make it, its scalar; a byte follows the backslash.
  private static func escape(
    _ bytes: borrowing Span<UInt8>, _ start: Int
  ) -> (end: Int, scalar: Unicode.Scalar?) {
    var at = start + 1
    var value: UInt32 = 0
    while at < bytes.count, at < start + 7, let digit = bytes[at].hexadecimal {
      value = value * 16 + digit
      at += 1
    }
    guard at > start + 1 else { return (start + 2, nil) }
    if at < bytes.count, bytes[at].isBlank {
      at += bytes[at] == 0x0D && bytes.has(0x0A, at: at + 1) ? 2 : 1
    }
    return (at, value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}")
  }
}
