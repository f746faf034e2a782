import Diagnostics

/// The form asks in the words of the national model.
///
/// It is seen while the theme is read (`Theme/FeedbackWording`).
enum FeedbackWording {
  static let rule = Rule(
    .feedbackWording, .warning, .feedback,
    Phrase(
      it: "Le domande e le risposte del modulo sono quelle del modello nazionale.",
      en: "The questions and answers of the form are those of the national model."),
    why: Phrase(
      it:
        "I controlli nazionali cercano proprio quelle parole, e i Comuni si confrontano su di esse.",
      en: "The national checks look for those very words, and municipalities are compared by them."),
    source: "C.SI.2.5",
    wrong: [.strings("  clarity: ⟦Ti piace questa pagina?⟧")],
    right: [.strings("  clarity: Quanto sono chiare le informazioni su questa pagina?")])
}
