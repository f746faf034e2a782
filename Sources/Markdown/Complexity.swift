/// The bounds within which the packaged cmark-gfm works in time in proportion to the text.
///
/// 0.29.0.gfm.6 takes time with the square of the columns of a table and of the brackets of
/// `![[]()` repeated; nesting costs memory and makes no readable page. A text beyond a bound is
/// not parsed at all.
package enum Complexity {
  package static let maximumBytes = 1 << 20
  package static let maximumColumns = 100
  package static let maximumNesting = 100
  package static let maximumBrackets = 10_000

  package enum Excess: Sendable {
    case bytes
    case columns
    case nesting
    case brackets
  }

  /// The first excess of a text and the byte where it stands, or nil.
  package static func excess(of text: Substring) -> (excess: Excess, offset: Int)? {
    if text.utf8.count > maximumBytes { return (.bytes, 0) }
    guard mayExceed(text) else { return nil }
    var scan = Scan()
    return scan.run(text.utf8.span)
  }

  /// Whether a text may have an excess, by the beginnings of its lines.
  ///
  /// Hardly any text has one, and nesting and a table's columns show in marks that no letter
  /// comes before.
  private static func mayExceed(_ text: Substring) -> Bool {
    let bytes = text.utf8.span
    if bytes.count > maximumBrackets { return true }
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, isMark(bytes[at]) { at += 1 }
      if at - start > min(maximumColumns, maximumNesting) { return true }
      while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      at += 1
    }
    return false
  }

  /// What may stand among the marks of a line: `|`, `:`, `>`, `+`, `*`, `-`, numbers and blanks.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x30...0x3A, 0x29...0x2E, UInt8(ascii: ">"), UInt8(ascii: "|"): true
    default: false
    }
  }

  /// One pass over the bytes, line by line.
  private struct Scan {
    private var brackets = 0

    mutating func run(_ bytes: borrowing Span<UInt8>) -> (Excess, Int)? {
      var lineStart = 0
      var markers = 0
      var pipes = 0
      var isMarkerPrefix = true
      var isDelimiterRow = true
      for at in bytes.indices {
        let byte = bytes[at]
        switch byte {
        case 0x0A, 0x0D:
          if isDelimiterRow, pipes > maximumColumns + 1 { return (.columns, lineStart) }
          (lineStart, markers, pipes) = (at + 1, 0, 0)
          (isMarkerPrefix, isDelimiterRow) = (true, true)
        case UInt8(ascii: "|"):
          pipes += 1
          isMarkerPrefix = false
        case UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "*"):
          isDelimiterRow = false
          if isMarkerPrefix { markers += 1 }
        case UInt8(ascii: "-"):
          if isMarkerPrefix { markers += 1 }
        case 0x20, 0x09, UInt8(ascii: ":"):
          break
        case UInt8(ascii: "["):
          brackets += 1
          if brackets > maximumBrackets { return (.brackets, at) }
          (isMarkerPrefix, isDelimiterRow) = (false, false)
        default:
          isDelimiterRow = false
          // A list's number and its point are markers as well.
          let isOrdinal = (byte >= 0x30 && byte <= 0x39) || byte == 0x2E || byte == 0x29
          if isOrdinal, isMarkerPrefix {
            if byte == 0x2E || byte == 0x29 { markers += 1 }
          } else {
            isMarkerPrefix = false
          }
        }
        if markers > maximumNesting, !isRule(bytes, from: lineStart) {
          return (.nesting, lineStart)
        }
      }
      if isDelimiterRow, pipes > maximumColumns + 1 { return (.columns, lineStart) }
      return nil
    }

    /// A long thematic break or setext underline is one mark repeated without another.
    private func isRule(_ bytes: borrowing Span<UInt8>, from start: Int) -> Bool {
      var mark: UInt8?
      for at in start..<bytes.count {
        let byte = bytes[at]
        if byte == 0x0A || byte == 0x0D { break }
        if byte == 0x20 || byte == 0x09 { continue }
        if byte != UInt8(ascii: "-"), byte != UInt8(ascii: "*") { return false }
        if mark == nil { mark = byte }
        if byte != mark { return false }
      }
      return true
    }
  }
}
