extension TextOrigins {
  /// A long text below `|` or `>`, the lines of which are as far in as its first one, or as is stated.
  mutating func readBlock(_ value: [UInt8]) -> Bool {
    let isFolded = source[0] == UInt8(ascii: ">")
    let header = lineEnd(from: 0)
    guard let indent = indent(below: header, value) else { return false }
    var at = header + LineBreak.length(at: header, in: source.span)
    var pending: Break?
    var empty: [Break] = []
    var beginsWithBlank = false
    while at <= source.count {
      var start = at
      while start < source.count, start - at < indent, source[start] == 0x20 { start += 1 }
      let end = lineEnd(from: start)
      // The last line of a text has its break behind the place of the text.
      let lineBreak =
        lineBreak(at: end) ?? Break(range: end..<end + max(1, breakBehind), folds: true)
      at = lineBreak.range.upperBound
      if start == end {
        empty.append(lineBreak)
        continue
      }
      let isBlank = isBlank(start)
      if let pending {
        if isFolded, pending.folds, !beginsWithBlank, !isBlank {
          if empty.isEmpty { append(0x20, madeOf: pending.range) }
        } else {
          append(pending)
        }
      }
      append(empty)
      append(start..<end)
      (pending, empty, beginsWithBlank) = (lineBreak, [], isBlank)
    }
    append([pending].compactMap(\.self) + empty)
    return true
  }

  private func lineEnd(from start: Int) -> Int {
    var at = start
    while at < source.count, LineBreak.length(at: at, in: source.span) == 0 { at += 1 }
    return at
  }

  /// How far in the lines of the text are; nil where that cannot be known.
  private func indent(below header: Int, _ value: [UInt8]) -> Int? {
    var line = header
    var spaces = 0
    repeat {
      line += LineBreak.length(at: line, in: source.span)
      spaces = source[line...].prefix { $0 == 0x20 }.count
      line += spaces
    } while line < source.count && LineBreak.length(at: line, in: source.span) > 0
    let stated = source[..<header].dropFirst().prefix { "+-0123456789".utf8.contains($0) }
    guard stated.contains(where: { $0 > UInt8(ascii: "-") }) else {
      // Lines of blanks are no words where nothing says how far in words would be.
      return line < source.count ? spaces : .max
    }
    // The number counts from the field's own column, which is not known here, the words are.
    let first = value.drop { $0 == 0x0A }.prefix { $0 == 0x20 }.count
    return spaces >= first ? spaces - first : nil
  }
}
