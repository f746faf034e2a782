import Diagnostics

/// Entries of a list that stand one behind the other in a paragraph.
enum InlineList {
  private static let bullets = Set("•●▪■◆❖➢►".unicodeScalars)

  /// The mark of the first entry, where there are two at least.
  static func first(in range: Range<Int>, of text: WrittenText) -> Range<Int>? {
    let bytes = text.bytes[range]
    func holds(_ sign: UInt8) -> Bool { text.signs.contains(sign) && bytes.contains(sign) }
    if holds(UInt8(ascii: ")")), let found = ordinals(range, text.bytes) { return found }
    if holds(UInt8(ascii: ";")), let found = dashes(range, text) { return found }
    // Every sign is three bytes long, and begins with this one.
    return holds(0xE2) ? signs(range, text) : nil
  }

  /// `: a) …; b) …`: a first one at the beginning or behind a colon, the next behind a comma, a
  /// semicolon, a full stop or an `e`, or behind words without a bracket of their own.
  private static func ordinals(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    var first = entryMark(before: range, bytes)
    var at = range.lowerBound
    while at < range.upperBound {
      defer { at += 1 }
      guard at == range.lowerBound || bytes[at - 1] <= 0x20,
        let (kind, end) = ListMark.ordinal(at..<range.upperBound, bytes),
        bytes[end - 1] == UInt8(ascii: ")"), bytes[end] <= 0x20,
        // Between two brackets they are parts of a sentence.
        bytes[at] != UInt8(ascii: "(")
      else { continue }
      let before = lastByte(before: at, range, bytes)
      if let known = first, kind.follows(known.kind),
        before.map(isDivider) == true
          || !bytes[known.range.upperBound..<at].contains(UInt8(ascii: "("))
      {
        return known.range
      }
      let isFirst = kind == .number(1) || kind == .letter(1) || kind == .letter(9)
      if isFirst, before == nil || before == UInt8(ascii: ":") { first = (at..<end, kind) }
    }
    return nil
  }

  /// The mark of the entry whose words begin there: `1) la gara 2) i lavori` is for Markdown a list
  /// of one entry.
  private static func entryMark(before range: Range<Int>, _ bytes: [UInt8]) -> (
    range: Range<Int>, kind: ListMark.Kind
  )? {
    guard let start = bytes[..<range.lowerBound].lastIndex(where: { $0 > 0x20 }) else { return nil }
    let first = bytes[..<start].lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? 0
    guard bytes[start] == UInt8(ascii: ")"),
      let (kind, end) = ListMark.ordinal(first..<range.lowerBound, bytes), end == start + 1
    else { return nil }
    return (first..<end, kind)
  }

  /// `: - …; - …`: one behind a colon, the next behind a semicolon.
  private static func dashes(_ range: Range<Int>, _ text: WrittenText) -> Range<Int>? {
    var first: Range<Int>?
    var at = range.lowerBound + 2
    while at < range.upperBound {
      defer { at += 1 }
      guard text.bytes[at - 1] <= 0x20, let (scalar, width) = text.scalar(at: at),
        "-–—".unicodeScalars.contains(scalar), at + width < range.upperBound,
        text.bytes[at + width] <= 0x20
      else { continue }
      let before = lastByte(before: at, range, text.bytes)
      if before == UInt8(ascii: ":") { first = at..<at + width }
      if before == UInt8(ascii: ";"), let first { return first }
    }
    return nil
  }

  private static func isDivider(_ byte: UInt8) -> Bool {
    ",;.:e".utf8.contains(byte)
  }

  private static func lastByte(before offset: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> UInt8?
  {
    var at = offset - 1
    while at >= range.lowerBound, bytes[at] <= 0x20 { at -= 1 }
    return at >= range.lowerBound ? bytes[at] : nil
  }

  /// `• … • …`, from the beginning or behind a colon.
  private static func signs(_ range: Range<Int>, _ text: WrittenText) -> Range<Int>? {
    var first: (Range<Int>, Unicode.Scalar)?
    var at = range.lowerBound
    while at < range.upperBound {
      guard text.bytes[at] == 0xE2, let (scalar, width) = text.scalar(at: at),
        bullets.contains(scalar)
      else {
        at += 1
        continue
      }
      if let (found, sign) = first, sign == scalar { return found }
      let before = lastByte(before: at, range, text.bytes)
      if before == nil || before == UInt8(ascii: ":") { first = (at..<at + width, scalar) }
      at += width
    }
    return nil
  }
}
