import Diagnostics
import SocialReport

/// An edition cites no act that was not yet there when it was published.
enum ActsAfterPublication {
  static let rule = Rule(
    .actAfterPublication, .error, .acts,
    Phrase(
      it: "Nessun atto è posteriore alla pubblicazione dell'edizione.",
      en: "No act is later than the publication of the edition."),
    why: Phrase(
      it:
        "Un atto che non c'era ancora non può avere prodotto ciò che si racconta: di solito la data è sbagliata.",
      en:
        "An act that was not there cannot have brought about what is told: as a rule the date is wrong."
    ),
    wrong: [.files(ActExample.edition + ActExample.acts("⟦2022-07-01⟧"))],
    right: [.files(ActExample.edition + ActExample.acts("2021-07-01"))], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      guard let published = edition.publishedOn else { return [] }
      return edition.acts.filter { published.value < $0.date.value }.map { act in
        Finding(
          Phrase(
            it: "l'atto è del \(act.date.value.iso8601), l'edizione è stata pubblicata il "
              + published.value.iso8601,
            en: "the act is of \(act.date.value.iso8601), the edition was published on "
              + published.value.iso8601),
          help: Phrase(it: "controlla le due date", en: "check both dates"), at: act.date.place,
          notes: [
            .init(
              Phrase(it: "la pubblicazione è qui", en: "the publication is here"),
              at: published.place)
          ])
      }
    }
  }
}

/// The content that the rules on acts are shown with.
enum ActExample {
  static let edition = """
    === 2021/edizione.yml
    tipo: edizione
    anno: 2021
    titolo: Bilancio Sociale 2021
    periodo: 2021
    presentazione: Che cosa ha fatto il Comune di Prova.
    pubblicata_il: 2022-06-30

    """

  static func acts(_ date: String, _ rest: String = "") -> String {
    """
    === 2021/atti.yml
    tipo: atti
    voci:
      - id: dgc-2021-10
        organo: giunta
        tipo: deliberazione
        numero: 10
        data: \(date)
        oggetto: Apertura di una nuova mensa
        effetto: approva
        url: https://albo.example.it/2021/10
    \(rest)
    """
  }
}
