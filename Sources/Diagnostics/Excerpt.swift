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
  /// How many columns of a line that is cut stand before the place.
  private static let context = 40
  /// How much of a line is looked at before a place and from it on, in bytes; a part of a line is widened,
  /// never all of it, since a line may be the whole text.
  private static let (before, behind) = (480, 960)

  /// Nil for a whole file, which has no line to show.
  package init?(_ place: SourceRange, _ locator: inout Locator) {
    guard place.bytes != 0..<0, let file = locator.file(place.file),
      let lines = locator.lines(of: place.file)
    else { return nil }
    let index = lines.line(of: place.bytes.lowerBound)
    let bytes = lines.bytes(ofLine: index)
    // A place may lie beyond a text that had to be repaired; it is shown at its end.
    let start = min(max(place.bytes.lowerBound, bytes.lowerBound), bytes.upperBound)
    let end = min(max(place.bytes.upperBound, start), bytes.upperBound)
    let window =
      max(bytes.lowerBound, start - Excerpt.before)..<min(bytes.upperBound, start + Excerpt.behind)
    let isCut = window.lowerBound > bytes.lowerBound
    var line = file.text.slice(utf8: window)
    while let last = line.last, last.isNewline { line.removeLast() }
    line = line.drop { $0 == "\u{FEFF}" }
    let before = file.text.slice(utf8: window.lowerBound..<start).drop { $0 == "\u{FEFF}" }
    let marked = file.text.slice(utf8: start..<min(end, window.upperBound)).prefix {
      !$0.isNewline
    }
    let indent = DisplayWidth.expanded(before).columns
    let width = max(1, DisplayWidth.expanded(marked, from: indent).columns)
    let isShort = !isCut && indent < Excerpt.columns - 20
    let skipped = isShort ? 0 : max(0, indent - Excerpt.context)
    number = index + 1
    self.line =
      (isShort ? "" : "…")
      + Excerpt.cut(
        DisplayWidth.expanded(line).text, from: skipped,
        goesOn: window.upperBound < bytes.upperBound)
    // The ellipsis that stands for what was cut takes one column.
    self.indent = isShort ? indent : indent - skipped + 1
    self.width = min(width, Excerpt.columns - self.indent)
  }

  /// - Parameter goesOn: whether more of the line stands behind.
  private static func cut(_ line: String, from skipped: Int, goesOn: Bool) -> String {
    if let all = DisplayWidth.plainColumns(of: line[...]) {
      let shown = String(line.unicodeScalars.dropFirst(skipped).prefix(columns))
      return goesOn || all > skipped + columns ? shown + "…" : shown
    }
    var result = ""
    var column = 0
    for character in line {
      let width = DisplayWidth.columns(of: character)
      defer { column += width }
      if column < skipped { continue }
      if column - skipped >= columns { return result + "…" }
      result.append(character)
    }
    return goesOn ? result + "…" : result
  }
}
