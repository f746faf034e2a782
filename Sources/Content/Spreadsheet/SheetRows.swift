import Diagnostics
import SocialReport

/// The rows below the headings, by what they are.
struct SheetRows {
  /// A row with a period.
  struct Entry {
    let cells: [CSV.Cell]
    let period: Sourced<Period>
    /// A letter that stood beside the period.
    let status: String?
  }

  private(set) var entries: [Entry] = []
  /// Sums of the others, such as `Totale`.
  private(set) var totals: [[CSV.Cell]] = []
  /// Sources, notes and reckonings below a table or between its rows.
  private(set) var notes: [[CSV.Cell]] = []
  /// Cells that should be periods and are not.
  private(set) var wrongPeriods: [CSV.Cell] = []
  /// Rows in which something stands but no period.
  private(set) var withoutPeriod: [CSV.Cell] = []
  /// The first cell of a row beyond the headings.
  private(set) var beyond: [CSV.Cell] = []
  /// Marks of notes beside periods.
  private(set) var marks: [CSV.Cell] = []

  init(_ grid: SheetGrid, _ columns: SheetColumns) {
    guard let period = columns["period"] else { return }
    var year: CSV.Cell?
    for row in grid.body {
      let filled = row.filter { !$0.text.isEmpty }
      guard let first = filled.first else { continue }
      if SheetRows.isNote(first.text) {
        notes.append(row)
        continue
      }
      var cell =
        row.indices.contains(period)
        ? row[period]
        : CSV.Cell(
          text: "", isQuoted: false, place: first.place)
      if cell.text.isEmpty, columns.part != nil, let year { cell = year }
      if SheetRows.isTotal(cell.text.isEmpty ? first.text : cell.text) {
        totals.append(row)
      } else if SheetRows.isReckoning(cell.text.isEmpty ? first.text : cell.text) {
        notes.append(row)
      } else if let entry = entry(row, cell, columns, grid) {
        year = cell
        entries.append(entry)
        if let extra = row.dropFirst(grid.width).first(where: { !$0.text.isEmpty }) {
          beyond.append(extra)
        }
      } else if filled.count == 1, first.text.first?.isNumber == false,
        SheetNumber(first.text) == nil
      {
        notes.append(row)
      } else if cell.text.isEmpty {
        withoutPeriod.append(first)
      } else {
        wrongPeriods.append(cell)
      }
    }
  }

  private mutating func entry(
    _ row: [CSV.Cell], _ cell: CSV.Cell, _ columns: SheetColumns, _ grid: SheetGrid
  ) -> Entry? {
    if let part = columns.part, row.indices.contains(part), !row[part].text.isEmpty {
      let heading = grid.heading(part)
      let period = PeriodCell.period(
        year: cell.text, part: row[part].text, isQuarter: ColumnNames.isQuarter(heading),
        isHalf: ColumnNames.isHalf(heading))
      return period.map { Entry(cells: row, period: Sourced($0, at: cell.place), status: nil) }
    }
    guard let read = PeriodCell(cell.text) else { return nil }
    if read.note != nil { marks.append(cell) }
    return Entry(cells: row, period: Sourced(read.period, at: cell.place), status: read.status)
  }

  private static let noteWords = [
    "fonte", "fonti", "nota:", "note:", "nota ", "note ", "n.b", "nb:", "legenda", "elaborazion",
    "source", "avvertenz", "dati provvisori", "dato provvisorio", "dati aggiornati", "dati al ",
    "aggiornamento", "aggiornato", "ultimo aggiornamento", "estrazione", "dati estratti", "segue",
    "(*)", "(1)", "(2)", "(a)", "(b)", "[1]", "[2]", "(p)", "p = ", "p=", "e = ", "e=", "©",
  ]

  /// Whether a row begins as those do that stand below a table.
  private static func isNote(_ text: String) -> Bool {
    let small = text.lowercased()
    if small.first == "*", small.count > 1 { return true }
    if let first = small.first, "\u{B9}\u{B2}\u{B3}".contains(first) { return true }
    if small == "fonte" || small == "nota" || small == "note" { return true }
    return noteWords.contains(where: small.hasPrefix) && SheetNumber(text) == nil
  }

  static func isTotal(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    guard let first = words.first else { return false }
    return ["totale", "totali", "tot", "total", "somma", "complessivo"].contains(first)
  }

  /// Whether a row reckons with the others and is none of them.
  private static func isReckoning(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "\u{394}" }
    guard let first = words.first else { return false }
    return [
      "variazione", "variazioni", "var", "differenza", "diff", "scostamento", "media", "mediana",
      "min", "max", "minimo", "massimo", "trend", "incremento", "delta", "\u{3B4}", "average",
      "change", "crescita", "saldo",
    ].contains(first)
  }
}
