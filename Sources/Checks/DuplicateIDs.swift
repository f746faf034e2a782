import Diagnostics
import SocialReport

/// Ids are unique in their list, and printed numbers among siblings.
enum DuplicateIDs {
  static func check(_ report: Report) -> [Diagnostic] {
    var found = repeated(
      report.editions.map {
        ($0.year.map(String.init), "due edizioni dello stesso anno", "two editions of one year")
      }, .duplicateID)
    for edition in report.editions {
      found += ids(edition.acts.map(\.id), "atto", "act")
      found += ids(edition.sources.map(\.id), "fonte", "source")
      found += ids(edition.terms.map(\.id), "voce", "entry")
      found += ids(edition.offices.map(\.id), "ufficio", "office")
      found += ids(edition.plans.map(\.id), "piano", "plan")
      found += ids(edition.indicators.map(\.id), "indicatore", "indicator")
      for indicator in edition.indicators {
        found += repeated(
          indicator.observations.map {
            (
              $0.period.map(\.iso8601), "due valori per lo stesso periodo",
              "two values for one period"
            )
          }, .duplicateID)
      }
      found += ids(edition.areas.map(\.id), "area", "area")
      found += numbers(edition.areas.map(\.number))
      let byArea = Dictionary(grouping: edition.objectives) { $0.area ?? "" }
      for area in byArea.keys.sorted() {
        found += numbers(byArea[area]?.map(\.number) ?? [])
      }
      for objective in edition.objectives {
        found += numbers(objective.achievements.map(\.number))
      }
    }
    return found
  }

  private static func ids(
    _ ids: [Sourced<String>], _ italian: String, _ english: String
  ) -> [Diagnostic] {
    repeated(
      ids.map {
        (
          $0, "due voci hanno lo stesso id (\(italian))",
          "two entries have the same id (\(english))"
        )
      }, .duplicateID)
  }

  private static func numbers(_ numbers: [Sourced<String>]) -> [Diagnostic] {
    repeated(
      numbers.map {
        (
          $0, "due voci dello stesso elenco hanno lo stesso numero",
          "two entries of one list have the same number"
        )
      }, .duplicateNumber)
  }

  private static func repeated(
    _ values: [(Sourced<String>, String, String)], _ identifier: Diagnostic.Identifier
  ) -> [Diagnostic] {
    var first: [String: SourceRange] = [:]
    return values.sorted { $0.0.place < $1.0.place }.compactMap { value, italian, english in
      guard let place = first[value.value] else {
        first[value.value] = value.place
        return nil
      }
      return Diagnostic(
        identifier,
        Phrase(
          it: "`\(value.value)` c'è già: \(italian)", en: "`\(value.value)` is taken: \(english)"),
        help: Phrase(it: "scegline un altro", en: "choose another one"), at: value.place,
        notes: [.init(Phrase(it: "la prima volta è qui", en: "the first is here"), at: place)])
    }
  }
}
