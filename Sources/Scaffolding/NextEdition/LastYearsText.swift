import Diagnostics

/// What stood in a field the year before, as comments above the empty one: nothing in it can end them.
enum LastYearsText {
  /// - Parameter name: of the edition that it stood in.
  static func comment(
    _ text: some StringProtocol, of name: String, indent: String, _ language: Language
  ) -> [String] {
    let heading = Phrase(it: "Nel \(name) c'era scritto:", en: "In \(name) it said:")
    var lines = YAMLText.comment(text).filter { !isException($0) }
    while lines.last == "#" { lines.removeLast() }
    if lines.count > most {
      let rest = Phrase(it: "[il resto è in quell'edizione]", en: "[the rest is in that edition]")
      lines = lines.prefix(most) + ["# " + rest.text(in: language)]
    }
    return YAMLText.comment(heading.text(in: language), indent: indent)
      + lines.map { $0 == "#" ? indent + "#" : indent + "#   " + $0.dropFirst(2) }
  }

  /// Lines; a longer text is looked up in its own file.
  private static let most = 120

  /// A comment that admits an exception would admit it here.
  private static func isException(_ line: String) -> Bool {
    let words = line.lowercased()
    return words.contains("eccezion") || words.contains("exception")
  }
}
