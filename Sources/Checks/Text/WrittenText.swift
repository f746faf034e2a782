import Diagnostics

/// A text as it is written, line by line, beside the blocks that Markdown made of it.
struct WrittenText: Sendable {
  /// A line without its indentation and without the marks of what it stands in.
  struct Line: Sendable {
    /// From 1.
    let number: Int
    /// In bytes of the field.
    let range: Range<Int>
  }

  struct Paragraph: Sendable {
    /// Its place among the parts of the outline.
    let index: Int
    let lines: [Line]
    let isQuoted: Bool
    let isInItem: Bool
    /// Whether nothing but an empty line stands between it and the paragraph before.
    let follows: Bool
  }

  let text: TextReading
  let bytes: [UInt8]
  /// Which of them there are.
  let signs: ByteSet
  /// Whether three spaces stand in a row somewhere.
  let hasWideGap: Bool
  /// Where each line of the field begins.
  private let starts: [Int]
  private(set) var paragraphs: [Paragraph] = []

  var parts: [Outline.Part] { text.outline.parts }

  init(_ text: TextReading) {
    self.text = text
    (bytes, starts) = (text.bytes, text.lineStarts)
    signs = ByteSet(bytes)
    hasWideGap = text.field.text.offset(of: "   ") != nil
    paragraphs = makeParagraphs()
  }

  /// The paragraphs with nothing but empty lines between them, together.
  var runs: [ArraySlice<Paragraph>] {
    var found: [ArraySlice<Paragraph>] = []
    var start = 0
    for at in paragraphs.indices.dropFirst() where !paragraphs[at].follows {
      found.append(paragraphs[start..<at])
      start = at
    }
    if start < paragraphs.count { found.append(paragraphs[start...]) }
    return found
  }

  private func makeParagraphs() -> [Paragraph] {
    var found: [Paragraph] = []
    var open: [Outline.Part] = []
    for (index, part) in parts.enumerated() {
      while let last = open.last, last.depth >= part.depth { open.removeLast() }
      let before = index > 0 ? parts[index - 1] : nil
      if part.kind == .paragraph {
        let isQuoted = open.contains { $0.kind == .quote }
        found.append(
          Paragraph(
            index: index, lines: lines(known(part, at: index), isQuoted: isQuoted),
            isQuoted: isQuoted,
            isInItem: open.last?.kind == .item,
            follows: before?.kind == .paragraph && before?.depth == part.depth))
      }
      open.append(part)
    }
    return found
  }

  /// cmark does not know where a paragraph is that a table follows without an empty line: it begins
  /// where it says that the table does.
  private func known(_ part: Outline.Part, at index: Int) -> Outline.Part {
    guard part.lines.lowerBound == 0, index + 1 < parts.count,
      case .table = parts[index + 1].kind, parts[index + 1].lines.lowerBound > 0
    else { return part }
    let table = parts[index + 1]
    let rule = table.lines.first { isDelimiterRow(line($0)) } ?? table.lines.lowerBound + 2
    return Outline.Part(
      kind: .paragraph, depth: part.depth,
      lines: table.lines.lowerBound...max(table.lines.lowerBound, rule - 2), column: table.column)
  }

  private func lines(_ part: Outline.Part, isQuoted: Bool) -> [Line] {
    part.lines.lazy.filter { $0 >= 1 && $0 <= starts.count }.map { number in
      var range = line(number)
      let isFirst = number == part.lines.lowerBound
      if isFirst, part.column > 1, range.lowerBound + part.column - 1 < range.upperBound {
        range = range.lowerBound + part.column - 1..<range.upperBound
      }
      return Line(number: number, range: withoutMarks(range, isQuoted: isQuoted && !isFirst))
    }
  }

  private func withoutMarks(_ range: Range<Int>, isQuoted: Bool) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound,
      bytes[start] == 0x20 || bytes[start] == 0x09
        || isQuoted && bytes[start] == UInt8(ascii: ">")
    {
      start += 1
    }
    return start..<range.upperBound
  }

  /// A line of the field, from 1, without its break and the blanks at its end.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= starts.count else { return 0..<0 }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  var lineCount: Int { starts.count }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The character that a stretch begins with, and the bytes it takes.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    guard offset < bytes.count else { return nil }
    if bytes[offset] < 0x80 { return (Unicode.Scalar(bytes[offset]), 1) }
    let end = min(bytes.count, offset + Alphabet.width(of: bytes[offset]))
    return String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first.map {
      ($0, end - offset)
    }
  }

  /// Whether a line has nothing but the marks under a table's head: `|---|:--:|`.
  func isDelimiterRow(_ line: Range<Int>) -> Bool {
    let row = bytes[line]
    return row.contains(UInt8(ascii: "-"))
      && row.allSatisfy { byte in
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":")
          || byte == 0x20 || byte == 0x09
      }
  }
}
