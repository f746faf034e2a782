import Diagnostics

extension TreeBuilder {
  mutating func scalar(
    _ text: String, _ style: YAMLScalar.Style, _ range: Range<Int>, _ bytes: borrowing Span<UInt8>
  ) -> YAMLScalar {
    // What is pasted from the beginning of another file may bring its byte-order mark along.
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    let text = hasMark ? String(text.unicodeScalars.dropFirst()) : text
    let start = range.lowerBound + (hasMark && style == .plain ? 3 : 0)
    let range = start..<range.upperBound
    let written = WrittenScalar(text: text, range: range)
    switch style {
    case .plain where text.isEmpty:
      let place = open.last?.key.map {
        written.emptyValue(behind: $0.place.bytes.upperBound - offset, in: bytes)
      }
      return YAMLScalar(text: text, style: style, place: self.range(place ?? range))
    case .plain:
      if mistake == nil { mistake = swallowedEntry(written, bytes) }
      var read = YAMLScalar(text: text, style: style, place: self.range(range))
      if let comment = written.comment(in: bytes) {
        if comment.isGlued {
          read.cutOff = self.range(comment.range)
        } else {
          read.comment = self.range(comment.range)
        }
      }
      return read
    case .literal, .folded:
      let place = range.lowerBound..<written.blockEnd(in: bytes)
      return YAMLScalar(text: text, style: style, place: self.range(place))
    case .doubleQuoted:
      if mistake == nil { mistake = escapedPath(written, bytes) }
      return YAMLScalar(text: text, style: style, place: self.range(range))
    case .singleQuoted: return YAMLScalar(text: text, style: style, place: self.range(range))
    }
  }

  /// A line of a text without quotes that was meant for an entry of a list.
  private func swallowedEntry(
    _ written: WrittenScalar, _ bytes: borrowing Span<UInt8>
  ) -> Diagnostic? {
    guard !written.isOnOneLine(in: bytes) else { return nil }
    let lines = written.lines(in: bytes)
    guard lines.count > 1 else { return nil }
    if WrittenScalar.beginsEntry(lines[0], in: bytes) {
      let source = YAMLSource(bytes)
      return YAMLFault.bullet(YAMLLine(source, from: source.lineStart(lines[0].lowerBound)), "-")
        .diagnostic(in: file, offset: offset)
    }
    for line in lines.dropFirst() where WrittenScalar.beginsEntry(line, in: bytes) {
      return YAMLMistake.swallowedDash(at: range(line.lowerBound..<line.lowerBound + 1))
    }
    return nil
  }

  /// A path whose backslashes made characters of the letters behind them.
  private func escapedPath(
    _ written: WrittenScalar, _ bytes: borrowing Span<UInt8>
  ) -> Diagnostic? {
    guard written.text.utf8.contains(where: { $0 < 0x20 }) else { return nil }
    let start = written.range.lowerBound
    var inner: [UInt8] = []
    for at in written.range.dropFirst().dropLast() { inner.append(bytes[at]) }
    guard let escape = EscapedPath.first(in: inner) else { return nil }
    let source = YAMLSource(bytes)
    let place = start + 1 + escape.lowerBound..<start + 1 + escape.upperBound
    return YAMLFault.escapedPath(YAMLLine(source, from: source.lineStart(start)), at: place)
      .diagnostic(in: file, offset: offset)
  }
}
