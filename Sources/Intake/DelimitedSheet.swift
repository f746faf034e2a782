import Diagnostics
import Files
import Office

/// The sheet of a text whose cells are parted by semicolons, commas or tabs (RFC 4180), as any program saved it.
struct DelimitedSheet {
  let sheet: Workbook.Sheet
  let remarks: [Phrase]

  /// - Throws: `DelimitedFlaw` where nobody can tell what its cells are.
  init(_ bytes: [UInt8], named name: String) throws(DelimitedFlaw) {
    let (text, encoding) = TextEncoding.read(bytes)
    guard encoding != .unknown, !text.utf8.contains(0) else { throw .encoding }
    let csv = CSV(text, of: SourceFile.ID(0))
    let lines = LineIndex(text)
    if let quote = csv.openQuote {
      throw .openQuote(line: lines.line(of: quote.place.bytes.lowerBound) + 1)
    }
    let cells = csv.rows.flatMap { row in
      row.enumerated().compactMap { column, cell -> Workbook.Cell? in
        let words = Blank.trimmed(cell.text)
        guard !words.isEmpty else { return nil }
        // Rows with nothing in them part tables, as they do in a sheet.
        return Workbook.Cell(
          row: lines.line(of: cell.place.bytes.lowerBound), column: column, words: words)
      }
    }
    sheet = Workbook.Sheet(name: Path.withoutEnding(Path.name(of: name)), cells: cells)
    remarks =
      encoding != .windows1252
      ? []
      : [
        Phrase(
          it: "il file non è in UTF-8: l'ho letto come \(encoding.name ?? ""), guarda gli accenti",
          en: "the file is not in UTF-8: it was read as \(encoding.name ?? ""), see the accents")
      ]
  }
}

/// Why a text is no sheet.
enum DelimitedFlaw: ExplainedError {
  case encoding
  case openQuote(line: Int)

  var message: Phrase {
    switch self {
    case .encoding:
      Phrase(
        it: "non si capisce con quale codifica è scritto il file",
        en: "it cannot be seen in which encoding the file is written")
    case .openQuote(let line):
      Phrase(
        it: "alla riga \(line) si aprono virgolette che non si chiudono",
        en: "in line \(line) quotes are opened that are not closed")
    }
  }

  var help: Phrase? {
    switch self {
    case .encoding:
      Phrase(
        it: "aprilo con Excel o LibreOffice e salvalo come .xlsx, .ods o «CSV UTF-8»",
        en: "open it with Excel or LibreOffice and save it as .xlsx, .ods or “CSV UTF-8”")
    case .openQuote:
      Phrase(it: "chiudile o toglile", en: "close them or take them off")
    }
  }
}
