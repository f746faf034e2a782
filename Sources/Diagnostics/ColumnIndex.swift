/// The columns of a long line at places not far apart, so that a place in it is not counted from its beginning.
struct ColumnIndex: Sendable {
  /// In bytes of the file; the column counts the characters before, from 0.
  typealias Mark = (offset: Int, column: Int)

  /// How far apart they are, in bytes.
  private static let distance = 256

  private let marks: [Mark]

  init(_ line: Substring, from start: Int) {
    var marks: [Mark] = [(start, 0)]
    var (offset, column, next) = (start, 0, start + ColumnIndex.distance)
    for character in line {
      if offset >= next, column > 0 {
        marks.append((offset, column))
        next = offset + ColumnIndex.distance
      }
      offset += character.utf8.count
      if column > 0 || !ColumnIndex.isMark(character) { column += 1 }
    }
    self.marks = marks
  }

  /// The last of them that is not behind a place.
  func mark(upTo offset: Int) -> Mark {
    var (low, high) = (0, marks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle } else { high = middle }
    }
    return marks[low]
  }

  /// How many columns some words take; a byte-order mark at the beginning is none of the author's.
  static func count(_ words: Substring, isBeginning: Bool) -> Int {
    DisplayWidth.plainColumns(of: words)
      ?? (isBeginning ? words.drop(while: isMark) : words).count
  }

  private static func isMark(_ character: Character) -> Bool { character == "\u{FEFF}" }
}
