import Diagnostics
import SocialReport

/// What is measured in numbers has numbers for values.
enum TextualValues {
  static let rule = Rule(
    .wrongType, .error, .indicators,
    Phrase(
      it: "Un indicatore che si misura in numeri ha numeri come valori.",
      en: "An indicator that is measured in numbers has numbers for values."),
    why: Phrase(
      it: "Con «circa 300» non si disegna un grafico e non si rifà un conto.",
      en: "Of “about 300” no chart can be drawn and no sum be done again."),
    overridability: .none,
    wrong: [
      .fields(
        .indicator,
        """
        osservazioni:
          - periodo: 2021
            valore: ⟦circa 300⟧
        """)
    ],
    right: [
      .fields(
        .indicator,
        """
        osservazioni:
          - periodo: 2021
            valore: 300
            stato: E
        """)
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).filter {
      ![.qualitative, .yesNo].contains($0.measure.value) && !report.gaps.ids.contains($0.id.value)
    }.flatMap(\.observations).compactMap(\.value).compactMap { value in
      guard case .text(let text) = value.value else { return nil }
      return Finding(
        Phrase(it: "`\(text)` non è un numero", en: "`\(text)` is no number"),
        help: Numerals.suggestion(for: text).map {
          Phrase(
            it: "scrivi solo `\($0)`; l'unità sta in `unita`, una stima si dice con `stato: E`",
            en: "write only `\($0)`; the unit goes in `unit`, an estimate is told by `status: E`")
        }
          ?? Phrase(
            it: "se il valore manca, lascialo vuoto e scrivi `motivo_mancante: …`",
            en: "where the value is missing, leave it empty and write `missing_reason: …`"),
        at: value.place)
    }
  }
}
