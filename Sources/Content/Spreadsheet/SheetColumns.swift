import Diagnostics
import SocialReport

/// Which field each column of a table holds.
struct SheetColumns {
  /// The column of each field, by its English name.
  private(set) var columns: [String: Int] = [:]
  /// A column that tells a part of the year that the period's column names.
  private(set) var part: Int?
  /// Columns that are not read though something stands in them.
  private(set) var unread: [Int] = []
  /// Headings that are nearly the name of a field which no column has.
  private(set) var misspelt: [(column: Int, name: String)] = []
  /// Columns that could all be the values, where nothing tells which is.
  private(set) var candidates: [Int] = []

  subscript(field: String) -> Int? { columns[field] }

  init(_ grid: SheetGrid, _ table: FieldTable, _ subject: SheetSubject) {
    let used = SheetColumns.filled(grid)
    var found: [String: [(rank: Int, column: Int)]] = [:]
    for (column, cell) in grid.header.enumerated() where grid.periodColumn != column {
      guard let meaning = ColumnNames.meaning(of: cell.text, table) else { continue }
      let rank = SheetColumns.rank(meaning, cell.text, subject)
      found[meaning.field, default: []].append((rank, column))
    }
    for (field, columns) in found {
      guard let best = columns.map(\.rank).min() else { continue }
      let equals = columns.filter { $0.rank == best }.map(\.column)
      self.columns[field] = equals.first
      if equals.count > 1, field == "value" { candidates = equals }
    }
    if let column = grid.periodColumn { columns["period"] = column }
    findPart(grid)
    let taken = Set(columns.values).union(part.map { [$0] } ?? [])
    var rest = (0..<grid.width).filter { !taken.contains($0) && used.contains($0) }
    findNamed(grid, subject, &rest)
    rest.removeAll { column in
      guard let name = misspelling(grid.heading(column), table) else { return false }
      misspelt.append((column, name))
      return true
    }
    if columns["value"] == nil, misspelt.isEmpty { findValues(grid, &rest) }
    unread = rest
  }

  /// A percentage prefers a column of percentages, anything else one without.
  private static func rank(
    _ meaning: ColumnNames.Meaning, _ heading: String, _ subject: SheetSubject
  ) -> Int {
    guard meaning.field == "value" else { return 2 * meaning.rank }
    let isPercent = heading.contains("%") || heading.lowercased().contains("percent")
    if isPercent == (subject.measure == .percentage) { return isPercent ? 0 : 2 * meaning.rank }
    return 2 * meaning.rank + 1
  }

  private static func filled(_ grid: SheetGrid) -> Set<Int> {
    var used: Set<Int> = []
    for row in grid.body {
      for (column, cell) in row.enumerated() where !cell.text.isEmpty { used.insert(column) }
    }
    return used
  }

  /// `Anno` beside `Mese`: the one names the year, the other its part.
  private mutating func findPart(_ grid: SheetGrid) {
    guard let year = columns["period"], ColumnNames.isYear(grid.header[year].text) else { return }
    part = grid.header.indices.first { ColumnNames.isPartOfYear(grid.header[$0].text) }
  }

  /// A column that has the indicator's own name holds its values.
  private mutating func findNamed(
    _ grid: SheetGrid, _ subject: SheetSubject, _ rest: inout [Int]
  ) {
    guard let name = subject.name.map(ColumnNames.slug),
      let column = rest.first(where: { ColumnNames.slug(of: grid.heading($0)) == name })
    else { return }
    if let other = columns["value"] { rest.append(other) }
    columns["value"] = column
    candidates = []
    rest.removeAll { $0 == column }
    rest.sort()
  }

  private func misspelling(_ heading: String, _ table: FieldTable) -> String? {
    let name = ColumnNames.slug(of: heading).replacing("-", with: "_")
    guard name.count > 3 else { return nil }
    return table.fields.first {
      columns[$0.english] == nil
        && (NearMiss.isOneSlip(name, $0.italian) || NearMiss.isOneSlip(name, $0.english))
    }?.italian
  }

  /// The only column of numbers holds the values, whatever stands over it.
  private mutating func findValues(_ grid: SheetGrid, _ rest: inout [Int]) {
    let numeric = rest.filter { column in
      var numbers = 0
      for row in grid.body.prefix(400) {
        guard row.indices.contains(column), !row[column].text.isEmpty else { continue }
        let text = row[column].text
        if SheetNumber(text) != nil {
          numbers += 1
        } else if MissingMark(text) == nil {
          return false
        }
      }
      return numbers > 0
    }
    if numeric.count > 1 {
      candidates = numeric
      return
    }
    guard let column = numeric.first else { return }
    columns["value"] = column
    rest.removeAll { $0 == column }
  }
}
