import Diagnostics
import SocialReport

/// An act of the municipality has its date to the day.
enum ActsWithoutDay {
  static let rule = Rule(
    .actWithoutDay, .error, .acts,
    Phrase(
      it:
        "Un atto del Comune ha la data con il giorno; solo per gli atti dello Stato può bastare l'anno.",
      en:
        "An act of the municipality has its date to the day; only for acts of the state may a year do."
    ),
    why: Phrase(
      it: "Gli atti si cercano nell'albo per data: l'anno da solo non basta.",
      en: "Acts are looked for in the register by date: a year alone will not do."),
    overridability: .inPlace, wrong: [.files(ActExample.acts("⟦2021-03⟧"))],
    right: [.files(ActExample.acts("2021-03-02"))], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.acts).filter {
      $0.date.value.day == nil && ![.state, .eu].contains($0.body.value)
    }.map { act in
      Finding(
        Phrase(
          it: "la data di questo atto non ha il giorno", en: "the date of this act has no day"),
        help: Phrase(
          it: "scrivila intera, come `2020-06-29`", en: "write it whole, as `2020-06-29`"),
        at: act.date.place)
    }
  }
}
