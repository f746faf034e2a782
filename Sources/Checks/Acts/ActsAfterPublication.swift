import Diagnostics
import SocialReport

/// An edition cites no act that was not yet there when it was published, or last updated.
enum ActsAfterPublication {
  static let rule = Rule(
    .actAfterPublication, .error, .acts,
    Phrase(
      it:
        "Nessun atto è posteriore alla pubblicazione dell'edizione, né all'ultimo aggiornamento "
        + "dell'edizione o delle pagine che lo citano.",
      en: "No act is later than the publication of the edition, or the last update of it or of the "
        + "pages that cite the act."),
    why: Phrase(
      it:
        "Un atto che non c'era ancora non può avere prodotto ciò che si racconta: di solito la data è sbagliata.",
      en:
        "An act that was not there cannot have brought about what is told: as a rule the date is wrong."
    ),
    wrong: [
      .files(ActExample.edition + ActExample.acts("⟦2022-07-01⟧")),
      .files(ActExample.edition + "aggiornata_il: 2022-09-30\n" + ActExample.acts("⟦2022-10-01⟧")),
    ],
    right: [
      .files(ActExample.edition + ActExample.acts("2021-07-01")),
      .files(ActExample.edition + "aggiornata_il: 2022-09-30\n" + ActExample.acts("2022-07-01")),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      guard let published = edition.publishedOn else { return [] }
      // Most acts are of before, and the pages are read only for others.
      let late = edition.acts.filter { act in
        [published, edition.updatedOn].allSatisfy { $0.map { $0.value < act.date.value } ?? true }
      }
      guard !late.isEmpty else { return [] }
      let updates = PageUpdates(edition)
      return late.compactMap { act in
        let dates = [published, edition.updatedOn, updates.last(of: act.id.value)].compactMap(
          \.self)
        guard let last = dates.max(by: { $0.value < $1.value }), last.value < act.date.value
        else { return nil }
        let isPublication = last.place == published.place
        return Finding(
          Phrase(
            it: "l'atto è del \(act.date.value.iso8601), l'edizione è stata "
              + (isPublication ? "pubblicata" : "aggiornata") + " il \(last.value.iso8601)",
            en: "the act is of \(act.date.value.iso8601), the edition was "
              + (isPublication ? "published" : "updated") + " on \(last.value.iso8601)"),
          help: Phrase(
            it:
              "controlla le due date; se l'edizione è stata aggiornata dopo, scrivi `aggiornata_il:`",
            en: "check both dates; where the edition was updated later, write `updated_on:`"),
          at: act.date.place,
          notes: [
            .init(
              isPublication
                ? Phrase(it: "la pubblicazione è qui", en: "the publication is here")
                : Phrase(it: "l'aggiornamento è qui", en: "the update is here"), at: last.place)
          ])
      }
    }
  }
}

/// When the pages of an edition that cite an act were last updated.
private struct PageUpdates {
  private var ofActs: [String: Sourced<CalendarDate>] = [:]
  private var newest: Sourced<CalendarDate>?

  init(_ edition: Edition) {
    for page in edition.contexts { add(page.updatedOn, [page.text]) }
    for objective in edition.objectives {
      add(
        objective.updatedOn, [objective.premise.text] + [objective.rationale].compactMap(\.self))
      for achievement in objective.achievements {
        add(achievement.updatedOn, achievement.texts, achievement.namedActs)
      }
    }
  }

  /// Of an act that no page cites any page may be the one that rests on it.
  func last(of act: String) -> Sourced<CalendarDate>? { ofActs[act] ?? newest }

  private mutating func add(
    _ date: Sourced<CalendarDate>, _ texts: [EmbeddedText], _ acts: [Sourced<String>] = []
  ) {
    if newest.map({ $0.value < date.value }) ?? true { newest = date }
    for act in ProseReferences(texts).acts.union(acts.map(\.value))
    where ofActs[act].map({ $0.value < date.value }) ?? true {
      ofActs[act] = date
    }
  }
}

/// The content that the rules on acts are shown with.
enum ActExample {
  /// Two determinazioni with fields that say who numbers them.
  static func determinations(
    _ first: String, _ second: String, number: String = "12", date: String = "2021-05-03",
    subject: String = "Piante"
  ) -> String {
    """
    === 2021/atti.yml
    tipo: atti
    voci:
      - id: dgc-2021-10
        organo: giunta
        tipo: deliberazione
        numero: 10
        data: 2021-03-02
        oggetto: Apertura di una nuova mensa
        url: https://albo.example.it/2021/10
      - id: arredi
        organo: dirigente
        tipo: determinazione
        numero: 12
        data: 2021-03-02
        oggetto: Arredi
        url: https://albo.example.it/2021/12
        \(first)
      - id: piante
        organo: dirigente
        tipo: determinazione
        numero: \(number)
        data: \(date)
        oggetto: \(subject)
        url: https://albo.example.it/2021/12b
        \(second)
    """
  }

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
