import Diagnostics
import SocialReport

/// The shares of a sum add up to it, to the cent.
enum UnequalShares {
  static let rule = Rule(
    .unequalShares, .error, .money,
    Phrase(
      it: "Le quote di un importo danno l'importo, al centesimo.",
      en: "The shares of an amount add up to it, to the cent."),
    why: Phrase(
      it: "Chi somma le quote e non ritrova il totale non si fida del resto.",
      en: "Whoever adds up the shares and does not find the total trusts nothing else."),
    overridability: .inPlace,
    wrong: [.fields(.achievement, MoneyExample.shares(amount: "⟦1000⟧", "600", "400,50"))],
    right: [.fields(.achievement, MoneyExample.shares(amount: "\"1.000,50\"", "600", "400,50"))],
    onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap(\.resources).compactMap { resource in
      guard !resource.shares.isEmpty,
        let sum = resource.shares.reduce(
          DecimalNumber(0) as DecimalNumber?,
          {
            $0?.adding($1.amount.value)
          }), sum != resource.amount.value,
        let difference = sum.subtracting(resource.amount.value)
      else { return nil }
      func terms(_ language: Language) -> String {
        resource.shares.map { $0.amount.value.written(in: language) }.joined(separator: " + ")
          + " = " + sum.written(in: language)
      }
      return Finding(
        Phrase(
          it: "\(terms(.italian)), l'importo è \(resource.amount.value.written(in: .italian)) "
            + "(differenza \(difference.written(in: .italian)))",
          en: "\(terms(.english)), the amount is \(resource.amount.value.written(in: .english)) "
            + "(difference \(difference.written(in: .english)))"),
        help: Phrase(it: "correggi una quota o l'importo", en: "mend a share or the amount"),
        at: resource.amount.place,
        notes: resource.shares.prefix(1).map {
          .init(
            Phrase(it: "le quote cominciano qui", en: "the shares begin here"), at: $0.amount.place)
        })
    }
  }
}

/// The content that the rules on money are shown with.
enum MoneyExample {
  static func shares(amount: String, _ first: String, _ second: String) -> String {
    resource(
      """
          importo: \(amount)
          quote:
            - {fonte: Comune, importo: "\(first)"}
            - {fonte: Regione, importo: "\(second)"}
      """)
  }

  static func resource(_ fields: String) -> String {
    """
    risorse:
      - descrizione: Arredi della mensa
        anno: 2021
        fase: impegnato
        fonte: registro-iscritti
    \(fields)
    """
  }
}
