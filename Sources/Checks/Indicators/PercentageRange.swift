import Diagnostics
import SocialReport

/// A percentage is a share of a whole, from 0 to 100.
enum PercentageRange {
  static let rule = Rule(
    .percentageRange, .error, .indicators,
    Phrase(
      it: "Una percentuale va da 0 a 100.", en: "A percentage goes from 0 to 100."),
    why: Phrase(
      it: "Una quota non supera il tutto. Ciò che lo supera è un tasso o un indice, e va detto.",
      en:
        "A share is never more than the whole. What is more is a rate or an index, and should be called so."
    ),
    wrong: [.fields(.indicator, fields("percentuale", "⟦112⟧"))],
    right: [
      .fields(.indicator, fields("percentuale", "100")),
      .fields(.indicator, fields("tasso", "112")),
    ], onReport: check)

  private static func fields(_ measure: String, _ value: String) -> String {
    """
    misura: \(measure)
    unita: bambini ogni cento
    osservazioni:
      - periodo: 2021
        valore: \(value)
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).filter { $0.measure.value == .percentage }
      .flatMap(\.observations).compactMap { observation in
        guard let value = observation.number, let place = observation.value?.place,
          value < DecimalNumber(0) || value > DecimalNumber(100)
        else { return nil }
        return Finding(
          Phrase(
            it: "\(value.written(in: .italian)) % non sta fra 0 e 100",
            en: "\(value.written(in: .english))% is not between 0 and 100"),
          help: Phrase(
            it: "correggi il valore, oppure scrivi `misura: tasso` o `misura: indice`",
            en: "mend the value, or write `measure: rate` or `measure: index`"), at: place)
      }
  }
}
