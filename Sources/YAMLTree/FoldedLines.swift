/// Finds paragraphs, lists and tables among the lines of a text that YAML puts together to one.
///
/// A text without `|` and without a sign goes on over lines, and each line end becomes a space.
enum FoldedLines {
  /// The first line that would stand by itself if the text kept its lines.
  ///
  /// One line that begins with a sign may be words that happened to come first; two are a list.
  static func first(in source: YAMLSource, _ text: Range<Int>) -> Range<Int>? {
    var marked: [Range<Int>] = []
    var isBelowBlank = false
    var at = text.lowerBound
    while at < text.upperBound {
      var end = at
      while end < text.upperBound, !source.isEnding(end) { end += 1 }
      let start = source.skipBlanks(at, to: end)
      if start == end {
        isBelowBlank = at > text.lowerBound
      } else {
        if isBelowBlank { return start..<end }
        if isMarked(source, start, end) { marked.append(start..<end) }
        if marked.count == 2 { return marked[1] }
      }
      at = end + 1
      if at < text.upperBound, source.bytes[end] == 0x0D, source.bytes[at] == 0x0A { at += 1 }
    }
    return nil
  }

  private static func isMarked(_ source: YAMLSource, _ start: Int, _ end: Int) -> Bool {
    var at = start
    switch source.bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"):
      return source.isBlank(start + 1)
    case UInt8(ascii: "|"): return true
    case UInt8(ascii: "#"):
      while at < end, source.bytes[at] == UInt8(ascii: "#") { at += 1 }
      return source.isBlank(at)
    default:
      while at < end, (0x30...0x39).contains(source.bytes[at]) { at += 1 }
      return (1...2).contains(at - start) && at < end && ".)".utf8.contains(source.bytes[at])
        && source.isBlank(at + 1)
    }
  }
}
