/// Where the lines of a text begin, for turning byte offsets into lines and columns.
package struct LineIndex: Sendable {
  /// The offset of the first byte of each line.
  package let starts: [Int]
  private let end: Int

  package init(_ text: String) { self.init(text.utf8.span) }

  package init(_ text: Substring) { self.init(text.utf8.span) }

  /// Lines end at LF, CR LF or a lone CR, as CommonMark has it.
  package init(_ text: borrowing Span<UInt8>) {
    var starts = [0]
    for at in text.indices {
      let byte = text[at]
      // Most bytes are letters.
      if byte > 0x0D { continue }
      if byte == 0x0A, at > 0, text[at - 1] == 0x0D {
        starts[starts.count - 1] = at + 1
      } else if byte == 0x0A || byte == 0x0D {
        starts.append(at + 1)
      }
    }
    self.starts = starts
    self.end = text.count
  }

  /// The line (from 0) that holds a byte.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line (from 0), its ending included.
  package func bytes(ofLine line: Int) -> Range<Int> {
    guard line >= 0, line < starts.count else { return end..<end }
    return starts[line]..<(line + 1 < starts.count ? starts[line + 1] : end)
  }
}

extension String {
  /// The characters that a range of UTF-8 bytes covers, clamped to the text and to whole scalars.
  package func slice(utf8 bytes: Range<Int>) -> Substring {
    let span = utf8.span
    // Rounded down, so that a range that cuts a scalar in two is no trap.
    func rounded(_ offset: Int) -> Int {
      var at = min(max(offset, 0), span.count)
      while at > 0, at < span.count, span[at] & 0xC0 == 0x80 { at -= 1 }
      return at
    }
    let from = rounded(bytes.lowerBound)
    let to = max(from, rounded(bytes.upperBound))
    let start = utf8.index(utf8.startIndex, offsetBy: from)
    return self[start..<utf8.index(start, offsetBy: to - from)]
  }
}
