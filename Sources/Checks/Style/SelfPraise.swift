import Diagnostics

/// Praise of oneself has a figure beside it.
enum SelfPraise {
  static let rule = Rule(
    .selfPraise, .warning, .text,
    Phrase(
      it: "Una lode di sé ha accanto una cifra.", en: "Praise of oneself has a figure beside it."),
    why: Phrase(
      it: "Un rendiconto mostra, non si vanta: «eccellente» senza un dato non dice nulla.",
      en: "An account shows, it does not boast: “excellent” without a figure says nothing."),
    source: "Direttiva 17 febbraio 2006 sulla rendicontazione sociale: neutralità",
    wrong: [.prose("La mensa è un'⟦eccellenza⟧ per tutti.")],
    right: [
      .prose("La mensa è un'eccellenza: 9 famiglie su 10 la promuovono. È aperta."),
      .prose("La manutenzione straordinaria è finita."),
    ], onText: check)

  private static let phrases = Phrases([
    "eccellenza", "eccellenze", "eccellente", "eccellenti", "eccezionale", "eccezionali",
    "fiore all'occhiello", "all'avanguardia", "best practice", "buona pratica riconosciuta",
    "grande successo", "enorme successo", "straordinario successo", "risultati straordinari",
    "risultato straordinario", "straordinari risultati", "straordinario risultato",
    "risultato storico", "risultati storici", "brillante risultato", "brillanti risultati",
    "ottimo risultato", "ottimi risultati", "importantissimo", "importantissima", "grandissimo",
    "grandissima", "bellissimo", "bellissima", "primi in italia", "unico in italia",
    "unica in italia", "senza precedenti", "excellent", "outstanding", "world class",
    "cutting edge", "huge success",
  ])

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.blocks.flatMap { text, block in
      block.sentences.flatMap { sentence -> [Finding] in
        let found = phrases.ranges(in: sentence.words, of: block)
        guard !found.isEmpty, !block.hasFigure(sentence.words) else { return [] }
        return found.map { words in
          let range = block.bytes(of: words)
          return Finding(
            Phrase(
              it: "«\(block.string(range))» è una lode, e nella frase non c'è una cifra",
              en: "“\(block.string(range))” is praise, and the sentence has no figure"),
            help: Phrase(
              it: "di' il dato che lo mostra, oppure togli la lode",
              en: "tell the figure that shows it, or take the praise away"),
            at: context.place(of: range, in: block, of: text))
        }
      }
    }
  }
}
