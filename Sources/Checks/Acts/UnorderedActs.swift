import Diagnostics
import SocialReport

/// Within a register, a kind and a year, numbers follow dates.
enum UnorderedActs {
  static let rule = Rule(
    .unorderedActs, .warning, .acts,
    Phrase(
      it: "In un registro, per organo, tipo e anno, i numeri degli atti seguono le date.",
      en: "In a register, by body, kind and year, the numbers of acts follow their dates."),
    why: Phrase(
      it:
        "Gli atti si numerano nell'ordine in cui si adottano: se non torna, un numero o una data è sbagliata.",
      en:
        "Acts are numbered in the order of their adoption: where that does not fit, a number or a date is wrong."
    ),
    source: "D.P.R. 445/2000, art. 53 (registrazione progressiva)",
    wrong: [
      .files(ActExample.acts("2021-03-02", second("⟦2021-02-09⟧"))),
      .files(
        ActExample.determinations(
          "registro: generale", "registro: generale", number: "100", date: "⟦2021-01-10⟧")),
    ],
    right: [
      .files(ActExample.acts("2021-03-02", second("2021-03-09"))),
      .files(ActExample.determinations("", "", number: "100", date: "2021-01-10")),
      .files(
        ActExample.determinations(
          "ufficio: scuola", "registro: generale", number: "100", date: "2021-01-10")),
    ], onReport: check)

  private static func second(_ date: String) -> String {
    """
      - id: dgc-2021-11
        organo: giunta
        tipo: deliberazione
        numero: 11
        data: \(date)
        oggetto: Orari della mensa
        url: https://albo.example.it/2021/11
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      let local = edition.acts.filter {
        ![.state, .eu, .region].contains($0.body.value) && $0.date.value.day != nil
      }
      let groups = Dictionary(grouping: local) { $0.numbering }
      // Of acts of which nothing says who numbers them nobody knows the order.
      let registers = groups.compactMap { key, acts in key.map { (key: $0, acts: acts) } }
        .sorted { $0.key < $1.key }
      return registers.flatMap { _, acts -> [Finding] in
        let numbered = acts.compactMap { act in
          act.number.flatMap { Int($0.value) }.map { (number: $0, act: act) }
        }.sorted { $0.number < $1.number }
        return zip(numbered, numbered.dropFirst()).filter {
          $1.act.date.value < $0.act.date.value
        }.map { before, after in
          Finding(
            Phrase(
              it:
                "il numero \(after.number) è del \(after.act.date.value.iso8601), il \(before.number) è "
                + "del \(before.act.date.value.iso8601)",
              en:
                "number \(after.number) is of \(after.act.date.value.iso8601), \(before.number) is of "
                + before.act.date.value.iso8601),
            help: Phrase(it: "controlla numeri e date", en: "check numbers and dates"),
            at: after.act.date.place,
            notes: [
              .init(Phrase(it: "l'altro è qui", en: "the other is here"), at: before.act.date.place)
            ])
        }
      }
    }
  }
}
