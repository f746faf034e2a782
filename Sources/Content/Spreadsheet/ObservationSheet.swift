import Diagnostics
import SocialReport

/// A table of observations as it was understood: which cells are what, before they become values.
struct ObservationSheet {
  let file: SourceFile.ID
  let subject: SheetSubject
  let grid: SheetGrid
  let columns: SheetColumns
  let rows: SheetRows
  /// Whether the file was saved where numbers have a decimal comma.
  let isItalian: Bool
  /// Whether the headings are the English names of fields.
  let isEnglish: Bool
  let separator: UInt8

  /// - Throws: what keeps the table from being understood at all.
  init(
    _ text: String, of file: SourceFile.ID, _ table: FieldTable, _ subject: SheetSubject
  ) throws(SheetFault) {
    let csv = try ObservationSheet.csv(text, of: file, table)
    guard !csv.rows.isEmpty else { throw .empty }
    guard let grid = SheetGrid(csv.rows, table) else {
      let row = csv.rows[0]
      throw PeriodCell(row[0].text) == nil
        ? SheetFault.noHeadings(row, csv.separator) : SheetFault.headless(row, csv.separator)
    }
    self.file = file
    self.subject = subject
    self.grid = grid
    columns = SheetColumns(grid, table, subject)
    rows = SheetRows(grid, columns)
    separator = csv.separator
    isItalian = csv.separator == UInt8(ascii: ";") || csv.separator == 0x09
    isEnglish = columns["period"].map { grid.heading($0).lowercased() == "period" } ?? false
  }

  /// The text with the separator that gives a table with headings, or with the likeliest.
  private static func csv(
    _ text: String, of file: SourceFile.ID, _ table: FieldTable
  ) throws(SheetFault) -> CSV {
    let likeliest = CSV(text, of: file)
    if likeliest.openQuote == nil, SheetGrid(likeliest.rows, table) != nil { return likeliest }
    for separator in CSVSeparators.candidates(in: text) where separator != likeliest.separator {
      let other = CSV(text, of: file, separator: separator)
      if other.openQuote == nil, SheetGrid(other.rows, table) != nil { return other }
    }
    if let open = likeliest.openQuote { throw .openQuote(open) }
    return likeliest
  }

  /// The cell of an entry in a column, nil where the row is shorter or the cell empty.
  func cell(_ field: String, of entry: SheetRows.Entry) -> CSV.Cell? {
    guard let column = columns[field], entry.cells.indices.contains(column),
      !entry.cells[column].text.isEmpty
    else { return nil }
    return entry.cells[column]
  }
}

/// Why a table cannot be understood at all.
enum SheetFault: Error {
  case empty
  case openQuote(CSV.OpenQuote)
  /// The first row is one of data.
  case headless([CSV.Cell], UInt8)
  case noHeadings([CSV.Cell], UInt8)

  func diagnostic(in file: SourceFile.ID) -> Diagnostic {
    switch self {
    case .empty:
      Diagnostic(
        .csvHeader, Phrase(it: "il file è vuoto", en: "the file is empty"), at: .wholeFile(file))
    case .openQuote(let open):
      Diagnostic(
        .csvCell,
        Phrase(it: "le virgolette non si chiudono", en: "the quotes are not closed")
          + (open.swallowed.map {
            Phrase(
              it: ": anche la riga `\($0)` finirebbe in questa cella",
              en: ": the row `\($0)` would be a part of this cell too")
          } ?? Phrase(it: "", en: "")),
        help: Phrase(
          it: "chiudile alla fine della cella, oppure toglile; dentro una cella si scrivono due "
            + "volte: `\"\"`",
          en: "close them at the end of the cell, or take them away; inside a cell they are "
            + "written twice: `\"\"`"), at: open.place)
    case .headless(let row, let separator):
      Diagnostic(
        .csvHeader,
        Phrase(
          it: "manca l'intestazione: la prima riga ha già dei dati",
          en: "the headings are missing: the first row has data already"),
        help: SheetFault.firstLine(row, separator), at: row[0].place)
    case .noHeadings(let row, let separator):
      Diagnostic(
        .csvHeader,
        Phrase(
          it: "nessuna riga ha l'intestazione con il periodo",
          en: "no row has headings with the period"),
        help: SheetFault.firstLine(row, separator), at: row[0].place)
    }
  }

  private static func firstLine(_ row: [CSV.Cell], _ separator: UInt8) -> Phrase {
    let mark = separator == 0x09 ? "⇥" : String(UnicodeScalar(separator))
    return Phrase(
      it: "metti sopra i dati la riga `periodo\(mark)valore`",
      en: "put the row `period\(mark)value` over the data")
  }
}

extension Phrase {
  fileprivate static func + (a: Phrase, b: Phrase) -> Phrase {
    Phrase(it: a.italian + b.italian, en: a.english + b.english)
  }
}
