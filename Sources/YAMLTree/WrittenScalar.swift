import Diagnostics

/// A scalar as it stands in the document, of which libyaml tells the text and the bytes.
struct WrittenScalar {
  let text: String
  let range: Range<Int>

  /// Where the value of a key stands that has none: right behind the colon, or the key where there is none.
  ///
  /// libyaml has it where the next sign stands.
  func emptyValue(behind key: Int, in bytes: borrowing Span<UInt8>) -> Range<Int> {
    let start = range.lowerBound
    if start > 0, bytes[start - 1] == UInt8(ascii: ":") { return range }
    var at = key
    while at < start, WrittenScalar.isBlank(bytes[at]) { at += 1 }
    let place = at < start && bytes[at] == UInt8(ascii: ":") ? at + 1 : key
    return place..<place
  }

  /// A comment behind a text on its line: ` # la nota`, or ` #1`, which may be a part of the text.
  func comment(in bytes: borrowing Span<UInt8>) -> (range: Range<Int>, isGlued: Bool)? {
    var at = range.upperBound
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at > range.upperBound, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "#") else {
      return nil
    }
    let isGlued = bytes[at + 1] > UInt8(ascii: "#")
    guard isGlued || at + 2 < bytes.count && bytes[at + 1] == 0x20 && bytes[at + 2] > 0x20 else {
      return nil
    }
    var end = at
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return (at..<end, isGlued)
  }

  /// As most are.
  func isOnOneLine(in bytes: borrowing Span<UInt8>) -> Bool {
    for at in range where bytes[at] == 0x0A || bytes[at] == 0x0D { return false }
    return true
  }

  /// Each line with its words, without the blanks around them; of a text on one line it is all.
  func lines(in bytes: borrowing Span<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for at in range where bytes[at] == 0x0A || bytes[at] == 0x0D {
      if let line = WrittenScalar.trimmed(start..<at, in: bytes) { lines.append(line) }
      start = at + 1
    }
    if lines.isEmpty { return [range] }
    if let line = WrittenScalar.trimmed(start..<range.upperBound, in: bytes) { lines.append(line) }
    return lines
  }

  private static func trimmed(
    _ line: Range<Int>, in bytes: borrowing Span<UInt8>
  ) -> Range<Int>? {
    var (start, end) = (line.lowerBound, line.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// Whether a line begins like an entry of a list: `- voce` or, without its space, `-voce`.
  static func beginsEntry(_ line: Range<Int>, in bytes: borrowing Span<UInt8>) -> Bool {
    guard line.count > 1, bytes[line.lowerBound] == UInt8(ascii: "-") else { return false }
    let next = bytes[line.lowerBound + 1]
    return next == 0x20 || (0x61...0x7A).contains(next | 0x20) || next >= 0xC0
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  // Long texts

  /// Where a long text ends, before the break of its last line; libyaml ends it behind the empty lines that
  /// follow and that are only a part of it with `+`.
  func blockEnd(in bytes: borrowing Span<UInt8>) -> Int {
    var end = range.upperBound
    if keepsEnd(bytes) { return end - breakBefore(end, in: bytes) }
    // The last byte of the words, or of the header where there are none.
    while end > range.lowerBound + 1, isGap(before: end, in: bytes) {
      end -= max(1, breakBefore(end, in: bytes))
    }
    // Lines of blanks that are longer than the indentation are words as well.
    var left = linesOfBlanks
    while true {
      while end < range.upperBound, LineBreak.length(at: end, in: bytes) == 0 { end += 1 }
      guard left > 0, end < range.upperBound else { return end }
      end += LineBreak.length(at: end, in: bytes)
      left -= 1
    }
  }

  /// `|+`, with an indentation before or behind the sign.
  private func keepsEnd(_ bytes: borrowing Span<UInt8>) -> Bool {
    var at = range.lowerBound + 1
    while at < range.upperBound, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return at < range.upperBound && bytes[at] == UInt8(ascii: "+")
  }

  /// The breaks between the last word of the text and the last blank that belongs to it.
  private var linesOfBlanks: Int {
    let words = text.unicodeScalars.reversed().drop { WrittenScalar.breaks.contains($0.value) }
    guard let last = words.first, last == " " || last == "\t" else { return 0 }
    var count = 0
    for scalar in words {
      if WrittenScalar.breaks.contains(scalar.value) {
        count += 1
      } else if scalar != " ", scalar != "\t" {
        return count
      }
    }
    // The first of them follows the header.
    return count + 1
  }

  private static let breaks: Set<UInt32> = [0x0A, 0x2028, 0x2029]

  private func isGap(before end: Int, in bytes: borrowing Span<UInt8>) -> Bool {
    WrittenScalar.isBlank(bytes[end - 1]) || breakBefore(end, in: bytes) > 0
  }

  private func breakBefore(_ end: Int, in bytes: borrowing Span<UInt8>) -> Int {
    for length in 1...3 where end - length > range.lowerBound {
      // Of CR LF the LF is a break by itself, so the longest that ends here is asked for.
      let isLonger = length < 3 && end - length - 1 > range.lowerBound
      if isLonger, LineBreak.length(at: end - length - 1, in: bytes) == length + 1 { continue }
      if LineBreak.length(at: end - length, in: bytes) == length { return length }
    }
    return 0
  }
}
