/// A table as spreadsheets save it: one of four separators, quotes, any line ending (RFC 4180).
package struct CSV {
  package struct Cell: Sendable {
    package let text: String
    package let isQuoted: Bool
    package let place: SourceRange

    package init(text: String, isQuoted: Bool, place: SourceRange) {
      (self.text, self.isQuoted, self.place) = (text, isQuoted, place)
    }
  }

  /// Quotes that open a cell and do not close it where the cell ends.
  package struct OpenQuote: Sendable {
    /// The mark itself.
    package let place: SourceRange
    /// The line that the cell would take in first, where there is one.
    package let swallowed: String?
  }

  /// Rows with something in them, up to the quotes that do not close where there are such.
  package let rows: [[Cell]]
  package let separator: UInt8
  package let openQuote: OpenQuote?

  /// - Parameter separator: where it is known; otherwise the likeliest.
  package init(_ text: String, of file: SourceFile.ID, separator: UInt8? = nil) {
    let bytes = text.utf8.span
    // A byte-order mark is no part of the first name.
    var start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    let stated = CSVSeparators.stated(in: bytes, from: start)
    if let stated { start = stated.end }
    self.separator =
      stated?.separator ?? separator ?? CSVSeparators.candidates(in: text).first
      ?? UInt8(ascii: ",")
    var reader = CSVReader(separator: self.separator, file: file)
    reader.run(bytes, from: start)
    rows = reader.rows.filter { $0.contains { !$0.text.isEmpty } }
    openQuote = reader.openQuote
  }
}
