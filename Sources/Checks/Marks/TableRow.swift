/// A line of a table as its author wrote it, cell by cell.
struct TableRow {
  /// The cells in bytes of the field, without the blanks around them.
  let cells: [Range<Int>]
  /// Whether the line has a `|` that divides cells.
  let isDivided: Bool

  init(_ range: Range<Int>, of bytes: [UInt8]) {
    var starts: [Int] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 2
        continue
      }
      if bytes[at] == UInt8(ascii: "|") { starts.append(at) }
      at += 1
    }
    isDivided = !starts.isEmpty
    var bounds = starts
    if starts.first != range.lowerBound { bounds.insert(range.lowerBound - 1, at: 0) }
    if starts.last != range.upperBound - 1 || bounds.count == 1 { bounds.append(range.upperBound) }
    cells = zip(bounds, bounds.dropFirst()).map { start, end in
      TableRow.trimmed(min(start + 1, end)..<end, bytes)
    }
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}

extension WrittenText {
  /// The rows below the heads of the text's tables, with the number of their columns.
  var tableRows: [(row: TableRow, range: Range<Int>, columns: Int)] {
    var found: [(TableRow, Range<Int>, Int)] = []
    var columns = 0
    for part in parts {
      switch part.kind {
      case .table(let count): columns = count
      case .row(isHeader: false):
        let line = trimmed(part.lines.lowerBound)
        let marks = bytes[line].prefix { $0 == UInt8(ascii: ">") || $0 == 0x20 }.count
        let range = line.lowerBound + marks..<line.upperBound
        found.append((TableRow(range, of: bytes), range, columns))
      default: break
      }
    }
    return found
  }
}
