/// A Mustache tag as far as it matters to what is around it.
struct MustacheTag {
  enum Kind {
    /// It leaves no trace.
    case comment
    /// The beginning or end of what may be there, once or more, or not.
    case section
    /// It may stand for anything.
    case text
  }

  let kind: Kind
  let end: Int

  /// The tag that opens here, or nil if none does.
  /// - Parameter lastClosing: the place of the last `}}` before the limit; beyond it nothing is
  ///   looked for, so that braces without end cost no more than others.
  init?(_ bytes: borrowing Span<UInt8>, at start: Int, before limit: Int, lastClosing: Int) {
    let brace = UInt8(ascii: "{")
    guard start + 1 < limit, bytes[start] == brace, bytes[start + 1] == brace else { return nil }
    let isTriple = bytes.has(brace, at: start + 2)
    var at = start + (isTriple ? 3 : 2)
    guard at <= lastClosing else { return nil }
    var mark = at
    while mark < limit, bytes[mark].isBlank { mark += 1 }
    kind =
      switch mark < limit && !isTriple ? bytes[mark] : 0 {
      case UInt8(ascii: "!"): .comment
      case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: "$"): .section
      default: .text
      }
    while !Self.closes(bytes, at) {
      guard at < lastClosing else { return nil }
      at += 1
    }
    at += 2
    if isTriple, bytes.has(UInt8(ascii: "}"), at: at) { at += 1 }
    guard at <= limit else { return nil }
    end = at
  }

  /// The place of the last `}}` in a part of a text, or -1.
  static func lastClosing(_ bytes: borrowing Span<UInt8>, in range: Range<Int>) -> Int {
    var at = range.upperBound - 2
    while at >= range.lowerBound, !closes(bytes, at) { at -= 1 }
    return at >= range.lowerBound ? at : -1
  }

  private static func closes(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Bool {
    bytes.has(UInt8(ascii: "}"), at: at) && bytes.has(UInt8(ascii: "}"), at: at + 1)
  }
}
