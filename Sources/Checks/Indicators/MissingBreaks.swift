import Diagnostics
import SocialReport

/// Where what is measured changes, the series has a break.
enum MissingBreaks {
  static let rule = Rule(
    .missingBreak, .warning, .indicators,
    Phrase(
      it: "Quando cambia ciò che si misura, la serie dichiara una rottura.",
      en: "Where what is measured changes, the series declares a break."),
    why: Phrase(
      it:
        "Se cambiano i posti in classifica o la definizione, due valori vicini non si confrontano più.",
      en:
        "Where the number ranked or the definition changes, two neighbours can no longer be compared."
    ),
    source: "SDMX, CL_OBS_STATUS: B e D",
    wrong: [
      .fields(.indicator, ranking("⟦107⟧", "")),
      .fields(
        .indicator,
        """
        osservazioni:
          - periodo: 2020
            valore: 310
          - periodo: ⟦2021⟧
            valore: 352
            stato: B
        """),
    ],
    right: [
      .fields(
        .indicator,
        ranking("107", "\nrotture:\n  - tra: [2020, 2021]\n    motivo: Sono entrate quattro città.")
      )
    ], onReport: check)

  private static func ranking(_ last: String, _ rest: String) -> String {
    """
    misura: posizione
    verso: basso_meglio
    osservazioni:
      - periodo: 2020
        valore: 12
        su: 103
      - periodo: 2021
        valore: 13
        su: \(last)\(rest)
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).flatMap { indicator in
      zip(indicator.observations, indicator.observations.dropFirst()).compactMap { one, next in
        guard indicator.break(between: one, and: next) == nil else { return nil }
        let help = Phrase(
          it: "scrivi `rotture:` con i due anni e il motivo",
          en: "write `breaks:` with the two years and the reason")
        if next.status == "B" || next.status == "D" {
          return Finding(
            Phrase(
              it:
                "lo stato `\(next.status)` dice che il metodo è cambiato, ma `rotture` non lo spiega",
              en:
                "the status `\(next.status)` says that the method changed, and `breaks` does not explain it"
            ),
            help: help, at: next.period.place)
        }
        // Of what is no ranking, such as places for a hundred children, the whole changes every year.
        guard indicator.measure.value == .position, let before = one.outOf,
          let after = next.outOf, before.value != after.value
        else { return nil }
        return Finding(
          Phrase(
            it:
              "i posti in classifica passano da \(before.value) a \(after.value) senza una rottura",
            en: "the number ranked goes from \(before.value) to \(after.value) without a break"),
          help: help, at: after.place,
          notes: [.init(Phrase(it: "prima era qui", en: "it was here before"), at: before.place)])
      }
    }
  }
}
