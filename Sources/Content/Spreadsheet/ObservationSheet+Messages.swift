import Diagnostics
import SocialReport

/// What is said of the headings and rows of a table, each cause once.
extension ObservationSheet {
  /// What keeps the table from being read.
  var errors: [Diagnostic] {
    let found = headingErrors + rowErrors
    if !found.isEmpty || !rows.entries.isEmpty { return found + doubles }
    return [
      Diagnostic(
        .csvHeader,
        Phrase(
          it: "`osservazioni` serve, e il file non ha nessuna riga di dati",
          en: "`observations` is needed, and the file has no row of data"),
        help: Phrase(
          it: "scrivi sotto l'intestazione una riga per periodo",
          en: "write below the headings a row for each period"),
        at: grid.header.first { !$0.text.isEmpty }?.place ?? .wholeFile(file))
    ]
  }

  private var headingErrors: [Diagnostic] {
    if !columns.misspelt.isEmpty {
      return columns.misspelt.map { column, name in
        Diagnostic(
          .csvHeader,
          Phrase(
            it: "la colonna `\(grid.heading(column))` qui non esiste",
            en: "there is no column `\(grid.heading(column))` here"),
          help: Phrase(it: "forse intendevi `\(name)`", en: "did you mean `\(name)`"),
          at: grid.header[column].place)
      }
    }
    if let first = columns.candidates.first {
      let names = columns.candidates.prefix(5).map { "`\(grid.heading($0))`" }
        .joined(separator: ", ")
      let more = columns.candidates.count > 5 ? "…" : ""
      return [
        Diagnostic(
          .csvHeader,
          Phrase(
            it: "i valori possono essere in più \(grid.isTurned ? "righe" : "colonne"): "
              + names + more,
            en: "the values may be in several \(grid.isTurned ? "rows" : "columns"): "
              + names + more),
          help: Phrase(
            it: "chiama `valore` quella giusta, oppure dalle il nome dell'indicatore",
            en: "call the right one `value`, or give it the indicator's name"),
          at: grid.header[first].place)
      ]
    }
    guard columns["value"] == nil, columns["missing_reason"] == nil, !rows.entries.isEmpty else {
      return []
    }
    return [
      Diagnostic(
        .csvHeader,
        Phrase(
          it: "nella tabella non c'è la colonna dei valori",
          en: "the table has no column of values"),
        help: Phrase(it: "chiamala `valore`", en: "call it `value`"),
        at: grid.header.first { !$0.text.isEmpty }?.place ?? .wholeFile(file))
    ]
  }

  private var rowErrors: [Diagnostic] {
    [
      SheetComplaint.about(
        rows.wrongPeriods,
        Phrase(
          it: "`\(rows.wrongPeriods.first?.text ?? "")` non è un periodo",
          en: "`\(rows.wrongPeriods.first?.text ?? "")` is no period"),
        help: periodHelp(rows.wrongPeriods.first?.text ?? "")),
      SheetComplaint.about(
        rows.withoutPeriod,
        Phrase(it: "in questa riga manca `periodo`", en: "`period` is missing in this row")),
      SheetComplaint.about(
        rows.beyond,
        Phrase(
          it: "questa riga ha più celle dell'intestazione",
          en: "this row has more cells than the header"),
        help: Phrase(
          it: "un numero con la virgola, in un file con le virgole, va tra virgolette; una colonna "
            + "in più vuole il suo nome",
          en:
            "a number with a comma, in a file with commas, goes in quotes; a further column wants "
            + "its name")),
    ].compactMap(\.self)
  }

  private func periodHelp(_ text: String) -> Phrase {
    switch DateText.flaw(of: text) {
    case .yearOfTwoDigits:
      Phrase(it: "scrivi l'anno con quattro cifre", en: "write the year with four digits")
    case .noSuchDay(let days):
      Phrase(it: "quel mese ha \(days) giorni", en: "that month has \(days) days")
    case .otherWeekday(let day):
      Phrase(
        it: "quel giorno era \(day.italian): correggi il giorno o la data",
        en: "that day was a \(day.english): mend the day or the date")
    case .noSuchMonth, nil:
      Phrase(
        it: "scrivi `2024`, `2024-06`, `30/06/2024` o `2023-2024`",
        en: "write `2024`, `2024-06`, `2024-06-30` or `2023-2024`")
    }
  }

  /// Periods that stand in several rows, as in a table of several municipalities.
  private var doubles: [Diagnostic] {
    var first: [Period: SourceRange] = [:]
    var again: [(cell: CSV.Cell, first: SourceRange)] = []
    for entry in rows.entries {
      guard let place = first[entry.period.value] else {
        first[entry.period.value] = entry.period.place
        continue
      }
      let text = entry.period.value.iso8601
      again.append((CSV.Cell(text: text, isQuoted: false, place: entry.period.place), place))
    }
    guard let one = again.first else { return [] }
    let apart = columns.unread.first { column in
      !grid.isTurned
        && Set(
          rows.entries.prefix(400).map {
            $0.cells.indices.contains(column) ? $0.cells[column].text : ""
          }
        ).count > 1
    }
    let more = again.count - 1
    return [
      Diagnostic(
        .csvCell,
        Phrase(
          it: "`\(one.cell.text)` c'è già: due valori per lo stesso periodo"
            + (more > 1
              ? ", e così in altre \(more) righe" : more > 0 ? ", e così in un'altra" : ""),
          en: "`\(one.cell.text)` is taken: two values for one period"
            + (more > 1 ? ", and so in \(more) more rows" : more > 0 ? ", and so in another" : "")),
        help: apart.map {
          Phrase(
            it: "la colonna `\(grid.heading($0))` distingue le righe: tieni solo quelle di questo "
              + "indicatore",
            en: "the column `\(grid.heading($0))` tells the rows apart: keep only those of this "
              + "indicator")
        } ?? Phrase(it: "tieni la riga giusta", en: "keep the right row"),
        at: one.cell.place,
        notes: [.init(Phrase(it: "la prima volta è qui", en: "the first is here"), at: one.first)])
    ]
  }

  /// A heading or title that counts in thousands, where the indicator's unit does not.
  var scaleDiagnostic: Diagnostic? {
    guard let value = columns["value"] else { return nil }
    let heading = grid.header[value]
    let title = grid.above.flatMap(\.self).first { cell in
      let small = cell.text.lowercased()
      return ["in migliaia", "in milioni", "(migliaia", "(milioni", "migliaia di euro"]
        .contains(where: small.contains)
    }
    guard
      let stated = [heading, title].compactMap(\.self).first(where: {
        SheetSubject.magnitude(of: $0.text) != nil
      }), SheetSubject.magnitude(of: stated.text) != SheetSubject.magnitude(of: subject.unit)
    else { return nil }
    let unit = subject.unit ?? ""
    return Diagnostic(
      .csvScale,
      Phrase(
        it: "la tabella dice «\(stated.text)», l'unità dell'indicatore è «\(unit)»",
        en: "the table says “\(stated.text)”, the unit of the indicator is “\(unit)”"),
      help: Phrase(
        it: "di' in `unita` le migliaia o i milioni, oppure scrivi i valori interi",
        en: "say the thousands or millions in `unit`, or write the whole values"),
      at: stated.place, severity: .warning)
  }

  /// One hint about all that stands in the file and is not read.
  func unread(marks: [CSV.Cell]) -> Diagnostic? {
    let names = columns.unread.map { grid.heading($0) }.filter { !$0.isEmpty }
    let nameless = columns.unread.count - names.count
    let word =
      grid.isTurned ? ("la riga", "le righe", "row") : ("la colonna", "le colonne", "column")
    let list =
      names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
      + (names.count > 5 ? ", …" : "")
    var parts: [Phrase] = []
    if !names.isEmpty {
      parts.append(
        Phrase(
          it: "\(names.count == 1 ? word.0 : word.1) \(list)",
          en: "the \(word.2)\(names.count == 1 ? "" : "s") \(list)"))
    }
    if nameless > 0 {
      parts.append(
        Phrase(it: "\(word.1) senza nome", en: "the \(word.2)s without a name"))
    }
    if let part = ObservationSheet.rows(grid.above, " sopra l'intestazione", " over the headings") {
      parts.append(part)
    }
    if let part = ObservationSheet.rows(rows.notes, "", "") { parts.append(part) }
    let allMarks = rows.marks + marks
    if let mark = allMarks.first {
      parts.append(
        Phrase(
          it: "i segni di nota, come in `\(mark.text)`", en: "note marks, as in `\(mark.text)`"))
    }
    let places =
      columns.unread.compactMap { grid.header.indices.contains($0) ? grid.header[$0].place : nil }
      + (grid.above + rows.notes).compactMap { $0.first { !$0.text.isEmpty }?.place }
      + allMarks.map(\.place)
    guard let place = places.min(), !parts.isEmpty else { return nil }
    let rest = parts.joined(separator: "; ")
    return Diagnostic(
      .csvUnread,
      Phrase(
        it: "di questa tabella resta fuori: \(rest.italian)",
        en: "left out of this table: \(rest.english)"),
      help: Phrase(
        it: "se servono a chi legge, mettili in `nota`, in `fonte` o in `metodo`",
        en: "where readers need them, put them into `note`, `source` or `method`"),
      at: place, severity: .hint)
  }

  private static func rows(
    _ rows: [[CSV.Cell]], _ italian: String, _ english: String
  ) -> Phrase? {
    guard let first = rows.first?.first(where: { !$0.text.isEmpty }) else { return nil }
    let text = first.text.count > 40 ? String(first.text.prefix(40)) + "…" : first.text
    return rows.count == 1
      ? Phrase(it: "la riga «\(text)»\(italian)", en: "the row “\(text)”\(english)")
      : Phrase(
        it: "\(rows.count) righe\(italian), da «\(text)»",
        en: "\(rows.count) rows\(english), from “\(text)”")
  }
}
