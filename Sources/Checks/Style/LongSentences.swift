import Diagnostics
import SocialReport

/// A sentence is short enough to be kept in mind.
enum LongSentences {
  static let rule = Rule(
    .longSentence, .warning, .text,
    Phrase(
      it: "Una frase non supera le 40 parole (`soglie: {parole_per_frase: 40}`).",
      en: "A sentence is no longer than 40 words (`thresholds: {words_per_sentence: 40}`)."),
    why: Phrase(
      it: "Oltre, chi legge perde il filo e chi ascolta deve tornare indietro. Meglio 20–25.",
      en: "Beyond that readers lose the thread and listeners have to go back. Better 20 to 25."),
    source:
      "Dipartimento della Funzione pubblica, direttiva 8 maggio 2002 sulla semplificazione del linguaggio",
    wrong: [.prose("⟦\(long)⟧. Poi apre.")], right: [.prose("La mensa apre. Poi chiude.")],
    onText: check)

  private static let long =
    "La mensa di via Roma apre alle dodici e chiude alle due e mezza e i bambini che arrivano dalla scuola "
    + "di via Po e da quella di via Milano mangiano insieme agli altri nella sala grande che dà sul cortile "
    + "dove giocano prima di tornare in classe"

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.blocks.flatMap { text, block in
      block.sentences.compactMap { sentence in
        guard sentence.words.count > context.thresholds.wordsPerSentence else { return nil }
        let count = sentence.count(in: block)
        guard count > context.thresholds.wordsPerSentence else { return nil }
        return Finding(
          Phrase(
            it: "la frase ha \(count) parole, la soglia è "
              + "\(context.thresholds.wordsPerSentence)",
            en: "the sentence has \(count) words, the threshold is "
              + "\(context.thresholds.wordsPerSentence)"),
          help: Phrase(
            it: "dividila in due o tre, oppure fanne un elenco",
            en: "split it in two or three, or make a list of it"),
          at: context.place(of: sentence.range, in: block, of: text))
      }
    }
  }
}
