import Diagnostics

/// The text calls every footnote that it defines.
enum UncalledNotes {
  static let rule = Rule(
    .uncalledNote, .warning, .marks,
    Phrase(
      it: "Ogni nota `[^1]: …` è richiamata, una volta almeno, nel suo testo.",
      en: "Every footnote `[^1]: …` is called, once at least, in its text."),
    why: Phrase(
      it:
        "Una nota che nessuno richiama non esce sulla pagina; di due con lo stesso nome, la seconda.",
      en: "A note that nothing calls is not on the page; of two with one name, the second is not."),
    wrong: [
      .prose("La mensa[^1] apre.\n\n[^1]: Dal 2021.\n\n⟦[^2]:⟧ Questa non la legge nessuno."),
      .prose("La mensa[^1] apre.\n\n[^1]: Dal 2021.\n\n⟦[^1]:⟧ Di nuovo."),
      .prose("La mensa apre.\n⟦[^a]:⟧ Dal 2021."),
    ],
    right: [
      .prose("La mensa[^1] apre[^Due].\n\n[^1]: Dal 2021.\n[^due]: Al piano terra.\n\n`[^3]: no`")
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.written.flatMap { text -> [Finding] in
      let notes = NoteMarks(text)
      return notes.lost.map { note in
        let isSecond = notes.kept.contains(note.label.lowercased())
        return Finding(
          isSecond
            ? Phrase(
              it: "la nota `[^\(note.label)]` è scritta due volte: questo testo non si legge",
              en: "the note `[^\(note.label)]` is written twice: this text is not shown")
            : Phrase(
              it: "nessuno richiama la nota `[^\(note.label)]`: il suo testo non si legge",
              en: "nothing calls the note `[^\(note.label)]`: its text is not shown"),
          help: isSecond
            ? Phrase(it: "dalle un altro nome", en: "give it another name")
            : Phrase(
              it: "scrivi `[^\(note.label)]` nel punto a cui si riferisce, in questo stesso testo",
              en: "write `[^\(note.label)]` at the place that it is about, in this same text"),
          at: context.place(ofSource: note.range, of: text.text))
      }
    }
  }
}
