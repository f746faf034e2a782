import Diagnostics
import Files
import SocialReport
import YAMLTree

extension Decoder {
  /// A list of observations, or those of the CSV file that is named.
  mutating func observations(_ node: YAMLNode, _ table: FieldTable, _ key: Field) -> FieldValue? {
    switch node {
    case .sequence(let nodes, _):
      return .list(nodes.map { .record(record($0, table)) })
    case .mapping:
      wrong(
        key, "un elenco o il nome di un file CSV", "a list or the name of a CSV file",
        at: node.place)
      return nil
    case .scalar(let name):
      guard let file = spreadsheet(named: name) else { return nil }
      // What is wrong with how the file is written was told already.
      guard file.isReadable else {
        missesTable = true
        return nil
      }
      guard !file.isTooLong else {
        report(DecodedFile.tooLarge(at: name.place))
        missesTable = true
        return nil
      }
      guard !spreadsheets.isNamedTooOften(name.text, file) else {
        missesTable = true
        report(Decoder.namedTooOften(name))
        return nil
      }
      let before = diagnostics.count
      let records = records(of: file.text, file.id, table)
      // A table that is wrong somewhere is not read in part.
      let isWrong = diagnostics[before...].contains { $0.severity == .error }
      return isWrong ? nil : .list(records.map { .record($0) })
    }
  }

  private mutating func spreadsheet(named name: YAMLScalar) -> Spreadsheets.File? {
    let path = Path.normalised(Path.join(Path.folder(of: path), name.text))
    if let path, let file = spreadsheets.find(path) { return file }
    if let path, let other = spreadsheets.findOther(path) {
      report(
        Diagnostic(
          .wrongType,
          Phrase(
            it: "il file `\(name.text)` c'è, ma i valori si leggono solo da un file CSV",
            en: "the file `\(name.text)` is there, but values are read from a CSV file only"),
          help: Spreadsheets.help(toSave: other), at: name.place))
      return nil
    }
    report(
      Diagnostic(
        .missingFile,
        Phrase(it: "il file `\(name.text)` non c'è", en: "there is no file `\(name.text)`"),
        help: NearMiss.help(for: Path.name(of: name.text), among: spreadsheets.names),
        at: name.place))
    return nil
  }

  private static func namedTooOften(_ name: YAMLScalar) -> Diagnostic {
    Diagnostic(
      .fileTooLarge,
      Phrase(
        it: "troppi indicatori leggono i loro valori da `\(name.text)`, che è una tabella grande",
        en: "too many indicators read their values from `\(name.text)`, which is a large table"),
      help: Phrase(
        it: "dividila: una tabella per indicatore, con le sole righe che gli servono",
        en: "split it: one table for an indicator, with only the rows that it needs"),
      at: name.place)
  }

  private mutating func records(
    of text: String, _ file: SourceFile.ID, _ table: FieldTable
  ) -> [FieldValues] {
    let sheet: ObservationSheet
    do throws(SheetFault) {
      sheet = try ObservationSheet(text, of: file, table, subject)
    } catch {
      report(error.diagnostic(in: file))
      return []
    }
    let errors = sheet.errors
    let values = sheet.rows.entries.compactMap { sheet.cell("value", of: $0) }
    var reader = SheetValues(values, sheet.subject, isItalian: sheet.isItalian)
    var fields = SheetFields(sheet)
    let records = sheet.rows.entries.map { record(of: $0, sheet, table, &reader, &fields) }
    var found = errors
    // Where the columns are not clear, nothing is to be said of what stands in them.
    if errors.allSatisfy({ $0.identifier != .csvHeader }) {
      found += reader.diagnostics + fields.diagnostics
    }
    if found.errors == 0 {
      found += totals(of: sheet, records, &reader)
      found += [sheet.scaleDiagnostic, sheet.unread(marks: reader.marks + fields.unread)]
        .compactMap(\.self)
    }
    let hasErrors = found.errors > 0
    for diagnostic in found where !hasErrors || diagnostic.severity != .hint { report(diagnostic) }
    return records
  }

  private mutating func record(
    of entry: SheetRows.Entry, _ sheet: ObservationSheet, _ table: FieldTable,
    _ reader: inout SheetValues, _ fields: inout SheetFields
  ) -> FieldValues {
    var record = FieldValues(table: table, place: entry.period.place)
    record["period"] = .period(entry.period.map { $0 })
    for key in table.fields where key.english != "period" && key.english != "value" {
      guard let cell = sheet.cell(key.english, of: entry), let scalar = fields.scalar(cell, key)
      else { continue }
      let before = diagnostics.count
      let value = scalarValue(scalar, key.type, key)
      fields.gather(takeDiagnostics(from: before), cell, key)
      record[key.english] = value
    }
    if let status = entry.status, record["status"] == nil {
      record["status"] = .choice(Sourced(status, at: entry.period.place))
    }
    guard let cell = sheet.cell("value", of: entry) else { return record }
    switch reader.read(cell, hasReason: record["missing_reason"] != nil) {
    case .number(let number, let status):
      record["value"] = .observed(Sourced(.number(number), at: cell.place))
      if let status, record["status"] == nil {
        record["status"] = .choice(Sourced(status, at: cell.place))
      }
    case .text(let text):
      record["value"] = .observed(Sourced(.text(text), at: cell.place))
    case .missing(let reason):
      if record["missing_reason"] == nil {
        let words = reason.text(in: sheet.isEnglish ? .english : .italian)
        record["missing_reason"] = .text(Sourced(words, at: cell.place))
      }
    case .none: break
    }
    return record
  }

  /// Rows of sums, against the values that were read.
  private func totals(
    of sheet: ObservationSheet, _ records: [FieldValues], _ reader: inout SheetValues
  ) -> [Diagnostic] {
    let values = records.map { record -> DecimalNumber? in
      if case .observed(let value) = record["value"], case .number(let number) = value.value {
        number
      } else {
        nil
      }
    }
    let sum = SheetTotals.sum(of: values, sheet.subject)
    return sheet.rows.totals.compactMap { row in
      guard let name = row.first(where: { !$0.text.isEmpty }) else { return nil }
      var stated: Sourced<DecimalNumber>?
      if let column = sheet.columns["value"], row.indices.contains(column),
        case .number(let number, _) = reader.read(row[column], hasReason: true)
      {
        stated = Sourced(number, at: row[column].place)
      }
      return SheetTotals.diagnostic(name, stated: stated, sum: sum)
    }
  }
}
