import Content
import Desk
import SocialReport
import Writing

/// Values that were copied from a spreadsheet, beside those of a series: nothing is written, the form is filled.
struct PastedSeries {
  /// What goes into controls, by their names (`f.osservazioni.2.valore`, `n.osservazioni.0.periodo`).
  private(set) var typed: [String: String] = [:]
  private(set) var summary = ""
  /// What was copied and goes nowhere, nil where all of it was read.
  private(set) var left: String?

  /// - Parameters:
  ///   - name: of the list: `osservazioni`.
  ///   - rows: those that are there.
  ///   - file: that of the indicator, whose fields help to read numbers.
  init(
    _ text: String, into name: String, _ rows: [FormRow], _ table: FieldTable,
    _ file: YAMLFile, _ indicator: DeskRecord
  ) {
    let read = PastedSeries.sheet(text, table, file, indicator)
    guard let sheet = read, sheet.places.column(of: "value") != nil else {
      let columns = read?.places.rest.candidates ?? []
      summary =
        columns.isEmpty
        ? "Non ci trovo una tabella con anni e valori: copia anche la colonna degli anni."
        : "Ci sono più colonne di numeri («\(columns.joined(separator: "», «"))»): copia gli anni e solo quella giusta, oppure scrivi «valore» sopra quella."
      return
    }
    let known = Dictionary(
      rows.enumerated().compactMap { place, row in
        DateText.period(row.cells.first?.value ?? "").map { ($0, place) }
      }, uniquingKeysWith: { first, _ in first })
    var (new, changed, same, unread): ([String], [String], Int, [String]) = ([], [], 0, [])
    var seen: Set<Period> = []
    for (number, entry) in sheet.places.entries.enumerated() {
      let written = sheet.text(number, "value") ?? ""
      let period = entry.period.written
      guard let value = entry.value?.replacing(".", with: ",") else {
        unread.append(written.isEmpty ? "\(period): vuoto" : "\(period): «\(written)»")
        continue
      }
      guard seen.insert(entry.period).inserted else {
        unread.append("\(period): «\(written)», c'è già in una riga prima")
        continue
      }
      if let place = known[entry.period] {
        let old = rows[place].cells.first { $0.name.hasSuffix(".valore") }?.value ?? ""
        if PastedSeries.isSame(old, value) {
          same += 1
        } else {
          changed.append("\(period): \(old.isEmpty ? "vuoto" : old) → \(value)")
          typed["f.\(rows[place].name).valore"] = value
        }
        fill(sheet, number, "f.\(rows[place].name)", table)
      } else {
        let start = "n.\(name).\(new.count)"
        new.append("\(period): \(value)")
        typed[start + ".periodo"] = period
        typed[start + ".valore"] = value
        fill(sheet, number, start, table)
      }
    }
    summary = PastedSeries.words(new, changed, same, unread)
    left = PastedSeries.words(sheet.places.rest)
  }

  /// The fields of an observation beside its period and value.
  private mutating func fill(
    _ sheet: SheetFile, _ number: Int, _ start: String, _ table: FieldTable
  ) {
    let status = sheet.places.entries[number].status
    for field in table.fields where !["period", "value"].contains(field.english) {
      let text = sheet.text(number, field.english) ?? (field.english == "status" ? status : nil)
      if let text, !text.isEmpty { typed["\(start).\(field.italian)"] = text }
    }
  }

  private static func sheet(
    _ text: String, _ table: FieldTable, _ file: YAMLFile, _ indicator: DeskRecord
  ) -> SheetFile? {
    let plain = text.replacing("\r\n", with: "\n")
    // Without headings the years come first and the values behind them: the first row is one of data too.
    let start = plain.drop { $0.isNewline }
    let isBare = DateText.period(String(start.prefix { $0 != "\t" && !$0.isNewline })) != nil
    let named = isBare ? "periodo\tvalore\n" + start : plain
    let sheet = try? SheetFile(Array(named.utf8), table, of: file.pairs(indicator.place))
    return sheet.flatMap { $0.places.entries.isEmpty ? nil : $0 }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard case .number(let a) = Numerals.read(one, isQuoted: false),
      case .number(let b) = Numerals.read(other, isQuoted: false)
    else { return false }
    return a == b
  }

  private static func listed(_ texts: [String]) -> String {
    texts.count > 12
      ? texts.prefix(12).joined(separator: "; ") + "; …" : texts.joined(separator: "; ")
  }

  private static func words(_ rest: SheetPlaces.Rest) -> String? {
    let parts = [
      rest.columns.isEmpty ? nil : "le colonne «\(rest.columns.joined(separator: "», «"))»",
      rest.rows.isEmpty ? nil : "le righe senza un periodo: \(listed(rest.rows))",
      rest.asides.isEmpty ? nil : "totali, titoli e note: \(listed(rest.asides))",
    ].compactMap(\.self)
    return parts.isEmpty ? nil : "Non ho usato " + parts.joined(separator: "; ") + "."
  }

  private static func words(
    _ new: [String], _ changed: [String], _ same: Int, _ unread: [String]
  ) -> String {
    let parts = [
      new.isEmpty
        ? nil
        : "\(new.count == 1 ? "1 valore nuovo" : "\(new.count) valori nuovi") (\(listed(new)))",
      changed.isEmpty
        ? nil
        : "\(changed.count == 1 ? "1 cambiato" : "\(changed.count) cambiati") (\(listed(changed)))",
      same == 0 ? nil : same == 1 ? "1 uguale" : "\(same) uguali",
      unread.isEmpty
        ? nil
        : "\(unread.count == 1 ? "1 non letto" : "\(unread.count) non letti") (\(listed(unread)))",
    ].compactMap(\.self)
    guard !parts.isEmpty else { return "Non c'è niente da mettere." }
    return "Ho letto: " + parts.joined(separator: "; ")
      + (new.isEmpty && changed.isEmpty
        ? "." : ". Controlla la tabella qui sotto, poi premi Salva.")
  }
}
