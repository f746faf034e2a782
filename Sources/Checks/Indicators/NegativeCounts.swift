import Diagnostics
import SocialReport

/// Nothing can be counted below zero.
enum NegativeCounts {
  static let rule = Rule(
    .negativeCount, .warning, .indicators,
    Phrase(it: "Un conteggio non è negativo.", en: "A count is not negative."),
    why: Phrase(
      it:
        "Di bambini iscritti non ce ne sono meno di zero: di solito è un trattino rimasto da una copia.",
      en: "There are not fewer than zero enrolled children: as a rule a dash is left from a copy."),
    wrong: [.fields(.indicator, fields("⟦-352⟧", ""))],
    right: [
      .fields(.indicator, fields("352", "")), .fields(.indicator, fields("0", "")),
      .fields(.indicator, fields("-12", "nome: Saldo naturale della popolazione")),
    ], onReport: check)

  private static func fields(_ value: String, _ rest: String) -> String {
    """
    osservazioni:
      - periodo: 2021
        valore: \(value)
    \(rest)
    """
  }

  /// What is a difference may be negative, though it is counted.
  private static let differences = [
    "saldo", "differenz", "variazion", "scart", "scost", "increment", "balance", "difference",
    "change",
  ]

  private static func isDifference(_ indicator: Indicator) -> Bool {
    let words = (indicator.name.value + " " + indicator.definition.value).lowercased()
    return differences.contains(where: words.contains)
  }

  private static let zero = DecimalNumber(0)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).flatMap { indicator -> [Observation] in
      guard indicator.measure.value == .count else { return [] }
      let negative = indicator.observations.filter { ($0.number ?? zero) < zero }
      // Hardly any has one, and words take longer to look through.
      return negative.isEmpty || isDifference(indicator) ? [] : negative
    }.compactMap { observation in
      guard let number = observation.number else { return nil }
      return Finding(
        Phrase(
          it: "\(number.written(in: .italian)) è meno di zero, e `misura` è `conteggio`",
          en: "\(number.written(in: .english)) is less than zero, and `measure` is `count`"),
        help: Phrase(
          it: "togli il segno; se è un saldo, dillo nel nome o scrivi `misura: indice`",
          en: "take the sign away; where it is a balance, say so in the name or write "
            + "`measure: index`"),
        at: observation.value?.place)
    }
  }
}
