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
    let head = head(diagnostic.identifier, diagnostic.severity)
    var result = ""
    if let place = diagnostic.place, let location = locator.location(of: place) {
      result += paint(name(location, of: place), .bold) + ": "
    }
    result += head + ": " + diagnostic.message.text(in: language).printable() + "\n"
    if let place = diagnostic.place { result += excerpt(place, .red) }
    for note in diagnostic.notes {
      var line = "  " + paint(Words.note.text(in: language), .cyan) + ": "
      if let place = note.place, let location = locator.location(of: place) {
        line += name(location, of: place) + ": "
      }
      result += line + note.message.text(in: language).printable() + "\n"
      if let place = note.place { result += excerpt(place, .cyan) }
    }
    if let help = diagnostic.help {
      result +=
        "  " + paint(Words.help.text(in: language), .green) + ": "
        + help.text(in: language).printable() + "\n"
    }
    return result
  }

  /// Those that say the same of many places are told once, with where else.
  ///
  /// - Parameters:
  ///   - isWhole: whether all are told, however many there are of a kind.
  ///   - admission: how all of a kind are admitted, where they may be.
  package mutating func render(
    _ diagnostics: [Diagnostic], isWhole: Bool = false,
    admission: (Diagnostic) -> Phrase? = { _ in nil }
  ) -> String {
    var quota = Quota()
    let told = Repetition.grouped(diagnostics).map { group in
      guard isWhole || quota.takes(group) else { return "" }
      var text = render(group.first)
      if !group.others.isEmpty {
        text += elsewhere(group, isWhole: isWhole)
        if let phrase = admission(group.first) {
          let label = paint(Words.admission.text(in: language), .green)
          text += "  \(label): \(phrase.text(in: language))\n"
        }
      }
      return text + "\n"
    }
    let rest = quota.rest.map { kind, count in
      head(kind.identifier, kind.severity) + ": " + Words.others(count).text(in: language) + "\n\n"
    }
    return (told + rest).joined()
  }

  private func head(
    _ identifier: Diagnostic.Identifier, _ severity: Diagnostic.Severity
  ) -> String {
    paint(Words.severity(severity).text(in: language), TextRenderer.colour(of: severity))
      + paint("[\(identifier.rawValue)]", .dim)
  }

  /// The other places of a group, file by file, with the names that their sentences are about.
  private mutating func elsewhere(_ group: Repetition, isWhole: Bool) -> String {
    let label = paint(Words.again(group.others.count).text(in: language), .cyan)
    var lines = ["  \(label):"]
    var file: String?
    let hasNames = group.hasNames
    let listed = group.others.prefix(isWhole ? .max : Repetition.listed)
    for other in listed {
      guard let place = other.place, let location = locator.location(of: place) else { continue }
      if location.path != file { lines.append("    " + location.path.printable(keepsLines: false)) }
      let isFirst = location.path != file
      file = location.path
      let name = hasNames ? Repetition.name(in: other.message.text(in: language)) : nil
      let shown = name.map { "`\(String($0).printable())`" }
      guard place.bytes != 0..<0 else {
        if let shown { lines[lines.count - 1] += ": " + shown }
        continue
      }
      let words = "\(location.line):\(location.column)" + (shown.map { " " + $0 } ?? "")
      let separator = isFirst ? ": " : ", "
      // Long lists go on below the name of their file.
      if lines[lines.count - 1].count + words.count > TextRenderer.width, !isFirst {
        lines[lines.count - 1] += ","
        lines.append("      " + words)
      } else {
        lines[lines.count - 1] += separator + words
      }
    }
    let rest = group.others.count - listed.count
    if rest > 0 { lines.append("    " + Words.more(rest).text(in: language)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let width = 100

  private static func colour(of severity: Diagnostic.Severity) -> Colour {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .hint: .cyan
    }
  }

  private func name(_ location: Location, of place: SourceRange) -> String {
    let path = location.path.printable(keepsLines: false)
    return place.bytes == 0..<0 ? path : "\(path):\(location.line):\(location.column)"
  }

  /// The line of the place with a caret under every column it covers; nothing for a whole file.
  private mutating func excerpt(_ place: SourceRange, _ colour: Colour) -> String {
    guard let excerpt = Excerpt(place, &locator) else { return "" }
    let gutter = String(excerpt.number)
    let margin = String(repeating: " ", count: gutter.count)
    let bar = paint("│", .dim)
    return " \(paint(gutter, .dim)) \(bar) \(excerpt.line)\n"
      + " \(margin) \(bar) "
      + String(repeating: " ", count: excerpt.indent)
      + paint(String(repeating: "^", count: excerpt.width), colour) + "\n"
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
