import Diagnostics
import SocialReport

/// When the period is over, every objective says how far it got.
enum MissingAssessments {
  static let rule = Rule(
    .missingAssessment, .hint, .assessment,
    Phrase(
      it: "Quando il periodo è finito, ogni obiettivo ha la sua `valutazione`.",
      en: "When the period is over, every objective has its `assessment`."),
    why: Phrase(
      it:
        "La prima cosa che chi legge cerca è se la promessa è stata mantenuta. Che il periodo è finito lo "
        + "dicono le date dell'edizione (`pubblicata_il`, `aggiornato_il`), non il calendario di oggi.",
      en:
        "The first thing that readers look for is whether the promise was kept. That the period is over "
        + "is told by the edition's own dates (`published_on`, `updated_on`), not by today's calendar."
    ),
    wrong: [AssessmentExample.series("352", objective: "")],
    right: [
      AssessmentExample.series("352", objective: "valutazione: raggiunto"),
      AssessmentExample.series(
        "352", objective: "valutazione: non_valutabile\nmotivazione: I dati escono nel 2023."),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.compactMap { edition in
      // What has missed a target is asked for its assessment by the rule on that.
      let told = Set(UnspokenTargets.missed(in: edition, report.gaps).map(\.objective.id.value))
      let missing = edition.objectives.filter {
        $0.assessment == nil && !report.gaps.ids.contains($0.id.value)
          && !told.contains($0.id.value)
      }
      guard edition.isOver, let first = missing.first else { return nil }
      let (count, all) = (missing.count, edition.objectives.count)
      return Finding(
        count == 1
          ? Phrase(
            it: "il periodo è finito, e l'obiettivo non ha una `valutazione`",
            en: "the period is over, and the objective has no `assessment`")
          : Phrase(
            it: "il periodo è finito, e \(count) obiettivi su \(all) non hanno una `valutazione`",
            en: "the period is over, and \(count) of \(all) objectives have no `assessment`"),
        help: Phrase(
          it: "scrivi `valutazione: raggiunto`, `parziale`, `non_raggiunto`, `in_linea` o "
            + "`non_valutabile`",
          en: "write `assessment: reached`, `partial`, `not_reached`, `on_course` or "
            + "`not_assessable`"),
        at: first.title.place,
        notes: missing.dropFirst().prefix(5).map {
          .init(Phrase(it: "anche questo", en: "this one too"), at: $0.title.place)
        })
    }
  }
}
