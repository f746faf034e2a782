import Diagnostics
import SocialReport

/// An action is at 100 % when it is completed, and only then.
enum DifferentProgress {
  static let rule = Rule(
    .differentProgress, .error, .actions,
    Phrase(
      it: "L'avanzamento è 100 se e solo se l'azione è completata.",
      en: "Progress is 100 if and only if the action is completed."),
    why: Phrase(
      it: "Un'azione al 100 % e «in corso» dice due cose diverse.",
      en: "An action at 100% and “in progress” says two different things."),
    wrong: [
      .fields(.achievement, fields("in_corso", "⟦100⟧")),
      .fields(.achievement, fields("completata", "⟦80⟧")),
    ],
    right: [
      .fields(.achievement, fields("in_corso", "80")),
      .fields(.achievement, fields("completata", "100")),
    ], onReport: check)

  private static func fields(_ status: String, _ progress: String) -> String {
    """
    azioni:
      - titolo: Arredare la mensa
        stato: \(status)
        avanzamento: \(progress)
        evidenza: dgc-2021-10
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap(\.actions).compactMap { action in
      guard let progress = action.progress,
        (progress.value == 100) != (action.status.value == .completed)
      else { return nil }
      return Finding(
        progress.value == 100
          ? Phrase(
            it: "l'avanzamento è 100 e l'azione non è `completata`",
            en: "progress is 100 and the action is not `completed`")
          : Phrase(
            it: "l'azione è `completata` e l'avanzamento è \(progress.value)",
            en: "the action is `completed` and progress is \(progress.value)"),
        help: Phrase(it: "correggi l'uno o l'altro", en: "mend one or the other"),
        at: progress.place,
        notes: [
          .init(Phrase(it: "lo stato è qui", en: "the status is here"), at: action.status.place)
        ])
    }
  }
}
