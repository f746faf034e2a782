import Diagnostics
import SocialReport

/// The rows of a table, cleaned of what programs put around texts, with headings found.
struct SheetGrid {
  /// The headings, with periods in the first column where the periods went across.
  var header: [CSV.Cell]
  var body: [[CSV.Cell]]
  /// What stands over the headings.
  let above: [[CSV.Cell]]
  /// Whether periods went across in the file, and rows of this grid are its columns.
  let isTurned: Bool
  /// The column with the periods, where it is known by what stands in it and not by its name.
  let periodColumn: Int?
}

extension SheetGrid {
  /// How many columns have a heading; what stands beyond has none.
  var width: Int { header.count }

  func heading(_ column: Int) -> String {
    header.indices.contains(column) ? header[column].text : ""
  }

  /// Titles over a table are hardly more than so many lines.
  private static let deepest = 40

  /// No table of figures has so many cells.
  static let most = 200_000

  /// Nil where no row can be the headings.
  init?(_ rows: [[CSV.Cell]], _ table: FieldTable) {
    for (index, row) in rows.prefix(SheetGrid.deepest).enumerated() {
      let filled = row.count { !$0.text.isEmpty }
      guard filled > 1 || filled == 1 && rows.count == 1 else { continue }
      if let turned = SheetGrid.turned(rows, at: index, table) {
        self = turned
        return
      }
      let names = row.map { ColumnNames.meaning(of: $0.text, table) }
      if names.contains(where: { $0?.field == "period" }) {
        self.init(rows, header: index, periodColumn: nil)
        return
      }
    }
    // No name says where the periods are: perhaps the cells do.
    for (index, row) in rows.prefix(SheetGrid.deepest).enumerated().dropLast() {
      let next = rows[index + 1]
      guard next.count(where: { !$0.text.isEmpty }) > 1,
        let column = next.indices.first(where: { PeriodCell(next[$0].text) != nil }),
        column >= row.count || PeriodCell(row[column].text) == nil,
        row.contains(where: { $0.text.contains(where: \.isLetter) })
      else { continue }
      self.init(rows, header: index, periodColumn: column)
      return
    }
    return nil
  }

  private init(_ rows: [[CSV.Cell]], header: Int, periodColumn: Int?) {
    self.init(
      header: rows[header], body: Array(rows[(header + 1)...]), above: Array(rows[..<header]),
      isTurned: false, periodColumn: periodColumn)
  }

  /// A table whose headings are periods, turned so that each is a row.
  private static func turned(
    _ rows: [[CSV.Cell]], at index: Int, _ table: FieldTable
  ) -> SheetGrid? {
    let header = rows[index]
    let periods = header.indices.filter { PeriodCell(header[$0].text) != nil }
    guard let first = periods.first else { return nil }
    let below = rows[(index + 1)...]
    // Rows that begin with a period themselves are those of a table without headings.
    let hasRowNames = first > 0
    guard periods.count > 1 || hasRowNames else { return nil }
    if below.contains(where: { $0.first.map { PeriodCell($0.text) != nil } ?? false }),
      !hasRowNames || periods.count < 3
    {
      return nil
    }
    // A row of data also holds one period; its neighbours tell it from headings.
    if periods.count == 1, header.dropFirst(first + 1).contains(where: { !$0.text.isEmpty }) {
      return nil
    }
    func reaches(_ row: [CSV.Cell]) -> Bool {
      row.indices.contains { $0 >= first && !row[$0].text.isEmpty }
    }
    let inside = below.filter(reaches)
    let corner = CSV.Cell(text: "", isQuoted: false, place: header[0].place)
    let names = inside.map { row in
      let labels = row.prefix(first).filter { !$0.text.isEmpty }
      return labels.first { ColumnNames.meaning(of: $0.text, table) != nil } ?? labels.first
        ?? corner
    }
    // A column without a heading is one too, where something stands in it.
    let width = inside.reduce(header.count) { max($0, $1.count) }
    // Turned, a table has as many cells as its rows and columns say, however few the file holds.
    guard width * (inside.count + 1) <= SheetGrid.most else { return nil }
    let columns = (first..<width).filter { column in
      ([header] + inside).contains { $0.indices.contains(column) && !$0[column].text.isEmpty }
    }
    let body = columns.map { column in
      ([header] + inside).map { row in
        row.indices.contains(column)
          ? row[column] : CSV.Cell(text: "", isQuoted: false, place: row[row.count - 1].place)
      }
    }
    return SheetGrid(
      header: [corner] + names, body: body + below.filter { !reaches($0) },
      above: Array(rows[..<index]), isTurned: true, periodColumn: 0)
  }
}
