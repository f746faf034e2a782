import Diagnostics

/// A norm of the state can be linked when its date is known to the day.
///
/// It is seen while a text is put together (`LawPass`).
enum LawWithoutDate {
  static let rule = Rule(
    .lawWithoutDate, .hint, .figures,
    Phrase(
      it: "Una norma citata nel testo ha la data intera, nel testo o tra gli atti.",
      en: "A norm that a text cites has its whole date, in the text or among the acts."),
    why: Phrase(
      it:
        "Con giorno e mese il programma la collega a Normattiva, e chi legge la apre. Senza, più norme "
        + "possono avere quel numero e quell'anno.",
      en:
        "With day and month the program links it to Normattiva, and readers open it. Without, more "
        + "than one norm may have that number and year."),
    source: "URN:NIR, https://www.normattiva.it",
    wrong: [.prose("Lo chiede il ⟦D.Lgs. 82/2005⟧.")],
    right: [
      .prose("Lo chiede il decreto legislativo 7 marzo 2005, n. 82."),
      .prose("Lo chiede il regolamento (UE) 2016/679."),
      .prose("Lo chiede il `D.Lgs. 82/2005`."),
    ])
}
