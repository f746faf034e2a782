import Diagnostics
import SocialReport

/// Only positions are shared, by no more than are ranked from there on.
enum InvalidTies {
  static let rule = Rule(
    .invalidTie, .error, .indicators,
    Phrase(
      it: "`ex_aequo` sta su una posizione e non supera quanti restano in classifica.",
      en: "`tied` belongs to a position and is no more than are ranked from there on."),
    why: Phrase(
      it: "Su 107 città, al 106° posto a pari merito possono essere in due.",
      en: "Of 107 cities, two can share place 106."),
    wrong: [
      .fields(
        .indicator,
        """
        osservazioni:
          - periodo: 2021
            valore: 352
            ex_aequo: ⟦3⟧
        """),
      .fields(
        .indicator,
        """
        misura: posizione
        verso: basso_meglio
        osservazioni:
          - periodo: 2021
            valore: 106
            su: 107
            ex_aequo: ⟦3⟧
        """),
    ],
    right: [
      .fields(
        .indicator,
        """
        misura: posizione
        verso: basso_meglio
        osservazioni:
          - periodo: 2021
            valore: 106
            su: 107
            ex_aequo: 2
        """)
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).flatMap { indicator in
      indicator.observations.compactMap { observation -> Finding? in
        guard let tied = observation.tied else { return nil }
        guard indicator.measure.value == .position else {
          return Finding(
            Phrase(
              it: "a pari merito si sta in una classifica, e questa misura non è una posizione",
              en: "ties belong to a ranking, and this measure is no position"),
            help: Phrase(it: "togli `ex_aequo`", en: "take `tied` away"), at: tied.place)
        }
        guard let value = observation.number?.rescaled(to: 0)?.coefficient,
          let all = observation.outOf?.value, value >= 1, Int64(all) - value + 1 < Int64(tied.value)
        else { return nil }
        return Finding(
          Phrase(
            it:
              "dal \(value)° posto su \(all) ne restano \(Int64(all) - value + 1), non \(tied.value)",
            en:
              "from place \(value) of \(all), \(Int64(all) - value + 1) are left, not \(tied.value)"
          ),
          help: Phrase(it: "controlla `ex_aequo` e `su`", en: "check `tied` and `out_of`"),
          at: tied.place)
      }
    }
  }
}
