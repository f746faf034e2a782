import Diagnostics
import Office
import SocialReport

/// The series that a table of a sheet holds: periods and values, in rows or in columns.
struct SeriesPlan {
  struct Series {
    let name: String
    var values: [(period: String, value: String)] = []
    /// Those of the values: the first of two of one period counts, the other is told.
    var periods: Set<String> = []
    /// What the cells show behind their numbers.
    var signs: Set<Character?> = []

    /// A percentage or an amount, where all of its cells show that they are.
    var measure: (word: String, unit: String)? {
      signs == ["%"] ? ("percentage", "%") : signs == ["€"] ? ("amount", "euro") : nil
    }
  }

  private(set) var series: [Series] = []
  /// Rows and cells that are no values: `Totale`, a remark below.
  private(set) var rest: [String] = []

  init(_ table: SheetTables.Table) {
    guard let head = table.rows.first else { return }
    if let column = SeriesPlan.periods(in: table, head) {
      read(table, head, periods: column)
    } else if head.dropFirst().count(where: { SeriesPlan.period($0) != nil }) > 1 {
      readAcross(table, head)
    }
  }

  /// The column of periods, with a head above them.
  private static func periods(in table: SheetTables.Table, _ head: [Workbook.Cell?]) -> Int? {
    head.indices.first { column in
      let below = table.rows.dropFirst().compactMap { $0[column] }
      let read = below.count { period($0) != nil }
      return period(head[column]) == nil && read > 0 && read * 2 > below.count
    }
  }

  static func period(_ cell: Workbook.Cell?) -> String? {
    guard let cell else { return nil }
    switch cell.value {
    case .number(let digits):
      guard let year = Int(digits), (1900...2100).contains(year) else { return nil }
      return String(year)
    case .text(let text): return DateText.period(text)?.written
    case .date(let text): return DateText.period(String(text.prefix(10)))?.written
    default: return nil
    }
  }

  private mutating func read(_ table: SheetTables.Table, _ head: [Workbook.Cell?], periods: Int) {
    let body = table.rows.dropFirst()
    for column in head.indices where column != periods {
      let numbers = body.count { $0[column]?.seenNumber != nil }
      guard numbers > 0 else {
        rest += body.compactMap { $0[column]?.shown } + [head[column]?.shown].compactMap(\.self)
        continue
      }
      let words = head[column]?.shown ?? ""
      let isPlain = ["", "valore", "valori", "numero", "n.", "value"].contains(words.lowercased())
      var series = Series(name: isPlain ? table.title : words)
      for row in body { take(row[column], SeriesPlan.period(row[periods]), &series) }
      self.series.append(series)
    }
    for row in body where SeriesPlan.period(row[periods]) == nil {
      rest += [row[periods]?.shown].compactMap(\.self)
    }
  }

  private mutating func readAcross(_ table: SheetTables.Table, _ head: [Workbook.Cell?]) {
    for row in table.rows.dropFirst() {
      let name = row.first??.shown ?? ""
      guard !name.isEmpty, !SeriesPlan.isTotal(name),
        row.dropFirst().contains(where: { $0?.seenNumber != nil })
      else {
        rest += row.compactMap { $0?.shown }
        continue
      }
      var series = Series(name: name)
      for (cell, period) in zip(row, head).dropFirst() {
        take(cell, SeriesPlan.period(period), &series)
      }
      self.series.append(series)
    }
  }

  private mutating func take(_ cell: Workbook.Cell?, _ period: String?, _ series: inout Series) {
    guard let cell else { return }
    if let period, let value = cell.seenNumber,
      !series.values.contains(where: { $0.period == period })
    {
      series.values.append((period, value))
      series.signs.insert(cell.shown.first { "%€".contains($0) })
    } else {
      rest.append(cell.shown)
    }
  }

  private static func isTotal(_ name: String) -> Bool { name.lowercased().hasPrefix("total") }
}
