import Diagnostics
import SocialReport

/// An objective whose targets are all reached is hardly one that was not.
enum SevereAssessments {
  static let rule = Rule(
    .severeAssessment, .hint, .assessment,
    Phrase(
      it: "Un obiettivo con tutti i traguardi raggiunti di solito non è `non_raggiunto`.",
      en: "An objective with all its targets reached is not `not_reached` as a rule."),
    why: Phrase(
      it: "O la valutazione è di un altro anno, o i traguardi non misurano l'obiettivo.",
      en: "Either the assessment is of another year, or the targets do not measure the objective."),
    wrong: [
      AssessmentExample.files(
        value: "410", objective: "valutazione: ⟦non_raggiunto⟧\nmotivazione: Non basta.")
    ],
    right: [
      AssessmentExample.files(
        value: "352", objective: "valutazione: non_raggiunto\nmotivazione: Mancano 48 bambini."),
      AssessmentExample.series(
        "352", objective: "valutazione: non_raggiunto\nmotivazione: Le sale sono piccole."),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition in
      edition.objectives.compactMap { objective -> Finding? in
        guard let stated = objective.assessment, stated.value == .notReached else { return nil }
        let all = edition.indicators(of: objective.indicators).flatMap { indicator in
          Outcome(indicator, in: edition).due.map { (indicator: indicator, due: $0) }
        }
        guard let first = all.first, all.allSatisfy({ $0.due.isReached == true }) else {
          return nil
        }
        let words = MissedTarget(first.due, of: first.indicator)
        return Finding(
          Phrase(
            it: "l'obiettivo è `non_raggiunto`, ma \(words.phrase.italian)",
            en: "the objective is `not_reached`, but \(words.phrase.english)"),
          help: Phrase(
            it: "controlla la valutazione, e se resta di' in `motivazione` che cosa è mancato",
            en: "check the assessment, and where it stands say in `rationale` what was wanting"),
          at: stated.place, notes: words.notes)
      }
    }
  }
}
