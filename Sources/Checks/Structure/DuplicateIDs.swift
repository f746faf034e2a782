import Diagnostics
import SocialReport

/// Ids are unique in their list.
enum DuplicateIDs {
  static let rule = Rule(
    .duplicateID, .error, .structure,
    Phrase(
      it:
        "Gli id sono unici nel loro elenco, i periodi nella loro serie; due edizioni di un anno hanno un "
        + "`id` ciascuna.",
      en:
        "Ids are unique in their list, periods in their series; two editions of a year have an `id` "
        + "each."),
    why: Phrase(
      it: "Un rimando a un nome che hanno in due non si sa dove porta.",
      en: "Nobody knows where a reference to a name of two leads."),
    overridability: .none,
    wrong: [
      .fields(
        .offices,
        """
        voci:
          - id: scuola
            nome: Ufficio scuola
          - id: ⟦scuola⟧
            nome: Ufficio mense
        """),
      .fields(
        .indicator,
        """
        osservazioni:
          - periodo: 2020
            valore: 310
          - periodo: ⟦2020⟧
            valore: 312
          - periodo: 2021
            valore: 352
        """),
    ],
    right: [
      .fields(
        .offices,
        """
        voci:
          - id: scuola
            nome: Ufficio scuola
          - id: mense
            nome: Ufficio mense
        """)
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    var found = Repetitions.find(
      report.editions.map(\.id), "due edizioni dello stesso anno", "two editions of one year",
      help: Phrase(
        it:
          "se è di un altro anno, correggi `anno`; se sono due dello stesso, scrivi in una un `id`, come "
          + "`id: 2021-giugno`",
        en:
          "where it is of another year, mend `year`; where both are of one, write an `id` in one of "
          + "them, as `id: 2021-june`"))
    for edition in report.editions {
      found += ids(edition.acts.map(\.id), "atto", "act")
      found += ids(edition.sources.map(\.id), "fonte", "source")
      found += ids(edition.terms.map(\.id), "voce", "entry")
      found += ids(edition.offices.map(\.id), "ufficio", "office")
      found += ids(edition.plans.map(\.id), "piano", "plan")
      found += ids(edition.indicators.map(\.id), "indicatore", "indicator")
      found += ids(edition.areas.map(\.id), "area", "area")
      for achievement in edition.achievements {
        found += ids(achievement.resources.compactMap(\.id), "risorsa", "resource")
      }
      for indicator in edition.indicators {
        found += Repetitions.find(
          indicator.observations.map { $0.period.map(\.written) },
          "due valori per lo stesso periodo", "two values for one period",
          help: Phrase(
            it: "togli uno dei due valori, oppure correggi il periodo",
            en: "remove one of the values, or mend the period"))
      }
    }
    return found
  }

  private static func ids(
    _ ids: [Sourced<String>], _ italian: String, _ english: String
  ) -> [Finding] {
    Repetitions.find(
      ids, "due voci hanno lo stesso id (\(italian))", "two entries have the same id (\(english))")
  }
}

/// Values that stand twice where each may stand once.
enum Repetitions {
  static func find(
    _ values: [Sourced<String>], _ italian: String, _ english: String,
    help: Phrase = Phrase(it: "scegline un altro", en: "choose another one")
  ) -> [Finding] {
    var first: [String: SourceRange] = [:]
    return values.sorted { $0.place < $1.place }.compactMap { value in
      guard let place = first[value.value] else {
        first[value.value] = value.place
        return nil
      }
      return Finding(
        Phrase(
          it: "`\(value.value)` c'è già: \(italian)", en: "`\(value.value)` is taken: \(english)"),
        help: help, at: value.place,
        notes: [.init(Phrase(it: "la prima volta è qui", en: "the first is here"), at: place)])
    }
  }
}
