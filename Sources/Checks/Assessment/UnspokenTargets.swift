import Diagnostics
import SocialReport

/// A target that was missed is not passed over in silence.
enum UnspokenTargets {
  static let rule = Rule(
    .unspokenTarget, .warning, .assessment,
    Phrase(
      it: "Di un traguardo scaduto e mancato l'obiettivo dice qualcosa, con la sua valutazione.",
      en: "Of a target that was due and missed the objective says something, by its assessment."),
    why: Phrase(
      it:
        "Un traguardo era una promessa con una data: chi l'ha letta vuole sapere perché non è stata "
        + "mantenuta, non doverlo ricavare dai numeri.",
      en:
        "A target was a promise with a date: whoever read it wants to know why it was not kept, and not "
        + "work it out from the figures."),
    wrong: [AssessmentExample.files(value: "352", objective: "")],
    right: [
      AssessmentExample.files(
        value: "352", objective: "valutazione: parziale\nmotivazione: Mancano 48 bambini."),
      AssessmentExample.files(value: "401", objective: ""),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition in
      missed(in: edition, report.gaps).map { finding($0.objective, $0.words) }
    }
  }

  /// The targets of an edition that were missed, each with the first objective that says nothing of it.
  static func missed(in edition: Edition, _ gaps: MissingEntities)
    -> [(objective: Objective, words: MissedTarget)]
  {
    var told: Set<String> = []
    return edition.objectives.filter { $0.assessment == nil && $0.rationale == nil }
      .flatMap { objective in
        edition.indicators(of: objective.indicators + objective.achievements.flatMap(\.indicators))
          .filter { !gaps.ids.contains($0.id.value) && told.insert($0.id.value).inserted }
          .flatMap { indicator in
            Outcome(indicator, in: edition).due.filter { $0.isReached == false }.map {
              (objective, MissedTarget($0, of: indicator))
            }
          }
      }
  }

  private static func finding(_ objective: Objective, _ missed: MissedTarget) -> Finding {
    Finding(
      Phrase(
        it: "\(missed.phrase.italian), e l'obiettivo non ha una `valutazione`",
        en: "\(missed.phrase.english), and the objective has no `assessment`"),
      help: Phrase(
        it: "scrivi `valutazione: parziale` o `non_raggiunto`, e perché in `motivazione`",
        en: "write `assessment: partial` or `not_reached`, and why in `rationale`"),
      at: objective.title.place, notes: missed.notes)
  }
}
