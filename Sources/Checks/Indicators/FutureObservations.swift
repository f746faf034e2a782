import Diagnostics
import SocialReport

/// An observation after the edition's period is told as such.
enum FutureObservations {
  static let rule = Rule(
    .futureObservation, .warning, .indicators,
    Phrase(
      it: "Un'osservazione dopo il periodo dell'edizione lo dice, con `stato` o `nota`.",
      en: "An observation after the edition's period says so, by `status` or `note`."),
    why: Phrase(
      it:
        "Il bilancio rende conto di un periodo: un dato più recente va riconosciuto come tale, altrimenti "
        + "sembra un risultato di quell'anno.",
      en:
        "A report accounts for a period: a later figure must be known as one, or it looks like a result "
        + "of that year."),
    wrong: [.fields(.indicator, fields("⟦2022⟧", ""))],
    right: [
      .fields(.indicator, fields("2022", "    nota: Dato uscito dopo il periodo dell'edizione.")),
      .fields(.indicator, fields("2022", "    stato: F")),
    ], onReport: check)

  private static func fields(_ period: String, _ rest: String) -> String {
    """
    osservazioni:
      - periodo: 2021
        valore: 352
      - periodo: \(period)
        valore: 360
    \(rest)
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition in
      edition.indicators.flatMap(\.observations).filter {
        $0.period.value.start.year > edition.period.value.end.year && $0.status == "A"
          && $0.note == nil && $0.value != nil
      }.map { observation in
        Finding(
          Phrase(
            it: "il dato è del \(observation.period.value.written), dopo il periodo dell'edizione "
              + "(\(edition.period.value.end.year))",
            en: "the figure is of \(observation.period.value.written), after the edition's period "
              + "(\(edition.period.value.end.year))"),
          help: Phrase(
            it: "scrivi `nota: …`, oppure `stato: F` se è una previsione",
            en: "write `note: …`, or `status: F` where it is a forecast"),
          at: observation.period.place)
      }
    }
  }
}
