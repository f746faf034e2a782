/// What parts the cells of a table, as the file says or shows.
package enum CSVSeparators {
  /// The separators that programs write, a comma last: it is the one that stands in texts too.
  private static let all: [UInt8] = [
    0x09, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ","),
  ]

  /// `sep=;` in the first line, which tells Excel what parts the cells, and is none of the table.
  static func stated(
    in bytes: borrowing Span<UInt8>, from start: Int
  ) -> (separator: UInt8, end: Int)? {
    let words = Array("sep=".utf8)
    // Excel puts the line in quotes when it writes it back.
    let isQuoted = start < bytes.count && bytes[start] == UInt8(ascii: "\"")
    let first = isQuoted ? start + 1 : start
    guard first + words.count < bytes.count,
      words.indices.allSatisfy({ (bytes[first + $0] | 0x20) == (words[$0] | 0x20) })
    else { return nil }
    let separator = bytes[first + words.count]
    guard all.contains(separator) else { return nil }
    var end = first + words.count + 1
    // Empty cells behind it, and the quotes.
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      guard
        [separator, 0x20, UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: ",")]
          .contains(bytes[end])
      else { return nil }
      end += 1
    }
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return (separator, end)
  }

  /// The separators that the text may have, the likeliest first.
  ///
  /// A comma also stands in numbers and sentences, the others hardly: they come first unless they
  /// are on few lines beside those with a comma.
  package static func candidates(in text: String) -> [UInt8] {
    let lines = lineCounts(of: text)
    let commas = lines[UInt8(ascii: ",")] ?? 0
    let found = all.filter { lines[$0, default: 0] > 0 }
    let likely = found.filter {
      $0 == UInt8(ascii: ",") || 2 * lines[$0, default: 0] >= commas
    }
    return likely + found.filter { !likely.contains($0) }
  }

  /// On how many of the first lines each stands, outside quotes.
  private static func lineCounts(of text: String) -> [UInt8: Int] {
    var counts: [UInt8: Int] = [:]
    var seen: Set<UInt8> = []
    var isInside = false
    var lines = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { isInside.toggle() }
      if byte == 0x0A || byte == 0x0D {
        for separator in seen { counts[separator, default: 0] += 1 }
        seen = []
        lines += 1
        if lines > 400 { break }
      } else if !isInside, all.contains(byte) {
        seen.insert(byte)
      }
    }
    for separator in seen { counts[separator, default: 0] += 1 }
    return counts
  }
}
