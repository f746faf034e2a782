import Diagnostics
import SocialReport

/// An objective without a result is a promise nobody can check.
enum EmptyObjectives {
  static func check(_ report: Report) -> [Diagnostic] {
    report.editions.flatMap(\.objectives).filter {
      $0.achievements.isEmpty && !report.gaps.explain($0.id.value)
    }.map { objective in
      Diagnostic(
        .emptyObjective,
        Phrase(
          it: "l'obiettivo «\(objective.title.value)» non ha nessuna realizzazione",
          en: "the objective “\(objective.title.value)” has no achievement"),
        help: Phrase(
          it: "aggiungi nella sua cartella un file con `tipo: realizzazione`, anche `pianificata`",
          en: "add to its folder a file with `kind: achievement`, be it `planned`"),
        at: objective.title.place)
    }
  }
}
