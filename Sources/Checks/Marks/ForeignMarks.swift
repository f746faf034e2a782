import Diagnostics
import SocialReport

/// Marks of other programs are no marks here.
enum ForeignMarks {
  static let rule = Rule(
    .foreignMark, .warning, .marks,
    Phrase(
      it: "I segni di altri programmi (`{#id}`, `[[…]]`, `[b]`, `&nbsp;`) qui non valgono.",
      en: "Marks of other programs (`{#id}`, `[[…]]`, `[b]`, `&nbsp;`) do not count here."),
    why: Phrase(
      it:
        "Quello che un sito, un wiki o un altro Markdown avrebbe tolto, qui si legge sulla pagina. Gli "
        + "indirizzi dei titoli si fanno da sé.",
      en:
        "What a site, a wiki or another Markdown would have taken away is seen on the page. Headings "
        + "get their addresses by themselves."),
    wrong: [
      .prose("## I posti ⟦{#posti}⟧\n\nTesto."), .prose("Testo ⟦{.grande}⟧ qui."),
      .prose("La [mensa](https://www.example.it/a)⟦{target=_blank}⟧ apre."),
      .prose("La mensa ⟦{{ nome }}⟧ apre."), .prose("La ⟦[[mensa]]⟧ apre."),
      .prose("⟦[TOC]⟧\n\nTesto."),
      .prose("La mensa è ⟦==nuova==⟧ qui."), .prose("La mensa è ⟦[b]⟧nuova."),
      .prose("⟦[caption id=\"1\"]⟧ La mensa"), .prose("⟦:::⟧ nota\n\nTesto."),
      .prose("Le scuole ⟦&amp;nbsp;⟧ aperte."), .prose("La '''mensa⟦'''⟧ apre."),
      .fields(.achievement, "titolo: Le attivit⟦&agrave;⟧ della mensa"),
      .fields(.achievement, "in_breve: La mensa⟦<br>⟧apre."),
    ],
    right: [
      .prose("L'insieme {1, 2} e {a}, `{#id}`, \\{#id}, 2 == 2, R&D; e Rossi & figli [sic] [...].")
    ], onField: checkField, onText: checkTexts)

  private static func checkTexts(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.marked.flatMap { text, block -> [Finding] in
      ForeignMark.all(in: block, isPlain: false).compactMap { mark in
        guard !context.isEscaped(mark.range.lowerBound, in: block, of: text) else { return nil }
        return Finding(
          message(block.string(mark.range)), help: mark.help,
          at: context.place(of: mark.range, in: block, of: text))
      }
    }
  }

  private static func checkField(_ text: TextReading, _ block: Block) -> [Finding] {
    ForeignMark.all(in: block, isPlain: true).map {
      Finding(message(block.string($0.range)), help: $0.help, in: text.field, $0.range)
    }
  }

  private static func message(_ mark: String) -> Phrase {
    Phrase(
      it: "`\(mark)` qui non ha un significato: chi legge lo vede",
      en: "`\(mark)` means nothing here: readers see it")
  }
}
