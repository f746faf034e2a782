/// Reads the cells of a table, byte by byte.
struct CSVReader {
  private let separator: UInt8
  private let file: SourceFile.ID
  private(set) var rows: [[CSV.Cell]] = []
  private(set) var openQuote: CSV.OpenQuote?
  private var row: [CSV.Cell] = []
  /// How many cells the first row has that has several.
  private var headings: Int?

  init(separator: UInt8, file: SourceFile.ID) {
    self.separator = separator
    self.file = file
  }

  mutating func run(_ bytes: borrowing Span<UInt8>, from start: Int) {
    var at = start
    while at < bytes.count, openQuote == nil {
      at = cell(bytes, from: at)
      if at < bytes.count, bytes[at] == separator {
        at += 1
        // A separator at the very end leaves one empty cell.
        if at == bytes.count { add([], at..<at, isQuoted: false) }
        continue
      }
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
      endRow()
    }
    if !row.isEmpty { endRow() }
  }

  private mutating func endRow() {
    if row.count > 1, headings == nil { headings = row.count }
    rows.append(row)
    row = []
  }

  private mutating func add(_ text: [UInt8], _ place: Range<Int>, isQuoted: Bool) {
    var words = Substring(String(decoding: text, as: UTF8.self))
    // A formula that only keeps digits a text: `="012"`.
    if !isQuoted, words.hasPrefix("=\""), words.hasSuffix("\""), words.utf8.count > 3 {
      words = words.dropFirst(2).dropLast()
    }
    words = words.drop(while: \.isWhitespace)
    while words.last?.isWhitespace == true { words.removeLast() }
    row.append(
      CSV.Cell(
        text: FormulaGuard.bare(String(words)), isQuoted: isQuoted,
        place: SourceRange(file: file, bytes: place)))
  }

  private func isEnd(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Bool {
    at >= bytes.count || bytes[at] == separator || bytes[at] == 0x0A || bytes[at] == 0x0D
  }

  /// Reads one cell and returns the place after it.
  private mutating func cell(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    if bytes[start] == UInt8(ascii: "\""), let end = quoted(bytes, from: start) { return end }
    var at = start
    var text: [UInt8] = []
    while !isEnd(bytes, at) {
      text.append(bytes[at])
      at += 1
    }
    add(text, start..<at, isQuoted: false)
    return at
  }

  /// Reads a cell in quotes; nil where they belong to the words of one line, `"Mensa" di via Po`.
  private mutating func quoted(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    var at = start + 1
    var text: [UInt8] = []
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\"") {
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
        at += 1
      }
      text.append(bytes[at])
      at += 1
    }
    var end = min(at + 1, bytes.count)
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    let hasBreak = text.contains(0x0A) || text.contains(0x0D)
    if at >= bytes.count || hasBreak && (!isEnd(bytes, end) || takesInRow(text)) {
      reportOpen(bytes, at: start)
      add(text, start..<end, isQuoted: true)
      return bytes.count
    }
    guard isEnd(bytes, end) else { return nil }
    add(text, start..<end, isQuoted: true)
    return end
  }

  /// Whether a cell of several lines holds a line that is a row of the table.
  ///
  /// A note may have lines of its own; one with as many separators as the header is none.
  private func takesInRow(_ text: [UInt8]) -> Bool {
    guard let headings else { return false }
    let lines = text.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }
    return lines.dropFirst().contains { line in
      line.count { $0 == separator } >= headings - 1
    }
  }

  private mutating func reportOpen(_ bytes: borrowing Span<UInt8>, at start: Int) {
    var at = start
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    while at < bytes.count, bytes[at] == 0x0A || bytes[at] == 0x0D { at += 1 }
    var line: [UInt8] = []
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D, line.count < 400 {
      line.append(bytes[at])
      at += 1
    }
    openQuote = CSV.OpenQuote(
      place: SourceRange(file: file, bytes: start..<start + 1),
      swallowed: line.isEmpty ? nil : String(decoding: line, as: UTF8.self))
  }
}
