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
    wrong: [
      .prose("⟦ATTENZIONE LA MENSA CHIUDE⟧ alle due."), .prose("La mensa ⟦CHIUDE ALLE DUE⟧."),
      .prose("La mensa è ⟦GRATUITISSIMA⟧."), .prose("## ⟦NUOVA MENSA SCOLASTICA⟧\n\nÈ aperta."),
    ],
    right: [
      .prose("Attenzione: la mensa chiude alle due, dice il DUP (documento unico)."),
      .prose(
        "## PNRR M1C1\n\nI fondi vengono da [PON FESR FSE POC](https://www.example.it/fondi)."),
      .prose("Le corse sono di AUTOLINEE VAL TIDA S.r.l. e basta."),
      .prose("Lo dicono [ISPRA, ARERA, ANPAL](https://www.example.it/fonti) e altri."),
    ],
    onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.headingsAndBlocks.flatMap { text, block -> [Finding] in
      guard block.hasCapitals else { return [] }
      let runs = runs(in: block)
      guard !runs.isEmpty else { return [] }
      let leftovers = Stretches(Placeholders.ranges(in: block))
      return runs.lazy.filter { run in
        !leftovers.overlaps(block.bytes(of: run))
      }.map { run in
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
  ///
  /// Acronyms in a row, `PON FESR FSE`, are none: among shouted words is one that is a word.
  static func runs(in block: Block) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for index in 0...block.words.count {
      if index < block.words.count, isLoud(index, block, isFirst: index == start),
        index == start || !isParted(index, block)
      {
        continue
      }
      // The word here may begin a run of its own.
      let run = start..<index
      if isShouted(run, block) { found.append(run) }
      start = index < block.words.count && isLoud(index, block, isFirst: true) ? index : index + 1
    }
    return found
  }

  private static func isLoud(_ index: Int, _ block: Block, isFirst: Bool) -> Bool {
    let word = block.words[index]
    return word.isAllCapitals && !word.isCode
      || !isFirst && word.letters == 1 && !word.hasSmallLetter
  }

  private static func isShouted(_ run: Range<Int>, _ block: Block) -> Bool {
    // Most words are in small letters, and end no run.
    guard !run.isEmpty else { return false }
    let words = block.words[run]
    // `AUTOLINEE VAL TIDA S.r.l.` is called so.
    if run.contains(where: { AcronymLookalikes.isFirm($0, block) }) { return false }
    if words.contains(where: { $0.letters >= 9 }) { return true }
    let letters = words.reduce(0) { $0 + $1.letters }
    return run.count >= 3 && letters >= 12
      && words.contains { $0.letters > 6 || $0.letters > 1 && AcronymLookalikes.isWord($0) }
  }

  private static let dividers: ByteSet = ",;/()\n"

  /// Whether a comma, a stroke or a bracket stands before a word, as between names of a list.
  private static func isParted(_ index: Int, _ block: Block) -> Bool {
    let gap = block.text[block.words[index - 1].end..<block.words[index].start]
    return gap.contains { dividers.contains($0) }
  }
}
