import Diagnostics
import SocialReport

/// A position in a ranking is a whole number from 1 to the number of those ranked, and less is better.
enum InvalidPositions {
  static let rule = Rule(
    .invalidPosition, .error, .indicators,
    Phrase(
      it: "Una posizione è un numero intero da 1 a `su`, e il suo verso è `basso_meglio`.",
      en: "A position is a whole number from 1 to `out_of`, and its direction is `lower_is_better`."
    ),
    why: Phrase(
      it:
        "Il grafico mette in alto i posti migliori: con il verso sbagliato racconterebbe il contrario.",
      en:
        "The chart puts better places on top: with the wrong direction it would tell the contrary."),
    wrong: [
      .fields(.indicator, fields("basso_meglio", "⟦0⟧")),
      .fields(.indicator, fields("basso_meglio", "⟦120⟧")),
      .fields(.indicator, fields("⟦alto_meglio⟧", "13")),
    ],
    right: [.fields(.indicator, fields("basso_meglio", "107"))], onReport: check)

  private static func fields(_ direction: String, _ value: String) -> String {
    """
    misura: posizione
    verso: \(direction)
    osservazioni:
      - periodo: 2021
        valore: \(value)
        su: 107
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).filter { $0.measure.value == .position }
      .flatMap { indicator -> [Finding] in
        var found: [Finding] = []
        if indicator.direction.value != .lowerIsBetter {
          found.append(
            Finding(
              Phrase(
                it: "una posizione va meglio quando è bassa: 1 è il primo posto",
                en: "a position is better when it is low: 1 is the first place"),
              help: Phrase(
                it: "scrivi `verso: basso_meglio`", en: "write `direction: lower_is_better`"),
              at: indicator.direction.place))
        }
        for observation in indicator.observations {
          guard let value = observation.number, let place = observation.value?.place else {
            continue
          }
          let greatest = observation.outOf?.value
          let isInside =
            value >= DecimalNumber(1)
            && greatest.map { value <= DecimalNumber(Int64($0)) } != false
          if value.isWhole, isInside { continue }
          let range = greatest.map { "1…\($0)" } ?? "1, 2, 3…"
          found.append(
            Finding(
              Phrase(
                it: "`\(value.written(in: .italian))` non è una posizione (\(range))",
                en: "`\(value.written(in: .english))` is no position (\(range))"),
              help: Phrase(
                it: "controlla `valore` e `su`", en: "check `value` and `out_of`"), at: place))
        }
        return found
      }
  }
}
