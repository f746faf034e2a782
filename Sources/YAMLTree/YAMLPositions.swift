import Diagnostics
import Yams

/// Turns the lines and columns of libyaml (columns in Unicode scalars) into bytes.
struct YAMLPositions {
  private let text: String
  /// Where the document begins in its file, in bytes.
  let offset: Int
  private let starts: [Int]
  private let scalars: ScalarIndex

  init(_ text: String, offset: Int) {
    self.text = text
    self.offset = offset
    self.starts = YAMLPositions.lineStarts(of: text)
    self.scalars = ScalarIndex(text)
  }

  /// libyaml breaks lines at LF, CR LF, CR and at the Unicode breaks NEL, LS and PS.
  private static func lineStarts(of text: String) -> [Int] {
    var starts = [0]
    let bytes = text.utf8.span
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x0A: starts.append(at)
      case 0x0D:
        if at < bytes.count, bytes[at] == 0x0A { at += 1 }
        starts.append(at)
      case 0xC2 where at < bytes.count && bytes[at] == 0x85:
        at += 1
        starts.append(at)
      case 0xE2 where at + 1 < bytes.count && bytes[at] == 0x80 && bytes[at + 1] & 0xFE == 0xA8:
        at += 2
        starts.append(at)
      default: break
      }
    }
    return starts
  }

  func byte(of mark: Mark?) -> Int {
    guard let mark else { return 0 }
    return byte(line: mark.line, column: mark.column)
  }

  /// - Parameters: line and column from 1, the column in scalars.
  func byte(line: Int, column: Int) -> Int {
    let bytes = text.utf8.span
    guard line >= 1, line <= starts.count else { return bytes.count }
    return scalars.byte(column - 1, from: starts[line - 1])
  }

  /// The end of a scalar: exact where it stands on one line as it reads; otherwise the end of
  /// the line it begins on.
  func end(of value: String, _ style: YAMLScalar.Style, from start: Int) -> Int {
    let bytes = text.utf8.span
    let quotes = style == .quoted ? 1 : 0
    let length = value.utf8.count
    if style == .plain || style == .quoted, start + length + 2 * quotes <= bytes.count {
      let wanted = value.utf8.span
      var index = 0
      while index < length, wanted[index] == bytes[start + quotes + index] { index += 1 }
      if index == length { return start + length + 2 * quotes }
    }
    var end = lineEnd(after: start)
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }

  /// Where the line of a byte ends, without its ending.
  ///
  /// It is looked up and not walked to: a file may have all its values on one line.
  private func lineEnd(after start: Int) -> Int {
    let bytes = text.utf8.span
    let next = starts.partitionIndex { $0 > start }
    var end = next < starts.count ? starts[next] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// A `#` behind a text on its line with no space after it, up to the end of the line.
  func cutOff(after end: Int) -> Range<Int>? {
    let bytes = text.utf8.span
    var at = end
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at > end, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "#"), bytes[at + 1] > 0x23
    else {
      return nil
    }
    return at..<line(at: at).upperBound
  }

  /// A comment in words behind a text on its line: ` # la nota`.
  func comment(after end: Int) -> Range<Int>? {
    let bytes = text.utf8.span
    var at = end
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at > end, at + 2 < bytes.count, bytes[at] == UInt8(ascii: "#"), bytes[at + 1] == 0x20,
      bytes[at + 2] > 0x20
    else { return nil }
    return at..<line(at: at).upperBound
  }

  /// The bytes of the line that holds a byte, without its ending.
  func line(at byte: Int) -> Range<Int> {
    let bytes = text.utf8.span
    var start = min(byte, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    var end = min(byte, bytes.count)
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return start..<end
  }

  /// The sign that a node begins with.
  func byte(at start: Int) -> UInt8? {
    let bytes = text.utf8.span
    return bytes.indices.contains(start) ? bytes[start] : nil
  }

  /// The words of each line of a text without quotes, where it stands in the file as it was read: its
  /// lines put together with spaces, a comment behind the last.
  func lines(ofPlain scalar: String, from start: Int) -> [Range<Int>] {
    var rest = scalar.utf8[...]
    var lines: [Range<Int>] = []
    let bytes = text.utf8.span
    var at = start
    while at < bytes.count {
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      while let first = rest.first, first <= 0x20 { rest = rest.dropFirst() }
      guard !rest.isEmpty, at < bytes.count else { return lines }
      let begin = at
      while at < bytes.count, let next = rest.first, bytes[at] == next, next != 0x0A, next != 0x0D {
        at += 1
        rest = rest.dropFirst()
      }
      guard at > begin else { return lines }
      var end = at
      while end > begin, bytes[end - 1] <= 0x20 { end -= 1 }
      lines.append(begin..<end)
    }
    return lines
  }

  /// Whether a line begins like an entry of a list: `- voce` or, without its space, `-voce`.
  func beginsEntry(_ line: Range<Int>) -> Bool {
    let bytes = text.utf8.span
    guard bytes[line.lowerBound] == UInt8(ascii: "-"), line.count > 1 else { return false }
    let next = bytes[line.lowerBound + 1]
    return next == 0x20 || (0x61...0x7A).contains(next | 0x20) || next >= 0xC0
  }
}
