import Diagnostics
import SocialReport

/// A measure of the PNRR has its form.
enum MeasureForm {
  static let rule = Rule(
    .measureForm, .error, .money,
    Phrase(
      it: "La misura del PNRR si scrive come `M1C1`, con l'investimento se c'è.",
      en: "A measure of the PNRR is written as `M1C1`, with the investment where there is one."),
    why: Phrase(
      it: "Missione e componente portano alla scheda di Italia Domani.",
      en: "Mission and component lead to the sheet of Italia Domani."),
    source: "PNRR, missioni 1–7",
    wrong: [
      .fields(
        .achievement,
        MoneyExample.resource("    importo: 10\n    finanziamento: PNRR\n    misura: ⟦missione 1⟧"))
    ],
    right: [
      .fields(
        .achievement,
        MoneyExample.resource("    importo: 10\n    finanziamento: PNRR\n    misura: M1C1 1.4.1"))
    ],
    onReport: { report in
      Code.check(report, \.measure, "M1C1") {
        Code.matches(String($0.prefix(4)), "M0C0")
          && $0.dropFirst(4).first.map { " .,-".contains($0) } != false
      }
    })
}
