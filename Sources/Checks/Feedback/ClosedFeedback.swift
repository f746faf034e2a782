import Diagnostics
import SocialReport

/// Everybody may say what they think of a page.
enum ClosedFeedback {
  static let rule = Rule(
    .closedFeedback, .warning, .feedback,
    Phrase(
      it: "Il modulo è aperto a tutti, senza registrazione.",
      en: "The form is open to all, without registration."),
    why: Phrase(
      it: "Chi deve registrarsi per dare un parere non lo dà.",
      en: "Whoever has to register to give an opinion gives none."),
    source: "C.SI.2.5",
    wrong: [
      .fields(
        .site,
        "feedback:\n  modo: chiarezza\n  accesso: ⟦registrati⟧\n  accedi: https://bilancio.example.it/entra"
      )
    ],
    right: [
      .fields(.site, "feedback:\n  modo: chiarezza\n  azione: https://bilancio.example.it/risposte")
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    guard let feedback = report.site.feedback, feedback.mode != .none,
      feedback.access == .registered
    else { return [] }
    return [
      Finding(
        Phrase(
          it: "solo chi è registrato può valutare le pagine",
          en: "only registered people can rate the pages"),
        help: Phrase(
          it: "il modello nazionale (C.SI.2.5) vuole il modulo aperto a tutti: `accesso: libero`",
          en: "the national model (C.SI.2.5) wants the form open to all: `access: open`"),
        at: feedback.accessPlace ?? feedback.place)
    ]
  }
}
