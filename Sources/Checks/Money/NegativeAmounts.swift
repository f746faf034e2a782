import Diagnostics
import SocialReport

/// What is appropriated, committed, verified or paid is no less than nothing.
enum NegativeAmounts {
  static let rule = Rule(
    .negativeAmount, .error, .money,
    Phrase(
      it: "Un importo di spesa non è negativo.", en: "An amount of spending is not negative."),
    why: Phrase(
      it: "Non si impegna e non si paga meno di zero: di solito il segno è un trattino rimasto lì.",
      en: "Nobody commits or pays less than nothing: as a rule the sign is a stray hyphen."),
    overridability: .inPlace,
    wrong: [
      .fields(.achievement, MoneyExample.resource("    importo: ⟦-1000⟧")),
      .fields(
        .achievement,
        MoneyExample.resource(
          """
              importo: 200
              quote:
                - {fonte: Comune, importo: 600}
                - {fonte: Regione, importo: ⟦-400⟧}
          """)),
    ],
    right: [
      .fields(.achievement, MoneyExample.resource("    importo: 1000")),
      .fields(.achievement, MoneyExample.resource("    importo: 0")),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap(\.resources).flatMap { resource in
      ([resource.amount] + resource.shares.map(\.amount)).filter { $0.value.coefficient < 0 }
    }.map { amount in
      Finding(
        Phrase(
          it: "un importo di spesa non può essere \(amount.value.written(in: .italian)) euro",
          en: "an amount of spending cannot be \(amount.value.written(in: .english)) euro"),
        help: Phrase(
          it: "togli il segno; un'economia o un disimpegno si scrive con l'importo che resta",
          en: "take the sign off; savings are written as the amount that is left"),
        at: amount.place)
    }
  }
}
