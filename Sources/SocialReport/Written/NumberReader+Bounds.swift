extension NumberReader {
  /// What the words around a number make of it, and whether some of them stand outside the text.
  func bound(around place: Range<Int>) -> (bound: NumberBound, isOuter: Bool) {
    // From the number outwards, with how far it is to each word that says something.
    var words: [(word: String, index: Int)] = []
    var index = place.lowerBound - 1
    while index >= 0, place.lowerBound - index <= BoundWords.reach {
      switch tokens[index] {
      case .word(let word):
        if let plain = BoundWords.plain(word) { words.insert((plain, index), at: 0) }
      case .symbol("€"), .symbol("("), .symbol("«"), .symbol("\""), .symbol("“"): break
      default: index = 0
      }
      index -= 1
    }
    if let (bound, length) = BoundWords.before(words.map(\.word)) {
      let first = words[words.count - length].index
      return (bound, text.contains(place.lowerBound) && !text.contains(first))
    }
    var behind: [String] = []
    for token in tokens[min(place.upperBound, tokens.count)...].prefix(4) {
      guard case .word(let word) = token else { break }
      behind.append(word)
    }
    guard let bound = BoundWords.behind(behind) else { return (.exact, false) }
    return (bound, place.upperBound >= text.upperBound)
  }

  /// `ridotti a un terzo`, `scesi alla metà`: what is told is what is left.
  func isRemainder(before index: Int) -> Bool {
    var index = index - 1
    while index >= 0, case .word(let word) = tokens[index] {
      guard let plain = BoundWords.plain(word), BoundWords.before([plain]) == nil else {
        // `al`, `alla` hold the preposition in themselves.
        index -= 1
        continue
      }
      return plain == "a" || plain == "to"
    }
    return false
  }
}
