import Diagnostics
import SocialReport

/// What is late or suspended says why.
enum UnexplainedDelays {
  static let rule = Rule(
    .unexplainedDelay, .warning, .actions,
    Phrase(
      it: "Ciò che è in ritardo, sospeso o annullato dice perché.",
      en: "What is late, suspended or cancelled says why."),
    why: Phrase(
      it: "Un bilancio sociale rende conto anche di ciò che non ha funzionato.",
      en: "A social report accounts for what did not work as well."),
    source: "Direttiva 17 febbraio 2006 sulla rendicontazione sociale",
    wrong: [
      .fields(.achievement, "stato: ⟦ritardata⟧"),
      .fields(
        .achievement,
        "azioni:\n  - {titolo: ⟦Arredare la mensa⟧, stato: in_corso, scadenza: 2021-06-30}"),
    ],
    right: [
      .fields(.achievement, "stato: ritardata\ncosa_non_ha_funzionato: La gara è andata deserta."),
      .fields(
        .achievement,
        "azioni:\n  - {titolo: Arredare, stato: in_corso, scadenza: 2021-06-30, criticita: Gara deserta.}"
      ),
    ], onReport: check)

  private static let unhappy: Set<AchievementStatus> = [.delayed, .suspended, .cancelled]

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap { achievement -> [Finding] in
      var found: [Finding] = []
      if unhappy.contains(achievement.status.value), achievement.whatDidNotWork?.isEmpty ?? true {
        found.append(
          Finding(
            Phrase(
              it: "lo stato dice che qualcosa non è andato, e il testo non dice che cosa",
              en: "the status says that something went wrong, and the text does not say what"),
            help: Phrase(
              it: "scrivi `cosa_non_ha_funzionato:`", en: "write `what_did_not_work:`"),
            at: achievement.status.place))
      }
      for action in achievement.actions where action.issue?.isEmpty ?? true {
        let isOver =
          action.status.value != .completed
          && action.due.map { $0.value < achievement.statusOn.value } == true
        guard unhappy.contains(action.status.value) || isOver else { continue }
        found.append(
          Finding(
            isOver
              ? Phrase(
                it: "la scadenza è passata e l'azione non è completata",
                en: "the date is past and the action is not completed")
              : Phrase(
                it: "l'azione è ferma e non dice perché",
                en: "the action rests and does not say why"),
            help: Phrase(it: "scrivi `criticita:`", en: "write `issue:`"), at: action.title.place))
      }
      return found
    }
  }
}
