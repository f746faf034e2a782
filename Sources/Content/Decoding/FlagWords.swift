/// Yes and no as people write them, boxes that are ticked among them.
package enum FlagWords {
  /// Nil for a word that is neither.
  package static func value(_ text: String) -> Bool? {
    let word = text.lowercased().filter { !$0.isWhitespace && !"«»“”\"'’`´.".contains($0) }
    return switch word {
    case "sì", "si", "sí", "s", "x", "✓", "✔", "☑", "1", "vero", "true", "yes", "y", "on": true
    case "no", "n", "0", "☐", "falso", "false", "off": false
    default: nil
    }
  }
}
