package import Diagnostics
package import SocialReport
package import YAMLTree

/// Where the observations of a table stand in its text: which cell holds which field of which period.
package struct SheetPlaces {
  /// What the table says of one period.
  package struct Entry {
    package let period: Period
    /// The cells of its row, or of its column in a table whose periods go across.
    package let cells: [CSV.Cell]
    /// What its value reads as, a number in plain digits; nil where nothing can be read.
    package let value: String?
    /// The letter of the status (CL_OBS_STATUS) that stands beside the period or the value.
    package let status: String?
  }

  /// What stands in the table and is no observation.
  package struct Rest {
    /// Headings of columns that are not read, as they stand.
    package let columns: [String]
    /// Headings of columns that could all be the values, where nothing tells which is.
    package let candidates: [String]
    /// Rows without a period that can be read, each as its first cells.
    package let rows: [String]
    /// Sums, averages, sources and notes, which are left aside on purpose.
    package let asides: [String]
  }

  package let separator: UInt8
  /// Whether periods go across.
  package let isTurned: Bool
  /// Whether the headings are the English names of fields.
  package let isEnglish: Bool
  /// The rows as they stand in the text.
  package let rows: [[CSV.Cell]]
  package let header: [CSV.Cell]
  package let entries: [Entry]
  package let rest: Rest
  private let columns: SheetColumns

  /// The column of a field by its English name.
  package func column(of field: String) -> Int? { columns[field] }

  /// - Parameter indicator: the fields of the indicator that names the table, which help to read it.
  /// - Throws: what keeps the table from being understood, for people.
  package init(
    _ text: String, _ table: FieldTable, of indicator: [YAMLPair]
  ) throws(SheetMistake) {
    let sheet: ObservationSheet
    do throws(SheetFault) {
      sheet = try ObservationSheet(text, of: SourceFile.ID(0), table, SheetSubject(indicator))
    } catch {
      throw SheetMistake(diagnostic: error.diagnostic(in: SourceFile.ID(0)))
    }
    let csv = CSV(text, of: SourceFile.ID(0), separator: sheet.separator)
    let values = sheet.rows.entries.compactMap { sheet.cell("value", of: $0) }
    var reader = SheetValues(values, sheet.subject, isItalian: sheet.isItalian)
    entries = sheet.rows.entries.map { entry in
      let value = sheet.cell("value", of: entry).map { reader.read($0, hasReason: true) }
      let status: String? = if case .number(_, let status)? = value { status } else { nil }
      return Entry(
        period: entry.period.value, cells: entry.cells,
        value: value.flatMap(SheetPlaces.words), status: status ?? entry.status)
    }
    rest = Rest(sheet)
    (separator, rows, isTurned) = (csv.separator, csv.rows, sheet.grid.isTurned)
    (isEnglish, header, columns) = (sheet.isEnglish, sheet.grid.header, sheet.columns)
  }

  private static func words(_ reading: SheetValues.Reading) -> String? {
    switch reading {
    case .number(let number, _): number.plain
    case .text(let text): text
    case .missing, .none: nil
    }
  }
}

// What cells of other sheets say, read as those of an indicator's own table.
extension SheetPlaces {
  package static func isPeriod(_ words: String) -> Bool { PeriodCell(words) != nil }

  /// Whether a row or column is a sum of others by its name.
  package static func isTotal(_ name: String) -> Bool { SheetRows.isTotal(name) }

  /// Whether a heading says no more than that values stand below it.
  package static func isValue(_ heading: String) -> Bool {
    guard let meaning = ColumnNames.meaning(of: heading, Observation.declaration.table) else {
      return heading.isEmpty
    }
    return meaning.field == "value" && meaning.rank <= 1
  }
}

extension SheetPlaces.Rest {
  fileprivate init(_ sheet: ObservationSheet) {
    let (grid, rows) = (sheet.grid, sheet.rows)
    func line(_ row: [CSV.Cell]) -> String {
      row.lazy.map(\.text).filter { !$0.isEmpty }.prefix(3).joined(separator: " · ")
    }
    func heading(_ column: Int) -> String {
      let heading = grid.heading(column)
      return heading.isEmpty ? "colonna \(column + 1)" : heading
    }
    let unread = sheet.columns.unread + sheet.columns.misspelt.map(\.column)
    columns = unread.sorted().map(heading)
    candidates = sheet.columns.candidates.map(heading)
    self.rows = (rows.wrongPeriods + rows.withoutPeriod + rows.beyond).map(\.text)
    asides = (grid.above + rows.totals + rows.notes).map(line).filter { !$0.isEmpty }
  }
}

/// Why a table cannot be understood.
package struct SheetMistake: Error {
  package let diagnostic: Diagnostic
}
