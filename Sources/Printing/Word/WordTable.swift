/// The cells of a table by the columns that they stand in.
struct WordTable {
  enum Merge {
    case none, begins, goesOn
  }

  struct Cell {
    let column: Int
    let span: Int
    var merge: Merge
    /// What stands in it: one cell, or all those for which there is no column more.
    var elements: [HTMLElement]
  }

  struct Row {
    let element: HTMLElement
    let isHead: Bool
    var cells: [Cell]
  }

  /// How large the letters are.
  struct Letters {
    let style: String
    /// The width of a letter, on the average.
    let width: Int
  }

  /// No word processor opens a table with more.
  private static let mostColumns = 63
  private static let sides = 170

  private(set) var rows: [Row] = []
  private(set) var columns = 0
  let hasHead: Bool
  let hasRowHeads: Bool

  init(_ element: HTMLElement) {
    // How many rows a cell of an earlier row still goes on for, by its first column.
    var held: [Int: (span: Int, rows: Int)] = [:]
    for part in [element] + element.children("thead", "tbody", "tfoot") {
      for row in part.children("tr") {
        let cells = WordTable.cells(of: row, &held)
        columns = max(columns, cells.last.map { $0.column + $0.span } ?? 0)
        rows.append(Row(element: row, isHead: part.name == "thead", cells: cells))
      }
    }
    for index in rows.indices {
      let end = rows[index].cells.last.map { $0.column + $0.span } ?? 0
      guard end < columns else { continue }
      rows[index].cells.append(
        Cell(column: end, span: columns - end, merge: .none, elements: []))
    }
    hasHead = rows.contains { $0.isHead }
    hasRowHeads = rows.contains { row in
      !row.isHead && row.cells.first?.elements.first?.name == "th"
    }
  }

  private static func cells(
    of row: HTMLElement, _ held: inout [Int: (span: Int, rows: Int)]
  ) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    var next = held
    func goOn(_ cells: inout [Cell], _ column: inout Int) {
      while let above = held[column] {
        cells.append(Cell(column: column, span: above.span, merge: .goesOn, elements: []))
        next[column] = above.rows > 1 ? (above.span, above.rows - 1) : nil
        column += above.span
      }
    }
    for element in row.children("td", "th") {
      goOn(&cells, &column)
      guard column < mostColumns else {
        if let last = cells.lastIndex(where: { $0.merge != .goesOn }) {
          cells[last].elements.append(element)
        }
        continue
      }
      let wanted = span(element, "colspan")
      let free = (column..<min(column + wanted, mostColumns)).prefix { held[$0] == nil }.count
      let below = span(element, "rowspan")
      if below > 1 { next[column] = (free, below - 1) }
      cells.append(
        Cell(column: column, span: free, merge: below > 1 ? .begins : .none, elements: [element]))
      column += free
    }
    goOn(&cells, &column)
    // Those further to the right go on as well.
    while let right = held.keys.filter({ $0 > column }).min() {
      cells.append(Cell(column: column, span: right - column, merge: .none, elements: []))
      column = right
      goOn(&cells, &column)
    }
    held = next
    return cells
  }

  private static func span(_ element: HTMLElement, _ name: String) -> Int {
    min(max(element[name].flatMap { Int($0) } ?? 1, 1), 1000)
  }

  // Widths

  /// Many columns are set smaller.
  var letters: Letters {
    columns > 8
      ? Letters(style: "TableText3", width: 94)
      : columns > 5
        ? Letters(style: "TableText2", width: 106) : Letters(style: "TableText", width: 118)
  }

  /// The letters of the longest word and of the longest text of each column.
  private var lengths: [(word: Int, text: Int)] {
    var lengths = [(word: Int, text: Int)](repeating: (1, 1), count: columns)
    for row in rows {
      for cell in row.cells where cell.span == 1 {
        for element in cell.elements {
          let words = element.text.split(whereSeparator: \.isWhitespace)
          let longest = words.reduce(0) { max($0, $1.unicodeScalars.count) }
          let whole = words.reduce(0) { $0 + $1.unicodeScalars.count + 1 }
          lengths[cell.column].word = max(lengths[cell.column].word, longest)
          lengths[cell.column].text = max(lengths[cell.column].text, whole)
        }
      }
    }
    return lengths
  }

  /// The width at which no word is parted.
  func least(_ letters: Letters) -> Int {
    lengths.reduce(0) { $0 + min($1.word, 40) * letters.width + WordTable.sides }
  }

  /// The widths of the columns, no more than there is room for.
  func widths(_ room: Int, _ letters: Letters) -> [Int] {
    let lengths = lengths
    let least = lengths.map { min($0.word, 200) * letters.width + WordTable.sides }
    let wanted = lengths.map { min($0.text, 60) * letters.width + WordTable.sides }
    let (leastSum, wantedSum) = (least.reduce(0, +), wanted.reduce(0, +))
    let all = zip(least, wanted).map { max($0, $1) }
    if all.reduce(0, +) <= room { return all }
    if leastSum <= room, wantedSum > leastSum {
      let over = zip(least, all).map { $1 - $0 }
      let overSum = max(over.reduce(0, +), 1)
      return zip(least, over).map { $0 + (room - leastSum) * $1 / overSum }
    }
    // Words are parted where there is no room for them: narrow columns keep theirs.
    let fair = room / max(columns, 1)
    let narrow = least.filter { $0 <= fair }
    let rest = room - narrow.reduce(0, +)
    let wideSum = max(leastSum - narrow.reduce(0, +), 1)
    return least.map { $0 <= fair ? $0 : max(rest * $0 / wideSum, 200) }
  }
}
