import Diagnostics
import Files

/// The record's lines, whichever program saved them: a spreadsheet may have put other separators, quotes, letters
/// and dates, and its user other columns.
package struct LedgerTable {
  /// The record's own, in their order, and then those that somebody added.
  package private(set) var columns = Ledger.columns
  /// A cell for each column.
  package private(set) var rows: [[String]] = []
  /// Whether the file is as the program writes it, so that a line can be put behind it.
  package private(set) var isInForm = true

  /// More than any spreadsheet adds by mistake; each line has a cell for every column.
  static let mostColumns = 256

  /// - Throws: `PublishError` where this is no record.
  package init(_ bytes: [UInt8]) throws(PublishError) {
    guard !bytes.isEmpty else { return }
    let (text, encoding) = TextEncoding.read(bytes)
    // What the program wrote is read as it writes, whatever signs stand in its cells.
    let isOwn = bytes.starts(with: Ledger.columns.joined(separator: ",").utf8)
    let table = CSV(text, of: SourceFile.ID(0), separator: isOwn ? UInt8(ascii: ",") : nil)
    if let quote = table.openQuote {
      let line = text.utf8.prefix(quote.place.bytes.lowerBound).count { $0 == 0x0A } + 1
      throw LedgerTable.broken(
        Phrase(
          it: "alla riga \(line) si aprono virgolette che non si chiudono",
          en: "in line \(line) quotes open that do not close"))
    }
    let names = (table.rows.first ?? []).map { $0.text.lowercased() }
    guard encoding != .unknown, ["when", "target", "content_hash"].allSatisfy(names.contains) else {
      throw LedgerTable.broken(
        Phrase(
          it: "nella prima riga non ci sono i nomi delle sue colonne",
          en: "its first line does not have the names of its columns"))
    }
    // Where each column is; what has no name or one that is there already is somebody's own.
    var places: [Int?] = Ledger.columns.map { name in names.firstIndex { $0 == name } }
    let width = table.rows.map(\.count).max() ?? 0
    guard width <= LedgerTable.mostColumns else {
      throw LedgerTable.broken(
        Phrase(
          it: "ha più di \(LedgerTable.mostColumns) colonne",
          en: "it has more than \(LedgerTable.mostColumns) columns"))
    }
    let others = (0..<width).filter { !places.contains($0) }
    columns += others.map { $0 < table.rows[0].count ? table.rows[0][$0].text : "" }
    places += others
    isInForm = encoding == .utf8 && isOwn
    for row in table.rows.dropFirst() {
      var cells = places.map { place in
        place.flatMap { $0 < row.count ? row[$0].text : nil } ?? ""
      }
      // Most were written by us, which is quick to see.
      if !LedgerTable.isInForm(cells[0]), let when = LedgerTable.moment(cells[0]), when != cells[0]
      {
        cells[0] = when
        isInForm = false
      }
      rows.append(cells)
    }
  }

  func cell(_ row: [String], _ column: String) -> String {
    columns.firstIndex(of: column).map { row[$0] } ?? ""
  }

  /// Whether a moment is written as the record writes it.
  private static func isInForm(_ text: String) -> Bool {
    let zero = UInt8(ascii: "0")
    return text.utf8.elementsEqual("0000-00-00T00:00:00Z".utf8) { sign, model in
      model == zero ? (zero...zero + 9).contains(sign) : sign == model
    }
  }

  /// A moment that a spreadsheet wrote in its own way, as the record writes it; nil for other words.
  private static func moment(_ text: String) -> String? {
    let time = /(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?Z?/
    if let day = text.prefixMatch(of: /(\d{4})[-\/](\d\d)[-\/](\d\d)[T ]+/),
      let hour = text[day.range.upperBound...].wholeMatch(of: time)
    {
      return written((day.1, day.2, day.3), (hour.1, hour.2, hour.3))
    }
    if let day = text.prefixMatch(of: /(\d{1,2})[-\/.](\d{1,2})[-\/.](\d{4}|\d\d)[ ,]+/),
      let hour = text[day.range.upperBound...].wholeMatch(of: time)
    {
      return written((day.3, day.2, day.1), (hour.1, hour.2, hour.3))
    }
    return nil
  }

  private static func written(
    _ day: (year: Substring, month: Substring, day: Substring),
    _ time: (hour: Substring, minute: Substring, second: Substring?)
  ) -> String? {
    func two(_ digits: Substring) -> String { digits.count == 1 ? "0" + digits : String(digits) }
    let year = day.year.count == 2 ? "20" + day.year : String(day.year)
    let name =
      year + two(day.month) + two(day.day) + "T" + two(time.hour) + two(time.minute)
      + two(time.second ?? "00") + "Z"
    // A day that no calendar has would come out as another.
    guard let moment = Timestamp(name: name), moment.name == name else { return nil }
    return moment.text
  }

  /// What to do with a record that cannot be gone on with.
  static let renewal = Phrase(
    it: "rimettilo com'era (da git o da una copia di sicurezza), oppure dagli un altro nome: se ne "
      + "comincia uno nuovo",
    en: "bring it back (from git or a backup), or give it another name: a new one is begun")

  private static func broken(_ reason: Phrase) -> PublishError {
    PublishError(
      Phrase(
        it: "`\(Ledger.name)` non si legge come il registro delle pubblicazioni: \(reason.italian)",
        en: "`\(Ledger.name)` cannot be read as the record of publications: \(reason.english)"),
      help: renewal)
  }
}
