/// Whether words spell an acronym: `documento unico di programmazione` spells `DUP`.
enum Initials {
  /// Words that an acronym mostly passes over.
  private static let small = Set(
    [
      "di", "del", "dello", "della", "dei", "degli", "delle", "dell", "d", "e", "ed", "a", "al",
      "alla", "alle", "ai", "agli", "all", "in", "nel", "nella", "nelle", "per", "con", "da", "dal",
      "dalla", "il", "lo", "la", "l", "i", "gli", "le", "un", "una", "uno", "su", "sul", "sulla",
      "the", "of", "and", "for", "to", "o", "tra", "fra", "cioè", "ossia", "ovvero",
    ].flatMap { Word.hashes(of: $0) })

  static func isSmall(_ word: Word) -> Bool { small.contains(word.hash) }

  /// Whether words from one place on spell it, each letter at a word's beginning or further in the
  /// word of the letter before; two letters at least stand at beginnings.
  static func spell(
    _ acronym: Word, in block: Block, from first: Int, to end: Int
  ) -> Range<Int>? {
    spell(block.text[acronym.range].map(Alphabet.small), in: block, from: first, to: end)
  }

  /// Whether the words of a block begin by spelling an acronym that stands elsewhere.
  static func spells(_ acronym: String, _ block: Block) -> Bool {
    let letters = acronym.utf8.map(Alphabet.small)
    return (0..<min(3, block.words.count)).contains {
      spell(letters, in: block, from: $0, to: min(block.words.count, 20)) != nil
    }
  }

  private static func spell(
    _ letters: [UInt8], in block: Block, from first: Int, to end: Int
  ) -> Range<Int>? {
    guard first < end, letters.count >= 2, initial(first, block) == letters[0],
      !block.words[first].isAllCapitals
    else { return nil }
    var patience = Initials.patience
    return match(
      letters[1...], block, word: first, offset: 1, end: end,
      starts: isSmall(block.words[first]) ? 0 : 1, &patience
    ).map { first..<$0 + 1 }
  }

  /// Words right before, but for articles and marks, or right behind.
  static func areBeside(_ index: Int, _ block: Block) -> Bool {
    let word = block.words[index]
    let sentence = block.sentence(of: index)
    let before = max(sentence.lowerBound, index - 14)
    for start in (before..<index).reversed() {
      if let range = spell(word, in: block, from: start, to: index), index - range.upperBound <= 3 {
        return true
      }
    }
    let end = min(sentence.upperBound, index + 16)
    for start in index + 1..<max(index + 1, min(end, index + 5)) {
      if spell(word, in: block, from: start, to: end) != nil { return true }
    }
    return false
  }

  /// Whether the whole name stands in the same paragraph, each letter the first of a word.
  ///
  /// `Il PUMS è pronto. Il Piano urbano della mobilità sostenibile guarda al 2032.`
  static func standNear(_ index: Int, _ block: Block) -> Bool {
    let word = block.words[index]
    guard word.letters > 2 else { return false }
    let letters = block.text[word.range].map(Alphabet.small)
    let near = max(0, index - 60)..<min(block.words.count, index + 60)
    let content = near.filter { !isSmall(block.words[$0]) }
    guard content.count >= letters.count else { return false }
    return (0...content.count - letters.count).contains { first in
      letters.indices.allSatisfy { at in
        let one = block.words[content[first + at]]
        return initial(content[first + at], block) == letters[at] && one.hasSmallLetter
      }
    }
  }

  private static func initial(_ index: Int, _ block: Block) -> UInt8 {
    Alphabet.small(block.text[block.words[index].start])
  }

  /// How many places of letters are tried, which is far more than the words of a name need: of small
  /// words that all begin alike there are as many choices as there are sets of them.
  private static let patience = 2000

  /// The last word that is used, where all letters find their place.
  private static func match(
    _ letters: ArraySlice<UInt8>, _ block: Block, word: Int, offset: Int, end: Int, starts: Int,
    _ patience: inout Int
  ) -> Int? {
    patience -= 1
    guard patience > 0 else { return nil }
    guard let letter = letters.first else { return starts >= 2 ? word : nil }
    let rest = letters.dropFirst()
    // A word or two may have no letter of their own, and small words any number.
    var passed = 0
    var next = word + 1
    while next < end, passed <= 1 {
      let isSmall = isSmall(block.words[next])
      if block.words[next].isAllCapitals { return nil }
      if initial(next, block) == letter,
        let found = match(
          rest, block, word: next, offset: 1, end: end, starts: starts + (isSmall ? 0 : 1),
          &patience)
      {
        return found
      }
      if !isSmall { passed += 1 }
      next += 1
    }
    let text = block.text[block.words[word].range].dropFirst(offset)
    guard let place = text.firstIndex(where: { Alphabet.small($0) == letter }) else { return nil }
    return match(
      rest, block, word: word, offset: place - block.words[word].start + 1, end: end,
      starts: starts, &patience)
  }
}
