import Diagnostics
import SocialReport

/// What citizens write travels safely.
enum InsecureFeedback {
  static let rule = Rule(
    .insecureAddress, .error, .feedback,
    Phrase(
      it: "Gli indirizzi che ricevono ciò che scrivono i cittadini sono `https://`.",
      en: "Addresses that receive what citizens write are `https://`."),
    why: Phrase(
      it: "Su una connessione aperta le risposte si possono leggere e cambiare.",
      en: "Over an open connection answers can be read and changed."),
    source: "GDPR, art. 32", overridability: .none,
    wrong: [
      .fields(
        .site, "feedback:\n  modo: chiarezza\n  azione: ⟦http://bilancio.example.it/risposte⟧")
    ],
    right: [
      .fields(.site, "feedback:\n  modo: chiarezza\n  azione: https://bilancio.example.it/risposte")
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    guard let feedback = report.site.feedback, feedback.mode != .none else { return [] }
    return [feedback.action, feedback.login].compactMap(\.self).filter {
      !$0.value.lowercased().hasPrefix("https://")
    }.map {
      Finding(
        Phrase(
          it: "questo indirizzo riceve ciò che scrivono i cittadini e non è `https://`",
          en: "this address receives what citizens write and is not `https://`"),
        help: Phrase(
          it: "usa un indirizzo che comincia con `https://`",
          en: "use an address that begins with `https://`"), at: $0.place)
    }
  }
}
