import Preview

/// Two texts of one field, with the words that went and those that came.
enum WordChanges {
  /// Above that a text is shown as another.
  private static let most = 4000

  static func markup(from old: String, to new: String) -> EscapedHTML {
    let (before, after) = (words(old), words(new))
    guard before.count <= most, after.count <= most else {
      return "<p><del>\(old)</del></p><p><ins>\(new)</ins></p>"
    }
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var parts: [EscapedHTML] = []
    var (one, two) = (0, 0)
    while one < before.count || two < after.count {
      let (first, second) = (one, two)
      while removed.contains(one) { one += 1 }
      while inserted.contains(two) { two += 1 }
      if one > first { parts.append("<del>\(before[first..<one].joined())</del>") }
      if two > second { parts.append("<ins>\(after[second..<two].joined())</ins>") }
      guard one == first, two == second else { continue }
      parts.append("\(after[two])")
      (one, two) = (one + 1, two + 1)
    }
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
