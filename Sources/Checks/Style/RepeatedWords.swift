import Diagnostics

/// No word stands twice in a row.
enum RepeatedWords {
  static let rule = Rule(
    .repeatedWord, .warning, .text,
    Phrase(
      it: "Nessuna parola è scritta due volte di seguito.", en: "No word stands twice in a row."),
    why: Phrase(
      it: "È l'errore che chi scrive non vede e chi legge vede subito.",
      en: "It is the slip that writers do not see and readers see at once."),
    wrong: [.prose("La mensa è ⟦aperta aperta⟧.")],
    right: [.prose("La mensa apre via via in tutte le scuole. La valutazione è «A A».")],
    onText: check)

  private static let doubled = Phrases([
    "via", "piano", "mano", "passo", "molto", "poco", "pian", "così", "blu", "lì", "là", "tanto",
    "su", "very", "had", "that",
  ])

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.blocks.flatMap { text, block in
      block.words.indices.dropFirst().compactMap { index in
        let (before, word) = (block.words[index - 1], block.words[index])
        guard word.hash == before.hash, word.letters > 1, !word.hasDigit, !word.isCode,
          word.start - before.end == 1, block.text[before.end] == 0x20,
          doubled.ranges(in: index..<index + 1, of: block).isEmpty
        else { return nil }
        return Finding(
          Phrase(
            it: "«\(block.string(word))» è scritto due volte",
            en: "“\(block.string(word))” is written twice"),
          help: Phrase(it: "togline una", en: "take one away"),
          at: context.place(of: before.start..<word.end, in: block, of: text))
      }
    }
  }
}
