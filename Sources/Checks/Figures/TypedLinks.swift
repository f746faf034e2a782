import Diagnostics

/// A link that names a fact names one that there is; it is seen while a text is put together.
enum TypedLinks {
  static let rule = Rule(
    .typedLink, .error, .figures,
    Phrase(
      it: "Un collegamento a un fatto (`dato:`, `atto:`, `pagina:`…) ne trova uno.",
      en: "A link to a fact (`figure:`, `act:`, `page:`…) finds one."),
    why: Phrase(
      it: "Un rimando che non porta a nulla toglie a chi legge la prova di ciò che scrivi.",
      en: "A link that leads nowhere takes from readers the proof of what you write."),
    overridability: .none,
    wrong: [.prose("Gli iscritti sono [352](⟦dato:iscriti@2021⟧).")],
    right: [.prose("Gli iscritti sono [352](dato:iscritti@2021).")])
}
