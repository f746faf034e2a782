package import Diagnostics
import SocialReport

/// The titles and addresses of the first pages that a beginning has, which somebody is to replace.
package struct FirstName: Sendable {
  package let title: Phrase
  package let address: Phrase

  package static let objective = FirstName(
    title: Phrase(it: "Il primo obiettivo", en: "The first objective"),
    address: Phrase(it: "primo-obiettivo", en: "first-objective"))
  package static let achievement = FirstName(
    title: Phrase(it: "La prima realizzazione", en: "The first achievement"),
    address: Phrase(it: "prima-realizzazione", en: "first-achievement"))
  package static let indicator = FirstName(
    title: Phrase(it: "Il primo dato", en: "The first figure"),
    address: Phrase(it: "primo-dato", en: "first-figure"))

  /// Pages that have a title of their own, and are still at the address of a beginning.
  static func diagnostics(_ report: Report?) -> [Diagnostic] {
    (report?.editions ?? []).filter { !$0.isClosed }.flatMap { edition in
      edition.objectives.compactMap { objective.diagnostic($0.id, $0.title) }
        + edition.achievements.compactMap { achievement.diagnostic($0.id, $0.title) }
        + edition.indicators.compactMap { indicator.diagnostic($0.id, $0.name) }
    }
  }

  private func diagnostic(_ id: Sourced<String>, _ title: Sourced<String>) -> Diagnostic? {
    guard [address.italian, address.english].contains(id.value),
      ![self.title.italian, self.title.english].contains(title.value)
    else { return nil }
    return Diagnostic(
      .leftover,
      Phrase(
        it: "la pagina ha un titolo suo, ma il suo indirizzo è ancora `\(id.value)`",
        en: "the page has a title of its own, but its address is still `\(id.value)`"),
      help: Phrase(
        it: "prima di pubblicare dai alla cartella, o al file, un nome dal titolo: "
          + "`1-\(address.italian)` diventa per esempio `1-meno-rifiuti`",
        en: "before it is published name the folder, or the file, after the title: "
          + "`1-\(address.english)` becomes for example `1-less-waste`"), at: title.place,
      severity: .hint)
  }
}
