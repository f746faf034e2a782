import Diagnostics
import SocialReport

/// The form at the end of the pages has somewhere to go.
enum InactiveFeedback {
  static let rule = Rule(
    .inactiveFeedback, .warning, .feedback,
    Phrase(
      it: "Il modulo in fondo alle pagine ha un indirizzo a cui andare.",
      en: "The form at the end of the pages has an address to go to."),
    why: Phrase(
      it: "Senza `azione` il modulo si vede ma non si può inviare.",
      en: "Without `action` the form is shown but cannot be sent."),
    source: "C.SI.2.5",
    wrong: [.fields(.site, "feedback:\n  modo: ⟦chiarezza⟧")],
    right: [
      .fields(
        .site, "feedback:\n  modo: chiarezza\n  azione: https://bilancio.example.it/risposte"),
      .fields(.site, "feedback:\n  modo: nessuno"),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    guard let feedback = report.site.feedback else { return [finding(at: report.site.place)] }
    guard feedback.mode != .none, feedback.access == .open, feedback.action == nil else {
      return []
    }
    return [finding(at: feedback.place)]
  }

  private static func finding(at place: SourceRange) -> Finding {
    Finding(
      Phrase(
        it: "il modulo in fondo alle pagine non è attivo: manca l'indirizzo a cui mandarlo",
        en: "the form at the end of the pages is not active: the address to send it to is missing"),
      help: Phrase(
        it: "scrivi `feedback:` con `azione: https://…`, oppure `modo: nessuno` per non averlo",
        en: "write `feedback:` with `action: https://…`, or `mode: none` to have none"), at: place)
  }
}
