import Diagnostics
import Files
import YAMLTree

extension Decoder {
  /// A list of observations, or those of the CSV file that is named.
  mutating func observations(_ node: YAMLNode, _ table: Table, _ key: Key) -> Value? {
    switch node {
    case .sequence(let nodes, _):
      return .list(nodes.map { .record(record($0, table)) })
    case .mapping:
      wrong(
        key, "un elenco o il nome di un file CSV", "a list or the name of a CSV file",
        at: node.place)
      return nil
    case .scalar(let name):
      guard let path = Path.normalised(Path.join(Path.folder(of: path), name.text)),
        let file = spreadsheets.find(path)
      else {
        report(
          Diagnostic(
            .missingFile,
            Phrase(it: "il file `\(name.text)` non c'è", en: "there is no file `\(name.text)`"),
            help: NearMiss.help(
              for: Path.name(of: name.text), among: spreadsheets.paths.map { Path.name(of: $0) }),
            at: name.place))
        return nil
      }
      let before = diagnostics.count
      let records = rows(of: CSV(file.text, of: file.id), file.id, table)
      // A table that is wrong somewhere is not read in part.
      return diagnostics.count > before ? nil : .list(records.map { .record($0) })
    }
  }

  private mutating func rows(of csv: CSV, _ file: SourceFile.ID, _ table: Table) -> [Record] {
    guard let header = csv.rows.first else {
      report(
        Diagnostic(
          .csvHeader, Phrase(it: "il file è vuoto", en: "the file is empty"),
          at: .wholeFile(file)))
      return []
    }
    let columns = header.map { cell -> Int? in
      if let index = table.index(of: cell.text.lowercased()) { return index }
      report(
        Diagnostic(
          .csvHeader,
          Phrase(
            it: "la colonna `\(cell.text)` qui non esiste",
            en: "there is no column `\(cell.text)` here"),
          help: NearMiss.help(for: cell.text, among: table.names)
            ?? Phrase(
              it: "le colonne sono: " + table.keys.map(\.italian).joined(separator: ", "),
              en: "the columns are: " + table.keys.map(\.english).joined(separator: ", ")),
          at: cell.place))
      return nil
    }
    return csv.rows.dropFirst().compactMap { row(of: $0, columns, table) }
  }

  private mutating func row(of cells: [CSV.Cell], _ columns: [Int?], _ table: Table) -> Record? {
    guard let first = cells.first else { return nil }
    var record = Record(table: table, place: first.place)
    for (cell, column) in zip(cells, columns) where !cell.text.isEmpty {
      guard let column else { continue }
      let key = table.keys[column]
      let before = diagnostics.count
      // A cell is text as an Italian spreadsheet shows it, unless its decimals have a point.
      let scalar = YAMLScalar(
        text: cell.text, style: cell.isQuoted ? .quoted : .plain, place: cell.place)
      record[index: column] = scalarValue(scalar, key.type, key)
      renameNewDiagnostics(from: before)
    }
    if cells.count > columns.count, let extra = cells.dropFirst(columns.count).first {
      report(
        Diagnostic(
          .csvCell,
          Phrase(
            it: "questa riga ha più celle dell'intestazione",
            en: "this row has more cells than the header"),
          help: Phrase(
            it: "un numero con la virgola, in un file con le virgole, va tra virgolette",
            en: "a number with a comma, in a file with commas, goes in quotes"), at: extra.place))
    }
    for (index, key) in table.keys.enumerated() where key.isRequired && record[index: index] == nil
    {
      guard !diagnostics.contains(where: { $0.place == first.place }) else { continue }
      report(
        Diagnostic(
          .csvCell,
          Phrase(it: "manca `\(key.italian)`", en: "`\(key.english)` is missing"), at: first.place))
    }
    return record
  }

  /// What is wrong with a cell is told as such.
  private mutating func renameNewDiagnostics(from start: Int) {
    for index in start..<diagnostics.count {
      let old = diagnostics[index]
      replace(
        index, Diagnostic(.csvCell, old.message, help: old.help, at: old.place, notes: old.notes))
    }
  }
}
