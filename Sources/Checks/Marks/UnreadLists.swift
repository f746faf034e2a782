import Diagnostics

/// What is written as a list is one.
enum UnreadLists {
  static let rule = Rule(
    .unreadList, .warning, .marks,
    Phrase(
      it: "Le voci di un elenco cominciano con `- ` o `1. `, ognuna su una riga sua.",
      en: "The entries of a list begin with `- ` or `1. `, each on a line of its own."),
    why: Phrase(
      it:
        "Con i segni di Word (•, –, a) le voci si leggono di seguito, in un paragrafo solo, e un "
        + "lettore di schermo non dice che è un elenco né quante voci ha.",
      en:
        "With the signs of Word (•, –, a) the entries run together in one paragraph, and a screen "
        + "reader does not say that there is a list, nor how long it is."),
    source: "WCAG 2.2, 1.3.1; CommonMark 0.31.2, 5.2",
    wrong: [
      .prose("Il Comune:\n⟦a)⟧ raccoglie la carta;\nb) raccoglie il vetro;\nc) raccoglie l'umido."),
      .prose("I quartieri sono:\n⟦•⟧ Centro\n• Porto"),
      .prose("⟦•⟧\tLunedì\n•\tMartedì"), .prose("⟦❖⟧ Centro"), .prose("⟦·⟧\tCentro\n·\tPorto"),
      .prose("Gli anni:\n⟦2023.⟧ avvio\n2024. estensione"),
      .prose("⟦-⟧carta\n-vetro"), .prose("⟦–⟧ carta\n– vetro"), .prose("⟦—⟧ Carta\n\n— Vetro"),
      .prose("Raccogliamo:\n⟦–⟧ la carta."), .prose("⟦-⟧\u{A0}carta"),
      .prose("Raccogliamo:\n⟦*⟧carta\n*vetro"), .prose("⟦o⟧\tcarta\no\tvetro"),
      .prose("Raccogliamo:\n⟦o⟧ carta\no vetro"), .prose("⟦1)⟧carta\n2)vetro"),
      .prose("Raccogliamo:\n⟦2)⟧ carta\n3) vetro"), .prose("Raccogliamo:\n⟦(1)⟧ carta\n(2) vetro"),
      .prose("⟦a)⟧ carta\n\nb) vetro"), .prose("- Raccogliamo:\n  ⟦•⟧ carta\n  • vetro"),
      .prose("⟦•⟧ Lunedì dalle 9 • Sabato dalle 10"),
      .prose("Il Comune: ⟦a)⟧ raccoglie la carta; b) raccoglie il vetro."),
      .prose("Il Comune: ⟦-⟧ raccoglie la carta; - raccoglie il vetro."),
      .prose("Le fasi: ⟦1)⟧ la gara, 2) i lavori e 3) l'apertura."),
      .prose("La mensa offre: ⟦1)⟧ il pranzo 2) la merenda 3) il doposcuola."),
      .prose("Le sedi sono: ⟦i)⟧ Porto ii) Centro"), .prose("⟦1)⟧ La gara 2) I lavori"),
      .prose("I progetti:\n\n⟦a.⟧ gli orti;\nb. le sale."), .prose("⟦i.⟧ gli orti\nii. le sale"),
      .prose("⟦✅⟧ Mensa aperta\n✅ Sala aperta"),
      .prose("Le fasi:\n⟦i)⟧ la gara\nii) i lavori\niii) l'apertura"),
      .prose("Le fasi:\n⟦iv)⟧ la gara\nv) i lavori"),
      .prose("Le fasi sono: ⟦i)⟧ la gara; ii) i lavori; iii) l'apertura."),
      .prose("I risultati:\n⟦–⟧ Abbiamo aperto la mensa.\n– Abbiamo chiuso il cantiere."),
    ],
    right: [
      .prose("- carta\n- vetro\n  - bottiglie\n\n1. carta\n2. vetro\n\n3) altro\n4) altro ancora"),
      .prose("– Sì, disse il sindaco.\n\n– Quando? chiese la preside.\n\n– A marzo."),
      .prose("La mensa – secondo i genitori\n– funziona: costa 5.000–6.000 euro\n-5 % in un anno."),
      .prose("La scheda ha due parti: (a) chi siamo; (b) che cosa facciamo."),
      .prose("Il piano: – dice la Giunta – costa poco; la mensa – no."),
      .prose("Lo dicono l'art. 3, comma 1, lettere a) e b), e il n. 1) dell'elenco, P.A. e C++."),
      .prose("I costi: 1) 12 euro (come al punto 2) e poi basta.\n\n1) La gara\n2) I lavori"),
      .prose("A. Rossi e\nB. Bianchi sono del Comune. Si sceglie la mensa\no il pasto da casa."),
      .prose("Comune di Borgo • Ufficio scuola · Via Roma. 3 × 4 = 12, e/o 3\\*4."),
      .prose("*Dato provvisorio. Via\n12. maggio no. `• carta`\n\n\\- carta\n\n    "),
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    context.unfolded(page).flatMap { text -> [Finding] in
      text.runs.flatMap { run -> [Finding] in
        let entries = ListRun(run, of: text).entries
        let told = entries.map { finding($0, text, context) }
        return told.isEmpty ? inline(run, text, context) : told
      }
    }
  }

  private static func finding(
    _ entry: ListRun.Entry, _ text: WrittenText, _ context: TextContext
  ) -> Finding {
    let range = entry.range.lowerBound..<entry.mark.end
    let mark = text.string(range).filter { !$0.isWhitespace }
    let words = text.string(entry.mark.end..<entry.range.upperBound).prefix(60)
    let wanted: String
    switch entry.mark.kind {
    case .number(let number) where number < 1000: wanted = "\(number). \(words)"
    case .letter(let place): wanted = "\(place). \(words)"
    case .roman(let place): wanted = "\(place). \(words)"
    case .number(let year): wanted = "- \(year): \(words)"
    case .bullet, .dash: wanted = "- \(words)"
    }
    return Finding(
      message(String(mark)),
      help: Phrase(
        it: "scrivi ogni voce su una riga sua, e una riga vuota prima della prima: `\(wanted)`",
        en: "write each entry on a line of its own, and an empty line before the first: `\(wanted)`"
      ),
      at: context.place(
        ofSource: range.lowerBound..<range.lowerBound + mark.utf8.count, of: text.text))
  }

  private static func message(_ mark: String) -> Phrase {
    Phrase(
      it: "`\(mark)` sembra cominciare la voce di un elenco, ma l'elenco non si legge come tale",
      en: "`\(mark)` seems to begin an entry of a list, but the list is not read as one")
  }

  /// Entries one behind the other in a paragraph: `a) …; b) …`, `• … • …`.
  private static func inline(
    _ run: ArraySlice<WrittenText.Paragraph>, _ text: WrittenText, _ context: TextContext
  ) -> [Finding] {
    run.compactMap { paragraph in
      guard let first = paragraph.lines.first, let last = paragraph.lines.last,
        let mark = InlineList.first(in: first.range.lowerBound..<last.range.upperBound, of: text)
      else { return nil }
      return Finding(
        message(text.string(mark)),
        help: Phrase(
          it: "metti ogni voce su una riga sua, che comincia con `- ` o `1. `, dopo una riga vuota",
          en:
            "put each entry on a line of its own that begins with `- ` or `1. `, after an empty line"
        ), at: context.place(ofSource: mark, of: text.text))
    }
  }
}
