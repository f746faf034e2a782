package import Content
import Diagnostics
import Files
package import SocialReport
package import YAMLTree

/// A table of observations as its author saved it, whose cells can be changed one by one.
///
/// Separator, quotes, byte-order mark, encoding, line ends and the order of the columns stay.
package struct SheetFile {
  package let bytes: [UInt8]
  package let places: SheetPlaces
  let text: [UInt8]
  private let table: FieldTable
  private let indicator: [YAMLPair]

  /// - Parameters:
  ///   - table: the fields of an observation.
  ///   - indicator: the fields of the indicator that names the table.
  /// - Throws: `notUTF8` for an encoding that is not known, `table` for what is none.
  package init(
    _ bytes: [UInt8], _ table: FieldTable, of indicator: [YAMLPair]
  ) throws(WritingRefusal) {
    let (text, encoding) = TextEncoding.read(bytes)
    guard encoding != .unknown else { throw .notUTF8 }
    do throws(SheetMistake) {
      places = try SheetPlaces(text, table, of: indicator)
    } catch { throw .table(error.diagnostic.message) }
    (self.bytes, self.text) = (bytes, Array(text.utf8))
    (self.table, self.indicator) = (table, indicator)
  }

  /// What stands in the cell of a field; nil where there is none.
  package func text(_ entry: Int, _ field: String) -> String? {
    guard places.entries.indices.contains(entry), let column = places.column(of: field),
      places.entries[entry].cells.indices.contains(column)
    else { return nil }
    return places.entries[entry].cells[column].text
  }

  /// The file with another text in a cell; with the column, where it has none yet.
  package func setting(
    _ entry: Int, _ field: String, to value: String
  ) throws(WritingRefusal) -> [UInt8] {
    guard places.entries.indices.contains(entry) else { throw .notFound(String(entry + 1)) }
    guard text(entry, field) ?? "" != value else { return bytes }
    let cells = places.entries[entry].cells
    var edits: [TextEdit] = []
    let column = column(of: field, &edits)
    guard let column else { throw .form }
    if cells.indices.contains(column), isThere(cells[column]) {
      let cell = cells[column]
      let isQuoted = cell.isQuoted || !edits.isEmpty
      edits.append(TextEdit(cell.place.bytes, written(value, field, isQuoted: isQuoted)))
    } else {
      guard !places.isTurned, let last = cells.last else { throw .form }
      let gap = [UInt8](repeating: places.separator, count: column - cells.count + 1)
      let end = last.place.bytes.upperBound
      edits.append(TextEdit(end..<end, gap + written(value, field, isQuoted: false)))
    }
    return try prove(edits) { wanted in
      wanted[entry][field] = value
    }
  }

  /// The file with the texts of cells exchanged.
  ///
  /// - Parameter change: nil for a text that stays.
  package func exchanging(
    _ change: (_ field: Field, _ text: String) -> String?
  ) throws(WritingRefusal) -> [UInt8] {
    var edits: [TextEdit] = []
    var changes: [(entry: Int, field: String, text: String)] = []
    for field in table.fields {
      guard let column = places.column(of: field.english) else { continue }
      for (number, entry) in places.entries.enumerated()
      where entry.cells.indices.contains(column) && !entry.cells[column].text.isEmpty {
        let cell = entry.cells[column]
        guard let new = change(field, cell.text), new != cell.text else { continue }
        edits.append(
          TextEdit(cell.place.bytes, written(new, field.english, isQuoted: cell.isQuoted)))
        changes.append((number, field.english, new))
      }
    }
    guard !edits.isEmpty else { return bytes }
    return try prove(edits) { wanted in
      for change in changes { wanted[change.entry][change.field] = change.text }
    }
  }

  /// The file with a row more, behind those of earlier periods.
  ///
  /// - Parameter fields: texts by the English names of their fields, the period among them.
  package func inserting(
    _ fields: [(field: String, text: String)]
  ) throws(WritingRefusal) -> [UInt8] {
    guard !places.isTurned else { throw .form }
    let period = fields.first { $0.field == "period" }.flatMap { DateText.period($0.text) }
    guard let period else { throw .notFound("periodo") }
    var edits: [TextEdit] = []
    var row: [Int: [UInt8]] = [:]
    for (field, text) in fields {
      guard let column = column(of: field, &edits) else { throw .form }
      row[column] = written(text, field, isQuoted: false)
    }
    let width = max((row.keys.max() ?? 0) + 1, places.header.count)
    var line: [UInt8] = []
    for column in 0..<width {
      if column > 0 { line.append(places.separator) }
      line += row[column] ?? []
    }
    let breaks = FileLines(text).lineBreak
    let entries = places.entries
    let place: Int
    if let first = entries.first, let last = entries.last {
      let isRising = first.period <= last.period
      place =
        entries.firstIndex { isRising ? $0.period > period : $0.period < period } ?? entries.count
    } else {
      place = 0
    }
    if place > 0 {
      guard let end = entries[place - 1].cells.last?.place.bytes.upperBound else { throw .form }
      edits.append(TextEdit(end..<end, breaks + line))
    } else if let start = entries.first?.cells.first?.place.bytes.lowerBound {
      edits.append(TextEdit(start..<start, line + breaks))
    } else {
      guard let end = places.header.last?.place.bytes.upperBound else { throw .form }
      edits.append(TextEdit(end..<end, breaks + line))
    }
    return try prove(edits) { wanted in
      wanted.insert(
        Dictionary(fields.map { ($0.field, $0.text) }, uniquingKeysWith: { $1 }), at: place)
    }
  }

  /// The file without the row of a period.
  package func removing(_ entry: Int) throws(WritingRefusal) -> [UInt8] {
    guard places.entries.indices.contains(entry) else { throw .notFound(String(entry + 1)) }
    guard !places.isTurned, let first = places.entries[entry].cells.first,
      let last = places.entries[entry].cells.last
    else { throw .form }
    var start = first.place.bytes.lowerBound
    let end = FileLines(text).next(from: last.place.bytes.upperBound)
    if end == text.count, text.last.map(FileLines.isBreak) != true {
      // The row above ends the file as the one did that goes.
      while start > 0, FileLines.isBreak(text[start - 1]) { start -= 1 }
    }
    return try prove([TextEdit(start..<end, [])]) { $0.remove(at: entry) }
  }

  // Means

  /// The column of a field, with the edit that makes it where there is none.
  private func column(of field: String, _ edits: inout [TextEdit]) -> Int? {
    if let column = places.column(of: field) { return column }
    guard !places.isTurned, let index = table.index(of: field),
      let end = places.header.last?.place.bytes.upperBound
    else { return nil }
    let names = table.fields[index]
    let name = places.isEnglish ? names.english : names.italian
    // Columns that are made together stand side by side behind the last.
    let made = edits.count
    edits.append(TextEdit(end..<end, [places.separator] + Array(name.utf8)))
    return places.header.count + made
  }

  /// Whether a cell stands in the file, and is not made up where a row is too short.
  private func isThere(_ cell: CSV.Cell) -> Bool {
    places.rows.contains { row in
      row.contains { $0.place == cell.place && $0.text == cell.text }
    }
  }

  /// A text as a cell, in quotes where it needs them or had them.
  private func written(_ text: String, _ field: String, isQuoted: Bool) -> [UInt8] {
    var writer = CSVWriter()
    if field == "value" || field == "period" {
      writer.value(text)
      let needsQuotes = text.utf8.contains {
        $0 == places.separator || $0 == UInt8(ascii: "\"") || FileLines.isBreak($0)
      }
      guard needsQuotes || isQuoted && !text.isEmpty else { return writer.bytes }
      return Array(("\"" + text.replacing("\"", with: "\"\"") + "\"").utf8)
    }
    writer.text(text)
    let isBare = writer.bytes.first != UInt8(ascii: "\"")
    guard isBare, !text.isEmpty, isQuoted || text.utf8.contains(places.separator) else {
      return writer.bytes
    }
    return [UInt8(ascii: "\"")] + writer.bytes + [UInt8(ascii: "\"")]
  }

  private typealias Wanted = [[String: String]]

  /// What the table says, by the English names of the fields.
  private static func said(_ places: SheetPlaces, _ table: FieldTable) -> Wanted {
    places.entries.map { entry in
      var fields: [String: String] = [:]
      for field in table.fields {
        guard let column = places.column(of: field.english),
          entry.cells.indices.contains(column), !entry.cells[column].text.isEmpty
        else { continue }
        fields[field.english] = entry.cells[column].text
      }
      return fields
    }
  }

  /// Shows that the table says what was meant, and that each value reads as it did.
  private func prove(
    _ edits: [TextEdit], _ change: (inout Wanted) -> Void
  ) throws(WritingRefusal) -> [UInt8] {
    var text = self.text
    // Those at the same place stand in the order in which they were made.
    let ordered = edits.enumerated().sorted { one, two in
      (one.element.range.lowerBound, one.offset) > (two.element.range.lowerBound, two.offset)
    }
    for edit in ordered { text = edit.element.applied(to: text) }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let isSame = marked == text.starts(with: [0xEF, 0xBB, 0xBF])
    let whole = String(decoding: text, as: UTF8.self)
    guard let encoded = TextEncoding.write(whole, as: bytes) else { throw .encoding }
    guard isSame, TextEncoding.read(encoded).text == whole,
      let new = try? SheetFile(encoded, table, of: indicator)
    else { throw .touchesMore }
    var wanted = SheetFile.said(places, table)
    change(&wanted)
    wanted = wanted.map { $0.filter { !$0.value.isEmpty } }
    guard SheetFile.said(new.places, table) == wanted, isAsBefore(new.places) else {
      throw .touchesMore
    }
    return encoded
  }

  /// Whether each period has the value that it had, but the one that was changed.
  private func isAsBefore(_ new: SheetPlaces) -> Bool {
    let before = Dictionary(
      places.entries.map { ($0.period, $0.value) }, uniquingKeysWith: { $1 })
    let changed = new.entries.count { entry in
      before[entry.period].map { $0 != entry.value } ?? false
    }
    return changed <= (new.entries.count == places.entries.count ? 1 : 0)
  }
}
