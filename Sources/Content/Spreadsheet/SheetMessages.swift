import Diagnostics
import SocialReport

/// What is said of a table as a whole; of its cells each cause is said once.
extension SheetValues {
  var diagnostics: [Diagnostic] {
    let found = [
      SheetComplaint.about(
        ambiguous,
        Phrase(
          it: "`\(ambiguous.first?.text ?? "")` si può leggere in due modi, e niente nella tabella "
            + "dice quale",
          en: "`\(ambiguous.first?.text ?? "")` can be read in two ways, and nothing in the table "
            + "says which"),
        help: ambiguous.first.map(SheetValues.ways)),
      SheetComplaint.about(
        shortened,
        Phrase(
          it: "il foglio di calcolo ha accorciato il numero: `\(shortened.first?.text ?? "")` non "
            + "ha più tutte le cifre",
          en: "the spreadsheet has shortened the number: `\(shortened.first?.text ?? "")` has not "
            + "all its digits any more"),
        help: Phrase(
          it: "nel foglio allarga la colonna e scegli il formato Numero, poi salva di nuovo in CSV",
          en: "in the sheet widen the column and choose the format Number, then save as CSV again")),
      SheetComplaint.about(
        unreadable,
        Phrase(
          it: "`\(unreadable.first?.text ?? "")` non è un numero",
          en: "`\(unreadable.first?.text ?? "")` is no number"),
        help: unreadable.first.map(SheetValues.numberHelp)),
    ].compactMap(\.self)
    return found + missingDiagnostics
  }

  private static func ways(_ cell: CSV.Cell) -> Phrase {
    let digits = cell.text.filter { $0 != "." && $0 != "," }
    let comma =
      cell.text.contains(".") ? String(cell.text.map { $0 == "." ? "," : $0 }) : cell.text + "0"
    return Phrase(
      it: "se il segno divide le migliaia, scrivi i numeri senza (`\(digits)`); se divide i "
        + "decimali, con la virgola (`\(comma)`)",
      en: "where the mark parts thousands, write the numbers without it (`\(digits)`); where it "
        + "parts decimals, with a comma (`\(comma)`)")
  }

  private static func numberHelp(_ cell: CSV.Cell) -> Phrase {
    Numerals.suggestion(for: cell.text).map {
      Phrase(
        it: "scrivi solo `\($0)`; l'unità sta in `unita`, una stima si dice con `stato` `E`",
        en: "write only `\($0)`; the unit goes in `unit`, an estimate is told by `status` `E`")
    }
      ?? Phrase(
        it: "se il valore manca, lascia vuota la cella e di' perché in una colonna "
          + "`motivo_mancante`",
        en: "where the value is missing, leave the cell empty and say why in a column "
          + "`missing_reason`")
  }

  private var missingDiagnostics: [Diagnostic] {
    let faults = missing.filter(\.mark.isFault).map(\.cell)
    let gaps = missing.filter { !$0.mark.isFault }
    let reason = missing.first { $0.mark.isFault }?.mark.reason
    return [
      SheetComplaint.about(
        faults,
        Phrase(
          it: "`\(faults.first?.text ?? "")`: il foglio di calcolo non ha un risultato "
            + "(\(reason?.italian ?? "")), e il valore qui manca",
          en: "`\(faults.first?.text ?? "")`: the spreadsheet has no result "
            + "(\(reason?.english ?? "")), and the value is missing here"),
        as: .csvMissing,
        help: Phrase(
          it: "correggi la formula e salva di nuovo; se il dato non c'è, lascia vuota la cella e "
            + "di' perché in una colonna `motivo_mancante`",
          en: "mend the formula and save again; where there is no figure, leave the cell empty and "
            + "say why in a column `missing_reason`"),
        severity: .warning),
      SheetComplaint.about(
        gaps.map(\.cell),
        Phrase(
          it: "`\(gaps.first?.cell.text ?? "")` si legge come valore mancante: «"
            + "\(gaps.first?.mark.reason.italian ?? "")»",
          en: "`\(gaps.first?.cell.text ?? "")` is read as a missing value: “"
            + "\(gaps.first?.mark.reason.english ?? "")”"),
        as: .csvMissing,
        help: Phrase(
          it: "per dire altro a chi legge, aggiungi una colonna `motivo_mancante`",
          en: "to tell readers something else, add a column `missing_reason`"),
        severity: .hint),
    ].compactMap(\.self)
  }
}
