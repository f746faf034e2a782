import Diagnostics
import SocialReport

/// A value that is missing says why.
enum MissingReasons {
  static let rule = Rule(
    .missingReason, .error, .indicators,
    Phrase(
      it: "Un valore che manca dice perché.", en: "A value that is missing says why."),
    why: Phrase(
      it: "Un vuoto senza spiegazione sembra un dato nascosto.",
      en: "A gap without an explanation looks like a figure that is hidden."),
    overridability: .inPlace,
    wrong: [
      .fields(
        .indicator,
        """
        osservazioni:
          - periodo: ⟦2020⟧
            valore:
          - periodo: 2021
            valore: 352
        """)
    ],
    right: [
      .fields(
        .indicator,
        """
        osservazioni:
          - periodo: 2020
            valore:
            motivo_mancante: Le mense erano chiuse.
          - periodo: 2021
            valore: 352
        """)
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).filter { !report.gaps.ids.contains($0.id.value) }
      .flatMap(\.observations).filter { $0.value == nil && $0.missingReason == nil }
      .map { observation in
        Finding(
          Phrase(
            it: "il valore manca e non si dice perché",
            en: "the value is missing and nothing says why"),
          help: Phrase(
            it: "scrivi `motivo_mancante: …`, oppure il valore",
            en: "write `missing_reason: …`, or the value"), at: observation.period.place)
      }
  }
}
