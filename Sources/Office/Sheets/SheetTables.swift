/// The tables that a sheet holds, and what stands beside them.
package struct SheetTables: Sendable {
  package struct Table: Sendable {
    /// The words above it; the name of the sheet where there are none.
    package let title: String
    /// Row by row, the first of which heads the columns; nil for an empty cell.
    package let rows: [[Workbook.Cell?]]
    package let range: Workbook.Range

    /// `A3:D9`.
    package var place: String {
      "\(Workbook.name(range.columns.lowerBound))\(range.rows.lowerBound + 1):"
        + "\(Workbook.name(range.columns.upperBound))\(range.rows.upperBound + 1)"
    }
  }

  package private(set) var tables: [Table] = []
  /// Cells that are part of no table: titles and remarks.
  package private(set) var loose: [Workbook.Cell] = []

  package init(_ sheet: Workbook.Sheet) {
    var rest = sheet.cells
    for table in sheet.tables.prefix(SheetTables.mostNamed) {
      let others = sheet.tables.map(\.range).filter { $0 != table.range }
      let range = SheetTables.whole(table.range, rest, others)
      let own = rest.filter { SheetTables.holds(range, $0) }
      rest.removeAll { SheetTables.holds(range, $0) }
      add(own, title: table.name.replacing("_", with: " "))
    }
    for block in SheetTables.blocks(rest) {
      let rows = Dictionary(grouping: block, by: \.row)
      // A row of one cell above the others is their title.
      var cells = block
      var titles: [String] = []
      while let first = cells.map(\.row).min(), let row = rows[first], row.count == 1,
        case .text = row[0].value,
        Set(cells.map(\.row)).count > 1
      {
        titles.append(row[0].shown)
        loose.append(row[0])
        cells.removeAll { $0.row == first }
      }
      let isTable = Set(cells.map(\.row)).count > 1 && Set(cells.map(\.column)).count > 1
      guard isTable else {
        loose += cells
        continue
      }
      // Words right above, with an empty row between.
      let top = cells.map(\.row).min() ?? 0
      let above = loose.last { $0.row < top && $0.row + 3 > top }
      add(cells, title: titles.last ?? above?.shown ?? sheet.name)
    }
  }

  private mutating func add(_ cells: [Workbook.Cell], title: String) {
    guard let top = cells.map(\.row).min(), let bottom = cells.map(\.row).max(),
      let left = cells.map(\.column).min(), let right = cells.map(\.column).max()
    else { return }
    // Only rows that hold something: between the ends there may be a million.
    let byRow = Dictionary(grouping: cells, by: \.row)
    let columns = Set(cells.map(\.column)).sorted()
    let rows = byRow.keys.sorted().map { row -> [Workbook.Cell?] in
      let own = Dictionary((byRow[row] ?? []).map { ($0.column, $0) }) { first, _ in first }
      return columns.map { own[$0] }
    }
    tables.append(
      Table(
        title: title, rows: rows, range: Workbook.Range(rows: top...bottom, columns: left...right)))
  }

  /// More no sheet of an office has; the rest is found as cells that stand together.
  private static let mostNamed = 100

  /// A table with the rows that somebody went on with right below it, and did not make it longer for.
  private static func whole(
    _ range: Workbook.Range, _ cells: [Workbook.Cell], _ others: [Workbook.Range]
  ) -> Workbook.Range {
    let below = Set(
      cells.filter { $0.row > range.rows.upperBound && range.columns.contains($0.column) }
        .map(\.row))
    var end = range.rows.upperBound
    while below.contains(end + 1),
      !others.contains(where: {
        $0.rows.contains(end + 1) && $0.columns.overlaps(range.columns)
      })
    { end += 1 }
    return Workbook.Range(rows: range.rows.lowerBound...end, columns: range.columns)
  }

  private static func holds(_ range: Workbook.Range, _ cell: Workbook.Cell) -> Bool {
    range.rows.contains(cell.row) && range.columns.contains(cell.column)
  }

  /// Cells with no empty row or column between them, from the top and from the left.
  private static func blocks(_ cells: [Workbook.Cell]) -> [[Workbook.Cell]] {
    parted(cells, by: \.row).flatMap { band in
      parted(band, by: \.column).flatMap { parted($0, by: \.row) }
    }
  }

  private static func parted(
    _ cells: [Workbook.Cell], by place: (Workbook.Cell) -> Int
  ) -> [[Workbook.Cell]] {
    let lines = Dictionary(grouping: cells, by: place)
    var found: [[Workbook.Cell]] = []
    var last: Int?
    for line in lines.keys.sorted() {
      if let last, line == last + 1 {
        found[found.count - 1] += lines[line] ?? []
      } else {
        found.append(lines[line] ?? [])
      }
      last = line
    }
    return found
  }
}

extension Workbook.Cell {
  /// The number that a person sees, without units and without points between thousands; nil for what is none.
  package var seenNumber: String? {
    guard case .number(let stored) = value else { return nil }
    var digits = shown.filter { $0.isNumber || $0 == "," }
    // Books write a loss in parentheses, or in red alone.
    if stored.hasPrefix("-"), digits.contains(where: { $0 != "0" && $0 != "," }) {
      digits = "-" + digits
    }
    let hasUnit = shown.contains { $0.isLetter }
    // `12,3 mln` is another number than 12,3.
    guard !hasUnit || !shown.lowercased().contains(where: { "bkm".contains($0) }) else {
      return nil
    }
    return digits.isEmpty ? nil : digits
  }
}
