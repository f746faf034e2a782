/// Where the lines of a text begin, for turning byte offsets into lines and columns.
package struct LineIndex: Sendable {
  /// The offset of the first byte of each line.
  package let starts: [Int]
  private let end: Int

  /// Lines end at LF, CR LF or a lone CR, as CommonMark has it.
  package init(_ text: String) {
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
    let view = utf8
    let start = view.index(view.startIndex, offsetBy: max(0, bytes.lowerBound), limitedBy: view.endIndex)
    let from = start ?? view.endIndex
    let to =
      view.index(from, offsetBy: max(0, bytes.upperBound - max(0, bytes.lowerBound)), limitedBy: view.endIndex)
      ?? view.endIndex
    let scalars = unicodeScalars
    // Rounding down keeps a range that cuts a scalar in two from trapping.
    let roundedFrom = from.samePosition(in: scalars) ?? scalars.index(before: from)
    let roundedTo = to.samePosition(in: scalars) ?? scalars.index(before: to)
    return self[roundedFrom..<max(roundedFrom, roundedTo)]
  }
}
