import Preview
import Writing

/// Two texts of one field, with the words that went and those that came.
enum WordChanges {
  static func markup(from old: String, to new: String) -> EscapedHTML {
    let (before, after) = (words(old), words(new))
    var parts: [EscapedHTML] = []
    var at = 0
    for hunk in Hunk.all(from: before, to: after, most: 2000) {
      parts.append("\(after[at..<hunk.new.lowerBound].joined())")
      if !hunk.old.isEmpty { parts.append("<del>\(before[hunk.old].joined())</del>") }
      if !hunk.new.isEmpty { parts.append("<ins>\(after[hunk.new].joined())</ins>") }
      at = hunk.new.upperBound
    }
    parts.append("\(after[at...].joined())")
    return EscapedHTML(joining: parts)
  }

  /// Words with the blanks behind them.
  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var isBlank = false
    for at in text.indices {
      let blank = text[at].isWhitespace
      if isBlank, !blank {
        words.append(text[start..<at])
        start = at
      }
      isBlank = blank
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }
}
