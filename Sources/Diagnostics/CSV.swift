/// A table as spreadsheets save it: comma or semicolon, quotes, any line ending (RFC 4180).
package struct CSV {
  package struct Cell {
    package let text: String
    package let isQuoted: Bool
    package let place: SourceRange
  }

  package let rows: [[Cell]]

  package init(_ text: String, of file: SourceFile.ID) {
    let bytes = text.utf8.span
    var reader = Reader(separator: CSV.separator(of: text), file: file)
    // A byte-order mark is no part of the first name.
    let start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    reader.run(bytes, from: start)
    rows = reader.rows.filter { $0.contains { !$0.text.isEmpty } }
  }

  /// The more frequent of the two in the header.
  private static func separator(of text: String) -> UInt8 {
    let header = text.utf8.prefix { $0 != 0x0A && $0 != 0x0D }
    let semicolons = header.count { $0 == UInt8(ascii: ";") }
    let commas = header.count { $0 == UInt8(ascii: ",") }
    let tabs = header.count { $0 == 0x09 }
    if tabs > max(semicolons, commas) { return 0x09 }
    return semicolons >= commas && semicolons > 0 ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }

  private struct Reader {
    let separator: UInt8
    let file: SourceFile.ID
    var rows: [[Cell]] = []
    private var row: [Cell] = []

    init(separator: UInt8, file: SourceFile.ID) {
      self.separator = separator
      self.file = file
    }

    mutating func run(_ bytes: borrowing Span<UInt8>, from start: Int) {
      var at = start
      while at < bytes.count {
        at = cell(bytes, from: at)
        if at < bytes.count, bytes[at] == separator {
          at += 1
          // A separator at the very end leaves one empty cell.
          if at == bytes.count { row.append(Cell(text: "", isQuoted: false, place: place(at, at))) }
          continue
        }
        if at < bytes.count, bytes[at] == 0x0D { at += 1 }
        if at < bytes.count, bytes[at] == 0x0A { at += 1 }
        endRow()
      }
      if !row.isEmpty { endRow() }
    }

    private mutating func endRow() {
      rows.append(row)
      row = []
    }

    private func place(_ start: Int, _ end: Int) -> SourceRange {
      SourceRange(file: file, bytes: start..<end)
    }

    /// Reads one cell and returns the place after it.
    private mutating func cell(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
      var at = start
      var text: [UInt8] = []
      let isQuoted = bytes[at] == UInt8(ascii: "\"")
      if isQuoted {
        at += 1
        while at < bytes.count {
          if bytes[at] == UInt8(ascii: "\"") {
            guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
            at += 1
          }
          text.append(bytes[at])
          at += 1
        }
        at += 1
      }
      while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
        text.append(bytes[at])
        at += 1
      }
      at = min(at, bytes.count)
      while text.last == 0x20 { text.removeLast() }
      let trimmed = text.drop { $0 == 0x20 }
      row.append(
        Cell(
          text: String(decoding: trimmed, as: UTF8.self), isQuoted: isQuoted,
          place: place(start, at)))
      return at
    }
  }
}
