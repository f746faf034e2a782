import Diagnostics
import SocialReport

/// An assessment that is not the best says why.
enum Rationales {
  static let rule = Rule(
    .missingRationale, .error, .structure,
    Phrase(
      it: "Una valutazione diversa da `raggiunto` ha la sua motivazione.",
      en: "An assessment other than `reached` has its rationale."),
    why: Phrase(
      it: "Un giudizio senza motivo non spiega nulla a chi legge.",
      en: "A verdict without a reason explains nothing to readers."),
    overridability: .inPlace, wrong: [.fields(.objective, "valutazione: ⟦parziale⟧")],
    right: [
      .fields(
        .objective,
        """
        valutazione: parziale
        motivazione: La seconda mensa aprirà nel 2022.
        """)
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.objectives).compactMap { objective in
      guard let assessment = objective.assessment, assessment.value != .reached,
        objective.rationale?.isEmpty ?? true
      else { return nil }
      return Finding(
        Phrase(
          it: "la valutazione non è `raggiunto` e manca `motivazione`",
          en: "the assessment is not `reached` and `rationale` is missing"),
        help: Phrase(
          it: "scrivi in due frasi perché l'obiettivo è a questo punto",
          en: "write in two sentences why the objective is where it is"), at: assessment.place)
    }
  }
}
