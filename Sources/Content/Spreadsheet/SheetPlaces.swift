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
      let value = sheet.cell("value", of: entry).flatMap { cell in
        SheetPlaces.words(reader.read(cell, hasReason: true))
      }
      return Entry(period: entry.period.value, cells: entry.cells, value: value)
    }
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

/// Why a table cannot be understood.
package struct SheetMistake: Error {
  package let diagnostic: Diagnostic
}
