/// Diagnostics as a person reads them in a terminal: place, sentence, excerpt with caret, help.
package struct TextRenderer {
  private var locator: Locator
  private let language: Language
  private let isColoured: Bool

  package init(sources: [SourceFile], language: Language, isColoured: Bool) {
    self.locator = Locator(sources)
    self.language = language
    self.isColoured = isColoured
  }

  package mutating func render(_ diagnostic: Diagnostic) -> String {
    let severity = Words.severity(diagnostic.severity).text(in: language)
    let head =
      paint(severity, TextRenderer.colour(of: diagnostic.severity))
      + paint("[\(diagnostic.identifier.rawValue)]", .dim)
    var result = ""
    if let place = diagnostic.place, let location = locator.location(of: place) {
      result += paint(name(location, of: place), .bold) + ": "
    }
    result += head + ": " + diagnostic.message.text(in: language) + "\n"
    if let place = diagnostic.place { result += excerpt(place, .red) }
    for note in diagnostic.notes {
      var line = "  " + paint(Words.note.text(in: language), .cyan) + ": "
      if let place = note.place, let location = locator.location(of: place) {
        line += name(location, of: place) + ": "
      }
      result += line + note.message.text(in: language) + "\n"
      if let place = note.place { result += excerpt(place, .cyan) }
    }
    if let help = diagnostic.help {
      result +=
        "  " + paint(Words.help.text(in: language), .green) + ": " + help.text(in: language) + "\n"
    }
    return result
  }

  private static func colour(of severity: Diagnostic.Severity) -> Colour {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .hint: .cyan
    }
  }

  private func name(_ location: Location, of place: SourceRange) -> String {
    place.bytes == 0..<0 ? location.path : "\(location.path):\(location.line):\(location.column)"
  }

  /// The line of the place with a caret under every column it covers; nothing for a whole file.
  private mutating func excerpt(_ place: SourceRange, _ colour: Colour) -> String {
    guard place.bytes != 0..<0, let file = locator.file(place.file),
      let lines = locator.lines(of: place.file)
    else { return "" }
    let number = lines.line(of: place.bytes.lowerBound)
    let bytes = lines.bytes(ofLine: number)
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
    let window = Window(indent: indent, width: width)
    let gutter = String(number + 1)
    let margin = String(repeating: " ", count: gutter.count)
    let bar = paint("│", .dim)
    return " \(paint(gutter, .dim)) \(bar) \(window.cut(DisplayWidth.expanded(line).text))\n"
      + " \(margin) \(bar) "
      + String(repeating: " ", count: window.indent)
      + paint(String(repeating: "^", count: window.width), colour) + "\n"
  }

  private enum Colour: String {
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
    case bold = "1"
    case dim = "2"
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// The part of a long line that is shown around the caret, in columns.
private struct Window {
  private static let columns = 100
  private let skipped: Int
  let indent: Int
  let width: Int

  init(indent: Int, width: Int) {
    let skipped = indent < Window.columns - 20 ? 0 : indent - 40
    self.skipped = skipped
    // The ellipsis that stands for what was cut takes one column.
    self.indent = skipped == 0 ? indent : 41
    self.width = min(width, Window.columns - self.indent)
  }

  func cut(_ line: String) -> String {
    var result = skipped == 0 ? "" : "…"
    var column = 0
    for character in line {
      let width = DisplayWidth.columns(of: character)
      defer { column += width }
      if column < skipped { continue }
      if column - skipped >= Window.columns { return result + "…" }
      result.append(character)
    }
    return result
  }
}
