extension SheetParser {
  /// Reads the declarations of a block up to the place after its brace.
  mutating func readDeclarations(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte.isBlank || byte == UInt8(ascii: ";") {
        at += 1
      } else if byte == UInt8(ascii: "}") {
        return at + 1
      } else if byte == UInt8(ascii: "/"), bytes.has(UInt8(ascii: "*"), at: at + 1) {
        let end = bytes.endOfComment(at)
        if bytes.has(UInt8(ascii: "!"), at: at + 2) {
          declarations.append(Declaration(kind: .comment, range: at..<end))
        }
        at = end
      } else if let colon = Self.customPropertyColon(bytes, at: at) {
        at = readCustomProperty(bytes, at: at, colon: colon)
      } else {
        at = readProperty(bytes, at: at)
      }
    }
    hasRunOut = true
    return bytes.count
  }

  /// The colon after the name of a custom property, if one stands here.
  private static func customPropertyColon(_ bytes: borrowing Span<UInt8>, at start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "-"), bytes.has(UInt8(ascii: "-"), at: start + 1) else {
      return nil
    }
    var at = CSSIdentifier(bytes, at: start).range.upperBound
    while at < bytes.count, bytes[at].isBlank { at += 1 }
    return bytes.has(UInt8(ascii: ":"), at: at) ? at : nil
  }

  private mutating func readCustomProperty(
    _ bytes: borrowing Span<UInt8>, at start: Int, colon: Int
  ) -> Int {
    let end = skipper.end(
      bytes, from: colon + 1, to: bytes.count, stoppingAt: [.semicolon, .closeBrace])
    // A value of nothing but a blank has a meaning that older browsers deny to no value at all.
    let kept = colon + 1 < end && bytes[colon + 1].isBlank ? colon + 2 : colon + 1
    declarations.append(
      Declaration(kind: .customProperty, range: start..<trimmedEnd(bytes, min(kept, end)..<end)))
    return end
  }

  /// Reads a declaration, or what stands in its place: a nested rule or an at-rule.
  private mutating func readProperty(_ bytes: borrowing Span<UInt8>, at start: Int) -> Int {
    let end = skipper.end(
      bytes, from: start, to: bytes.count, stoppingAt: [.semicolon, .openBrace, .closeBrace])
    guard bytes.has(UInt8(ascii: "{"), at: end) else {
      declarations.append(
        Declaration(kind: .property, range: start..<trimmedEnd(bytes, start..<end)))
      return end
    }
    let close = skipper.end(bytes, from: end + 1, to: bytes.count, stoppingAt: .closeBrace)
    let after = min(close + 1, bytes.count)
    declarations.append(Declaration(kind: .nestedRule, range: start..<after))
    hasRunOut = close == bytes.count
    return after
  }
}
