import Diagnostics
import SocialReport

/// The form at the end of the pages: it has where to go, safely, and is open to everyone.
enum FeedbackSettings {
  static func check(_ report: Report) -> [Diagnostic] {
    guard let feedback = report.site.feedback else {
      return [inactive(at: report.site.place)]
    }
    guard feedback.mode != .none else { return [] }
    var found: [Diagnostic] = []
    for address in [feedback.action, feedback.login].compactMap(\.self)
    where !address.value.lowercased().hasPrefix("https://") {
      found.append(
        Diagnostic(
          .insecureAddress,
          Phrase(
            it: "questo indirizzo riceve ciò che scrivono i cittadini e non è `https://`",
            en: "this address receives what citizens write and is not `https://`"),
          help: Phrase(
            it: "usa un indirizzo che comincia con `https://`",
            en: "use an address that begins with `https://`"), at: address.place))
    }
    switch feedback.access {
    case .open:
      if feedback.action == nil { found.append(inactive(at: feedback.place)) }
    case .registered:
      found.append(
        Diagnostic(
          .closedFeedback,
          Phrase(
            it: "solo chi è registrato può valutare le pagine",
            en: "only registered people can rate the pages"),
          help: Phrase(
            it: "il modello nazionale (C.SI.2.5) vuole il modulo aperto a tutti: "
              + "`accesso: libero`",
            en: "the national model (C.SI.2.5) wants the form open to all: `access: open`"),
          at: feedback.place, severity: .warning))
      if feedback.login == nil {
        found.append(
          Diagnostic(
            .missingCondition,
            Phrase(
              it: "con `accesso: registrati` serve `accedi`, la pagina per entrare",
              en: "with `access: registered`, `login` is needed, the page to log in"),
            at: feedback.place))
      }
    }
    return found
  }

  private static func inactive(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .inactiveFeedback,
      Phrase(
        it: "il modulo in fondo alle pagine non è attivo: manca l'indirizzo a cui mandarlo",
        en: "the form at the end of the pages is not active: the address to send it to is missing"),
      help: Phrase(
        it: "scrivi `feedback:` con `azione: https://…`, oppure `modo: nessuno` per non averlo",
        en: "write `feedback:` with `action: https://…`, or `mode: none` to have none"),
      at: place, severity: .warning)
  }
}
