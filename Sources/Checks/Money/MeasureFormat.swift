import Diagnostics
import SocialReport

/// A measure of the PNRR is one of the plan's, in any of the forms in use.
enum MeasureFormat {
  static let rule = Rule(
    .measureForm, .error, .money,
    Phrase(
      it:
        "La misura del PNRR ha una missione e una componente che ci sono, con l'investimento o la riforma "
        + "se c'è: `M1C1I1.4.1`, `M1C1 1.4.1`, `Missione 1 Componente 1 Investimento 1.4.1`.",
      en:
        "A measure of the PNRR has a mission and a component that are there, with the investment or the "
        + "reform where there is one: `M1C1I1.4.1`, `M1C1 1.4.1`, `M1C1 Riforma 1`."),
    why: Phrase(
      it: "Missione e componente portano alla scheda di Italia Domani.",
      en: "Mission and component lead to the sheet of Italia Domani."),
    source: "PNRR, missioni 1–7",
    wrong: [
      example("⟦missione 1⟧"), example("⟦M8C1⟧"), example("⟦M1C9 1.1⟧"), example("⟦1.4.1⟧"),
      example("⟦Digitalizzazione⟧"), example("⟦M1C1X⟧"), example("M1C1I1.4.1, ⟦M7C2I1⟧"),
    ],
    right: [
      example("M1C1 1.4.1"), example("M5C2I2.1"), example("M1C1-1.4.1"), example("m1c1"),
      example("M1C1 Investimento 1.4.1"), example("M5C2 Riforma 1"),
      example("Missione 1 Componente 1 Investimento 1.4"),
      example("Missione 4 – Istruzione e ricerca – Componente 1 – Investimento 1.1 Asili nido"),
      example("M.2 C.4 I.2.2"), example("M2C4I2.2, M4C1I1.1"), example("PNRR M6C1 – 1.1"),
    ], onReport: check)

  private static func example(_ measure: String) -> Example {
    .fields(
      .achievement,
      MoneyExample.resource("    importo: 10\n    finanziamento: PNRR\n    misura: \(measure)"))
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap(\.resources).flatMap(\.measures)
      .compactMap { written in
        guard let measure = PNRRMeasure(written.value) else {
          return Finding(
            Phrase(
              it: "`\(written.value)` non ha la forma di una misura del PNRR",
              en: "`\(written.value)` has not the form of a measure of the PNRR"),
            help: Phrase(
              it: "scrivi missione e componente, e l'investimento se c'è: `M1C1I1.4.1` o `M1C1`",
              en:
                "write mission and component, and the investment where there is one: `M1C1I1.4.1` or "
                + "`M1C1`"), at: written.place)
        }
        return measure.exists ? nil : finding(measure, at: written.place)
      }
  }

  private static func finding(_ measure: PNRRMeasure, at place: SourceRange) -> Finding {
    guard let components = PNRRMeasure.components[measure.mission] else {
      let last = PNRRMeasure.components.keys.max() ?? 0
      return Finding(
        Phrase(
          it: "il PNRR non ha una missione \(measure.mission)",
          en: "the PNRR has no mission \(measure.mission)"),
        help: Phrase(
          it: "le missioni vanno da M1 a M\(last)", en: "missions go from M1 to M\(last)"),
        at: place)
    }
    let list = (1...components).map { "`M\(measure.mission)C\($0)`" }.joined(separator: ", ")
    return Finding(
      Phrase(
        it: "la missione \(measure.mission) del PNRR non ha una componente \(measure.component)",
        en: "mission \(measure.mission) of the PNRR has no component \(measure.component)"),
      help: Phrase(it: "ci sono: \(list)", en: "there are: \(list)"), at: place)
  }
}
