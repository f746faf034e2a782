import Content
import Diagnostics
import Office
import SocialReport

/// The series that a table of a sheet holds: periods and values, in rows or in columns.
///
/// Which rows are series is seen here; periods, numbers, totals and missing values are read as those of an
/// indicator's own table are (`SheetPlaces`).
struct SeriesPlan {
  struct Series {
    var name: String
    var values: [(period: String, value: String)] = []
    /// What the cells show behind their numbers.
    var signs: Set<Character?> = []

    /// A percentage or an amount, where all of its cells show that they are, or its heading: `Quota (%)`.
    var measure: (word: String, unit: String)? {
      let stated = signs == [nil] ? name.first { "%€".contains($0) } : signs.first ?? nil
      guard signs.count == 1, let stated else { return nil }
      return stated == "%" ? ("percentage", "%") : ("amount", "euro")
    }
  }

  private(set) var series: [Series] = []
  /// Rows and cells that are no values: `Totale`, a remark below.
  private(set) var rest: [String] = []
  /// Whether there are periods in it, with values or without.
  private(set) var hasPeriods = true

  init(_ table: SheetTables.Table) {
    guard let head = table.rows.first else { return }
    if let column = SeriesPlan.periods(in: table, head) {
      guard !SeriesPlan.isList(table, periods: column) else {
        hasPeriods = false
        return
      }
      read(table, head, periods: column)
    } else if head.dropFirst().count(where: { SeriesPlan.isPeriod($0) }) > 1 {
      readAcross(table, head)
    } else {
      hasPeriods = false
    }
  }

  /// The column of periods, with a head above them.
  private static func periods(in table: SheetTables.Table, _ head: [Workbook.Cell?]) -> Int? {
    head.indices.first { column in
      let below = table.rows.dropFirst().compactMap { $0[column] }
      let read = below.count { isPeriod($0) }
      return !isPeriod(head[column]) && read > 0 && read * 2 > below.count
    }
  }

  /// Whether it tells of things one by one, each with its day, as a list of acts or of payments does: numbers beside days
  /// make no series there.
  private static func isList(_ table: SheetTables.Table, periods: Int) -> Bool {
    let body = table.rows.dropFirst()
    func count(_ column: Int, _ holds: (Workbook.Cell) -> Bool) -> Bool {
      let cells = body.compactMap { $0[column] }
      return cells.count(where: holds) * 2 > cells.count
    }
    let areDays = count(periods) { cell in
      if case .date = cell.value { return true }
      return DateText.date(cell.shown)?.day != nil
    }
    guard areDays else { return false }
    let words = (table.rows.first?.indices ?? 0..<0).count { column in
      column != periods
        && count(column) { cell in
          if case .text(let text) = cell.value { text.contains(where: \.isLetter) } else { false }
        }
    }
    return words > 1
  }

  private static func isPeriod(_ cell: Workbook.Cell?) -> Bool {
    guard let cell, let words = periodWords(cell) else { return false }
    return SheetPlaces.isPeriod(words)
  }

  /// What a cell says of a period; nil for a number that is no year.
  private static func periodWords(_ cell: Workbook.Cell) -> String? {
    switch cell.value {
    case .number(let digits):
      guard let year = Int(digits), (1900...2100).contains(year) else { return nil }
      return digits
    case .date(let text): return String(text.prefix(10))
    default: return cell.shown
    }
  }

  private mutating func read(_ table: SheetTables.Table, _ head: [Workbook.Cell?], periods: Int) {
    let body = table.rows.dropFirst()
    for column in head.indices where column != periods {
      let name = head[column]?.shown ?? ""
      let pairs = body.map { ($0[periods], $0[column]) }
      let taken = take(name, pairs, tellsPeriods: series.isEmpty)
      if !taken { rest += [head[column]?.shown].compactMap(\.self) }
    }
    // `Valore` says nothing where there is one column of values.
    let isOne = series.count == 1
    for place in series.indices
    where series[place].name.isEmpty || isOne && SheetPlaces.isValue(series[place].name) {
      series[place].name = table.title
    }
  }

  private mutating func readAcross(_ table: SheetTables.Table, _ head: [Workbook.Cell?]) {
    for row in table.rows.dropFirst() {
      let name = row.first??.shown ?? ""
      let isSeries = !name.isEmpty && !SheetPlaces.isTotal(name)
      let pairs = zip(head, row).dropFirst().map { ($0, $1) }
      let hasTaken = isSeries && take(name, pairs, tellsPeriods: false)
      if !hasTaken { rest += [row.first??.shown].compactMap(\.self) }
      if !isSeries { rest += row.dropFirst().compactMap { $0?.shown } }
    }
  }

  /// Takes what reads as values of periods; tells all else.
  ///
  /// - Parameter tellsPeriods: whether what stands among the periods and is none is told too.
  /// - Returns: false where there is no value in it.
  private mutating func take(
    _ name: String, _ pairs: [(period: Workbook.Cell?, value: Workbook.Cell?)], tellsPeriods: Bool
  ) -> Bool {
    let text = "periodo\tvalore\n" + pairs.map(SeriesPlan.line).joined(separator: "\n")
    let places = try? SheetPlaces(text, Observation.declaration.table, of: [])
    var entries = (places?.entries ?? [])[...]
    var series = Series(name: name)
    var seen: Set<Period> = []
    for (period, cell) in pairs {
      let words = period.flatMap(SeriesPlan.periodWords)
      // The entries stand in the order of their rows.
      if let entry = entries.first, let words, entry.cells.first?.text == SeriesPlan.plain(words) {
        entries.removeFirst()
        if let cell, let value = entry.value, DecimalNumber(digits: value, separator: ".") != nil,
          seen.insert(entry.period).inserted
        {
          series.values.append((entry.period.written, value.replacing(".", with: ",")))
          series.signs.insert(cell.shown.first { "%€".contains($0) })
          continue
        }
      } else if tellsPeriods, let period {
        rest.append(period.shown)
      }
      if let cell { rest.append(cell.shown) }
    }
    guard !series.values.isEmpty else { return false }
    self.series.append(series)
    return true
  }

  private static func line(_ period: Workbook.Cell?, _ value: Workbook.Cell?) -> String {
    let first = period.map { plain(periodWords($0) ?? $0.shown) } ?? ""
    guard let value else { return first + "\t" }
    // A number that is seen with its unit is its digits; words that may be a number are read as such.
    if case .number = value.value { return first + "\t" + plain(value.seenNumber ?? value.shown) }
    return first + "\t" + plain(value.shown)
  }

  /// In one cell of a line, whatever stands in it.
  private static func plain(_ words: String) -> String {
    // Most are of a few digits.
    if words.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }) {
      return words
    }
    return String(words.map { $0.isNewline || $0 == "\t" ? " " : $0 == "\"" ? "'" : $0 })
  }
}
