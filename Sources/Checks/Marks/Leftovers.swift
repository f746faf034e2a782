import Diagnostics
import SocialReport

/// Nothing of a draft is left in a text.
enum Leftovers {
  static let rule = Rule(
    .leftover, .warning, .marks,
    Phrase(
      it: "Nei testi non resta niente della bozza: né segnaposto né note tra colleghi.",
      en: "Nothing of the draft stays in a text: neither placeholders nor notes among colleagues."),
    why: Phrase(
      it: "«XXX euro», «DA COMPLETARE» o «Errore. L'origine riferimento non è stata trovata.» si "
        + "pubblicano come ogni altra parola.",
      en:
        "“XXX euro”, “TO BE DONE” or “Error! Reference source not found.” are published as any other words."
    ),
    wrong: [
      .prose("La mensa costa ⟦XXX⟧ euro."), .prose("La mensa apre il ⟦???⟧ marzo."),
      .prose("La mensa: ⟦DA COMPLETARE⟧."), .prose("⟦Lorem ipsum⟧ dolor sit amet."),
      .prose("La mensa apre. ⟦[NOTA DI ANNA: controllare]⟧"),
      .prose("Costa ⟦[inserire importo]⟧ euro."),
      .prose("Il costo ⟦@@@⟧ è alto."), .prose("La mensa apre il ⟦____⟧ marzo."),
      .prose("La mensa apre il ⟦…………⟧ marzo."), .prose("Vedi ⟦FIXME⟧ qui."),
      .prose("Come dice la Tabella Errore. ⟦L'origine riferimento non è stata trovata⟧."),
      .prose("| Anno | Costo |\n|---|---|\n| 2021 | ⟦#DIV/0!⟧ |\n"),
      .prose("La delibera n. ⟦xx⟧ del 2021."), .prose("Apre (⟦da verificare⟧) a marzo."),
      .prose("Spesa di ⟦xxxx⟧ euro."), .prose("Apre il ⟦gg/mm⟧/aaaa."),
      .prose("⟦[VERIFICARE CON LA RAGIONERIA]⟧ La mensa apre."),
      .fields(.achievement, "in_breve: La mensa costa ⟦XXX⟧ euro."),
      .fields(.achievement, "titolo: \"⟦[Inserire titolo]⟧\""),
      .fields(.indicator, "nome: Bambini ⟦DA COMPLETARE⟧"),
    ],
    right: [
      .prose(
        "La XXX edizione, la XXX Giornata e papa Giovanni XXX. Lavori da completare nel 2022."),
      .prose("«Il piano […] prevede [il Comune] che [sic]», [nota del traduttore] [PDF]. Perché?"),
      .prose("###Gli orari della mensa"),
      .prose("Le pagine xx e xxi. E poi… [La data](https://www.example.it/a). `XXX`, C++, #1."),
    ], onField: checkField, onText: checkTexts)

  private static func checkTexts(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.marked.flatMap { text, block in
      Placeholders.ranges(in: block).map { range in
        Finding(
          message(block.string(range)), help: help,
          at: context.place(of: range, in: block, of: text))
      }
    }
  }

  private static func checkField(_ text: TextReading, _ block: Block) -> [Finding] {
    Placeholders.ranges(in: block).map {
      Finding(message(block.string($0)), help: help, in: text.field, $0)
    }
  }

  private static func message(_ words: String) -> Phrase {
    Phrase(
      it: "`\(words)` sembra rimasto da una bozza", en: "`\(words)` seems to be left from a draft")
  }

  private static let help = Phrase(
    it: "scrivi ciò che manca, oppure toglilo", en: "write what is missing, or take it away")
}
