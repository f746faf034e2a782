import Diagnostics

/// Words are not shouted.
enum AllCapitals {
  static let rule = Rule(
    .allCapitals, .warning, .text,
    Phrase(
      it: "Le parole non sono scritte tutte in maiuscolo.", en: "Words are not written in capitals."
    ),
    why: Phrase(
      it:
        "Il maiuscolo si legge più lentamente, e alcuni lettori di schermo lo leggono lettera per lettera.",
      en: "Capitals are read more slowly, and some screen readers spell them."),
    source: "Designers Italia, manuale di linguaggio: maiuscole",
    wrong: [.prose("⟦ATTENZIONE LA MENSA CHIUDE⟧ alle due.")],
    right: [.prose("Attenzione: la mensa chiude alle due, dice il DUP (documento unico).")],
    onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.headingsAndBlocks.flatMap { text, block -> [Finding] in
      guard block.hasCapitals else { return [] }
      return runs(in: block).map { run in
        Finding(
          Phrase(
            it: "queste parole sono tutte in maiuscolo", en: "these words are all in capitals"),
          help: Phrase(
            it: "scrivile in minuscolo; per dare peso usa `**grassetto**`",
            en: "write them small; for weight use `**bold**`"),
          at: context.place(of: block.bytes(of: run), in: block, of: text))
      }
    }
  }

  /// Three words and twelve letters on, or one word that is too long for an acronym.
  static func runs(in block: Block) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for index in 0...block.words.count {
      if index < block.words.count {
        let word = block.words[index]
        if word.isAllCapitals && !word.isCode
          || word.letters == 1 && index > start
            && !word.hasSmallLetter
        {
          continue
        }
      }
      let letters = block.words[start..<index].reduce(0) { $0 + $1.letters }
      let isLong = block.words[start..<index].contains { $0.letters >= 9 }
      if index - start >= 3 && letters >= 12 || isLong { found.append(start..<index) }
      start = index + 1
    }
    return found
  }
}
