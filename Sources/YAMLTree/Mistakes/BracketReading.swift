/// Looks for the end of a list or a group of fields in brackets.
struct BracketReading {
  enum End {
    /// The place after the closing bracket.
    case close(Int)
    /// The innermost bracket that stays open.
    case none(Int)
    /// An entry between quotes that goes on behind them, and the place after the quote.
    case closedEarly(entry: Range<Int>, Int)
    /// A bracket that closes another kind, and where.
    case mismatch(Int)
  }

  private let source: YAMLSource
  private let line: YAMLLine
  private var at: Int
  private var opened: [Int] = []

  init(_ source: YAMLSource, _ line: YAMLLine) {
    (self.source, self.line, at) = (source, line, line.value.lowerBound)
  }

  mutating func end() -> End {
    let bytes = source.bytes
    // Whether a new entry may begin here.
    var isAtStart = true
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if isAtStart || opened.isEmpty { opened.append(at) }
        isAtStart = true
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard let last = opened.popLast() else { return .mismatch(at) }
        guard bytes[last] == (byte == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{"))
        else { return .mismatch(at) }
        if opened.isEmpty { return .close(at + 1) }
        isAtStart = false
      case UInt8(ascii: ","): isAtStart = true
      case UInt8(ascii: ":") where source.isGap(at + 1): isAtStart = true
      case UInt8(ascii: "#") where at > 0 && bytes[at - 1] <= 0x20:
        while at < bytes.count, !source.isEnding(at) { at += 1 }
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isAtStart {
          guard let close = source.closing(at, before: bytes.count) else { return openEntry() }
          if let early = closedEarly(close) { return early }
          at = close
          isAtStart = false
          continue
        }
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: isAtStart = false
      }
      at += 1
    }
    return opened.last.map { .none($0) } ?? .mismatch(at)
  }

  /// What stands behind a quoted entry is a comma, a colon, a bracket or a comment.
  private func closedEarly(_ close: Int) -> End? {
    var after = close
    while after < source.bytes.count, source.bytes[after] <= 0x20 { after += 1 }
    guard after < source.bytes.count else { return nil }
    if ",:]}#".utf8.contains(source.bytes[after]) { return nil }
    return .closedEarly(entry: entry(after: close), close)
  }

  /// A quote that nothing closes is an apostrophe, or its partner was forgotten.
  private func openEntry() -> End { .closedEarly(entry: entry(after: at + 1), at + 1) }

  /// From the opening quote up to the next comma or bracket of its line.
  private func entry(after close: Int) -> Range<Int> {
    var end = max(close, at)
    while end < source.bytes.count, !source.isEnding(end), !",]}".utf8.contains(source.bytes[end]) {
      end += 1
    }
    while end > at + 1, source.isBlank(end - 1) { end -= 1 }
    return at..<end
  }
}
