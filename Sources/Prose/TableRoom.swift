import Hypertext
import Markdown

/// How much room a table needs at least, estimated without the font, and what is done where there is less.
///
/// Cells wrap between words, so a column is as wide as its longest word.
struct TableRoom {
  /// The words of the head's cells; a value that stands below the one before it is named by them.
  let heads: [String]
  /// CSS pixels at the size of the text.
  private let width: Int

  private static let letter = 8
  private static let padding = 12

  init(_ table: Node) {
    var heads: [String] = []
    var longest: [Int] = []
    for row in table.children {
      for (column, cell) in row.children.enumerated() {
        let text = cell.plainText
        if row.kind == .tableHeader { heads.append(text) }
        if column == longest.count { longest.append(0) }
        longest[column] = max(longest[column], TableRoom.longestWord(of: text))
      }
    }
    self.heads = heads
    width = longest.enumerated().reduce(0) { sum, column in
      let needed = column.element * TableRoom.letter
      return sum + (column.offset == 0 ? max(needed, 64) : needed) + TableRoom.padding
    }
  }

  private static func longestWord(of text: String) -> Int {
    var longest = 0
    for word in text.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }) {
      longest = max(longest, word.count)
    }
    // A line breaks within what is longer than any word.
    return min(longest, 30)
  }

  /// The classes by which the theme's style sheet knows what to do: on a phone (288 px of room), beside the
  /// contents of the page (700 px), and on a sheet of paper: in smaller letters, or at last as on a phone.
  var classes: String {
    guard isStacked else { return "" }
    let screen = width > 700 ? " impila impila-larga" : " impila"
    let paper = width > 980 ? " impila-stampa" : width > 780 ? " stretta" : ""
    return screen + paper
  }

  /// Whether its cells carry the words of their heads.
  var isStacked: Bool { width > 288 && heads.count > 1 }
}
