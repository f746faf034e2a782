import Diagnostics
import SocialReport

/// An edition cites acts of its own period.
enum ActsOutsidePeriods {
  static let rule = Rule(
    .actsOutsidePeriod, .warning, .editions,
    Phrase(
      it: "Tra gli atti del Comune che un'edizione elenca, qualcuno è del suo periodo.",
      en: "Among the municipality's acts that an edition lists, some are of its period."),
    why: Phrase(
      it:
        "Un elenco copiato dall'anno prima si riconosce dalle date: il Comune non ha lavorato un anno "
        + "senza un atto. Leggi e atti di altri enti non contano.",
      en:
        "A list copied from the year before is known by its dates: no municipality works for a year "
        + "without an act. Laws and acts of other bodies do not count."),
    wrong: [.fields(.acts, acts("2020-03-02", "⟦2020-11-05⟧", "2019-06-01"))],
    right: [
      .fields(.acts, acts("2020-03-02", "2021-11-05", "2019-06-01")),
      .fields(.acts, acts("2020-03-02", "2020-11-05", body: "dirigente")),
    ], onReport: check)

  private static func acts(_ dates: String..., body: String = "giunta") -> String {
    "voci:\n"
      + dates.enumerated().map { index, date in
        """
          - id: \(index == 0 ? "dgc-2021-10" : "atto-\(index)")
            organo: \(body)
            tipo: \(body == "giunta" ? "deliberazione" : "determinazione")
            numero: \(10 + index)
            data: \(date)
            oggetto: Mense
            url: https://albo.example.it/\(index)
        """
      }.joined(separator: "\n")
  }

  /// Of one or two an edition may well have none of its own year.
  private static let least = 3

  private static func check(_ report: Report) -> [Finding] {
    report.editions.compactMap { edition in
      let period = edition.period.value
      let own = edition.acts.filter {
        [.executive, .council, .mayor, .manager].contains($0.body.value)
      }
      guard own.count >= least,
        own.allSatisfy({ $0.date.value.lastDay < period.start.firstDay }),
        let last = own.max(by: { $0.date.value < $1.date.value })
      else { return nil }
      return Finding(
        Phrase(
          it:
            "tutti e \(own.count) gli atti del Comune sono di prima del \(period.start.year): il più recente "
            + "è del \(last.date.value.iso8601)",
          en: "all \(own.count) acts of the municipality are from before \(period.start.year): the "
            + "newest is of \(last.date.value.iso8601)"),
        help: Phrase(
          it: "aggiungi gli atti del periodo, e togli quelli che nessun testo cita più",
          en: "add the acts of the period, and take away those that no text cites any more"),
        at: last.date.place)
    }
  }
}
