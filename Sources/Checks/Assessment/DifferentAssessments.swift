import Diagnostics
import SocialReport

/// An objective that is called reached is not contradicted by its own figures and works.
enum DifferentAssessments {
  static let rule = Rule(
    .differentAssessment, .warning, .assessment,
    Phrase(
      it:
        "La valutazione di un obiettivo si accorda con i traguardi, i valori e le realizzazioni che ha.",
      en: "The assessment of an objective agrees with its targets, values and achievements."),
    why: Phrase(
      it:
        "Chi legge «raggiunto» e due righe sotto un traguardo mancato, un dato peggiorato o un lavoro "
        + "annullato non crede più a nessuno dei due.",
      en:
        "Whoever reads “reached” and two lines below a missed target, a figure gone worse or a cancelled "
        + "work believes neither."),
    wrong: [
      AssessmentExample.files(value: "352", objective: "valutazione: ⟦raggiunto⟧"),
      AssessmentExample.files(
        value: "352", objective: "valutazione: ⟦in_linea⟧\nmotivazione: Si continua."),
      AssessmentExample.files(
        value: "352", target: "300", direction: "basso_meglio",
        objective: "valutazione: ⟦raggiunto⟧"),
      AssessmentExample.files(
        value: "352", target: "320", kind: "non_superare", objective: "valutazione: ⟦raggiunto⟧"),
      AssessmentExample.series("290", objective: "valutazione: ⟦raggiunto⟧"),
      AssessmentExample.series(
        "352", direction: "basso_meglio", objective: "valutazione: ⟦raggiunto⟧"),
      AssessmentExample.series(
        "352", objective: "valutazione: ⟦raggiunto⟧\n" + achievement("annullata")),
      AssessmentExample.series(
        "352", objective: "valutazione: ⟦raggiunto⟧\n" + achievement("sospesa")),
      AssessmentExample.series(
        "352", objective: "valutazione: ⟦raggiunto⟧\n" + achievement("pianificata")),
    ],
    right: [
      AssessmentExample.files(value: "400", objective: "valutazione: raggiunto"),
      AssessmentExample.files(
        value: "352", objective: "valutazione: parziale\nmotivazione: Mancano 48 bambini."),
      AssessmentExample.series(
        "290", objective: "valutazione: non_raggiunto\nmotivazione: Gli iscritti sono meno."),
      AssessmentExample.series("290", direction: "neutro", objective: "valutazione: raggiunto"),
      AssessmentExample.series("310", objective: "valutazione: raggiunto"),
      AssessmentExample.series(
        "290", rest: "rotture:\n  - tra: [2020, 2021]\n    motivo: Si conta in un altro modo.",
        objective: "valutazione: raggiunto"),
      // A target that holds what is there is reached, though the figure went down.
      AssessmentExample.files(
        value: "305", target: "300", kind: "mantenere", objective: "valutazione: raggiunto"),
      AssessmentExample.series(
        "352", objective: "valutazione: raggiunto\n" + achievement("completata")),
    ], onReport: check)

  private static func achievement(_ status: String) -> String {
    """
    === 2021/1-scuole/2-altra-mensa.md
    ---
    tipo: realizzazione
    numero: 2
    titolo: Un'altra mensa
    in_breve: La mensa di via Milano.
    ufficio: scuola
    stato: \(status)
    stato_al: 2021-12-31
    atti: [dgc-2021-10]
    aggiornato_il: 2021-12-31
    ---

    Le sale sono due.
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition in
      edition.objectives.flatMap { objective -> [Finding] in
        guard let stated = objective.assessment,
          [.reached, .onCourse].contains(stated.value)
        else { return [] }
        let judgement = Judgement(stated)
        func outcomes(_ ids: [Sourced<String>]) -> [Outcome] {
          edition.indicators(of: ids).filter { !report.gaps.ids.contains($0.id.value) }
            .map { Outcome($0, in: edition) }
        }
        // A target is a promise wherever its indicator is named.
        let named = objective.indicators + objective.achievements.flatMap(\.indicators)
        var found = outcomes(named).flatMap { outcome in
          outcome.due.filter { $0.isReached == false }
            .map { judgement.finding(missed: $0, of: outcome.indicator) }
        }
        guard stated.value == .reached else { return found }
        found += outcomes(objective.indicators).filter { $0.due.isEmpty }.compactMap { outcome in
          outcome.decline.map { judgement.finding($0, of: outcome.indicator) }
        }
        return found + judgement.finding(undone: objective.achievements)
      }
    }
  }
}

/// An assessment as its author gave it, and what speaks against it.
private struct Judgement {
  private let place: SourceRange
  private let word: Phrase

  init(_ stated: Sourced<Assessment>) {
    place = stated.place
    word =
      stated.value == .reached
      ? Phrase(it: "raggiunto", en: "reached") : Phrase(it: "in_linea", en: "on_course")
  }

  private let help = Phrase(
    it:
      "correggi il dato, oppure scrivi `valutazione: parziale` (o `non_raggiunto`) e perché in "
      + "`motivazione`; se il giudizio resta, ammetti l'eccezione con il motivo",
    en:
      "mend the figure, or write `assessment: partial` (or `not_reached`) and why in `rationale`; where "
      + "the judgement stands, admit the exception with its reason")

  func finding(missed due: Outcome.Due, of indicator: Indicator) -> Finding {
    let words = MissedTarget(due, of: indicator)
    return Finding(
      Phrase(
        it: "l'obiettivo è `\(word.italian)`, ma \(words.phrase.italian)",
        en: "the objective is `\(word.english)`, but \(words.phrase.english)"),
      help: help, at: place, notes: words.notes)
  }

  func finding(_ decline: Outcome.Decline, of indicator: Indicator) -> Finding {
    let (before, after) = (decline.before, decline.after)
    return Finding(
      Phrase(
        it: "l'obiettivo è `\(word.italian)`, ma `\(indicator.id.value)` è peggiorato: "
          + "\(before.written(in: .italian)), poi \(after.written(in: .italian))",
        en: "the objective is `\(word.english)`, but `\(indicator.id.value)` went worse: "
          + "\(before.written(in: .english)), then \(after.written(in: .english))"),
      help: help, at: place,
      notes: [
        .init(Phrase(it: "il valore è qui", en: "the value is here"), at: after.value?.place),
        .init(
          Phrase(it: "il verso è qui", en: "the direction is here"), at: indicator.direction.place),
      ])
  }

  /// One message for all works of an objective that were not done.
  func finding(undone achievements: [Achievement]) -> [Finding] {
    let undone = achievements.filter { Judgement.word(of: $0.status.value) != nil }
    guard let first = undone.first, let status = Judgement.word(of: first.status.value) else {
      return []
    }
    let others = undone.count - 1
    return [
      Finding(
        Phrase(
          it: "l'obiettivo è `\(word.italian)`, ma «\(first.title.value)» è `\(status.italian)`"
            + (others == 0 ? "" : others == 1 ? ", e un'altra con lei" : ", e altre \(others)"),
          en: "the objective is `\(word.english)`, but “\(first.title.value)” is "
            + "`\(status.english)`" + (others == 0 ? "" : ", and \(others) more")),
        help: help, at: place,
        notes: undone.prefix(5).map {
          .init(
            Phrase(
              it: "«\($0.title.value)»: lo stato è qui", en: "“\($0.title.value)”: its status"),
            at: $0.status.place)
        })
    ]
  }

  /// The states of what was not done.
  private static func word(of status: AchievementStatus) -> Phrase? {
    switch status {
    case .cancelled: Phrase(it: "annullata", en: "cancelled")
    case .suspended: Phrase(it: "sospesa", en: "suspended")
    case .planned: Phrase(it: "pianificata", en: "planned")
    default: nil
    }
  }
}
