/// The line of a place as it is shown with a caret under every column that the place covers.
package struct Excerpt: Sendable {
  /// From 1.
  package let number: Int
  /// The line, or the part of a long one around the place, with its tabs expanded.
  package let line: String
  /// The columns before the carets, and the carets.
  package let indent: Int
  package let width: Int

  private static let columns = 100

  /// Nil for a whole file, which has no line to show.
  package init?(_ place: SourceRange, _ locator: inout Locator) {
    guard place.bytes != 0..<0, let file = locator.file(place.file),
      let lines = locator.lines(of: place.file)
    else { return nil }
    let index = lines.line(of: place.bytes.lowerBound)
    let bytes = lines.bytes(ofLine: index)
    var line = file.text.slice(utf8: bytes)
    while let last = line.last, last.isNewline { line.removeLast() }
    line = line.drop { $0 == "\u{FEFF}" }
    // A place may lie beyond a text that had to be repaired; it is shown at its end.
    let start = min(max(place.bytes.lowerBound, bytes.lowerBound), bytes.upperBound)
    let end = min(max(place.bytes.upperBound, start), bytes.upperBound)
    let before = file.text.slice(utf8: bytes.lowerBound..<start).drop { $0 == "\u{FEFF}" }
    let marked = file.text.slice(utf8: start..<end).prefix { !$0.isNewline }
    let indent = DisplayWidth.expanded(before).columns
    let width = max(1, DisplayWidth.expanded(marked, from: indent).columns)
    let skipped = indent < Excerpt.columns - 20 ? 0 : indent - 40
    number = index + 1
    self.line = Excerpt.cut(DisplayWidth.expanded(line).text, from: skipped)
    // The ellipsis that stands for what was cut takes one column.
    self.indent = skipped == 0 ? indent : 41
    self.width = min(width, Excerpt.columns - self.indent)
  }

  private static func cut(_ line: String, from skipped: Int) -> String {
    var result = skipped == 0 ? "" : "…"
    var column = 0
    for character in line {
      let width = DisplayWidth.columns(of: character)
      defer { column += width }
      if column < skipped { continue }
      if column - skipped >= columns { return result + "…" }
      result.append(character)
    }
    return result
  }
}
