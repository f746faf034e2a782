import Content
import SocialReport
import Writing
import YAMLTree

/// Values that were copied from a spreadsheet, beside those of a series: nothing is written, the form is filled.
struct PastedSeries {
  /// What goes into controls, by their names (`f.osservazioni.2.valore`, `n.osservazioni.0.periodo`).
  private(set) var typed: [String: String] = [:]
  private(set) var summary = ""

  /// - Parameters:
  ///   - name: of the list: `osservazioni`.
  ///   - rows: those that are there.
  ///   - indicator: the fields of the indicator, which help to read numbers.
  init(
    _ text: String, into name: String, _ rows: [FormRow], _ table: FieldTable,
    of indicator: [YAMLPair]
  ) {
    guard let sheet = PastedSeries.sheet(text, table, indicator) else {
      summary = "Non ci trovo una tabella con anni e valori: copia anche la colonna degli anni."
      return
    }
    let known = Dictionary(
      rows.enumerated().compactMap { place, row in
        DateText.period(row.cells.first?.value ?? "").map { ($0, place) }
      }, uniquingKeysWith: { first, _ in first })
    var (new, changed, same, unread): ([String], [String], Int, [String]) = ([], [], 0, [])
    for (number, entry) in sheet.places.entries.enumerated() {
      let written = sheet.text(number, "value") ?? ""
      let period = entry.period.written
      guard let value = entry.value?.replacing(".", with: ",") else {
        if !written.isEmpty { unread.append("\(period): «\(written)»") }
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
        note(sheet, number, "f.\(rows[place].name)")
      } else {
        let start = "n.\(name).\(new.count)"
        new.append(period)
        typed[start + ".periodo"] = period
        typed[start + ".valore"] = value
        note(sheet, number, start)
      }
    }
    summary = PastedSeries.words(new, changed, same, unread)
  }

  private mutating func note(_ sheet: SheetFile, _ number: Int, _ start: String) {
    if let note = sheet.text(number, "note"), !note.isEmpty { typed[start + ".nota"] = note }
  }

  private static func sheet(
    _ text: String, _ table: FieldTable, _ indicator: [YAMLPair]
  ) -> SheetFile? {
    let plain = text.replacing("\r\n", with: "\n")
    // Without headings the years come first and the values behind them.
    return [plain, "periodo\tvalore\n" + plain].lazy.compactMap { text in
      let sheet = try? SheetFile(Array(text.utf8), table, of: indicator)
      return sheet.flatMap {
        $0.places.entries.isEmpty || $0.places.column(of: "value") == nil ? nil : $0
      }
    }.first
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard case .number(let a) = Numerals.read(one, isQuoted: false),
      case .number(let b) = Numerals.read(other, isQuoted: false)
    else { return false }
    return a == b
  }

  private static func words(
    _ new: [String], _ changed: [String], _ same: Int, _ unread: [String]
  ) -> String {
    func listed(_ texts: [String]) -> String {
      texts.count > 12
        ? texts.prefix(12).joined(separator: ", ") + ", …" : texts.joined(separator: ", ")
    }
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
