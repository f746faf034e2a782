/// Where the lines of a text begin, for turning byte offsets into lines and columns.
package struct LineIndex: Sendable {
  /// The offset of the first byte of each line.
  package let starts: [Int]
  private let end: Int

  package init(_ text: String) { self.init(text[...]) }

  /// Lines end at LF, CR LF or a lone CR, as CommonMark has it.
  package init(_ text: Substring) {
    var starts = [0]
    var previousWasReturn = false
    var offset = 0
    for byte in text.utf8 {
      offset += 1
      if byte == 0x0A {
        if previousWasReturn { starts[starts.count - 1] = offset } else { starts.append(offset) }
        previousWasReturn = false
      } else if byte == 0x0D {
        starts.append(offset)
        previousWasReturn = true
      } else {
        previousWasReturn = false
      }
    }
    self.starts = starts
    self.end = offset
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
