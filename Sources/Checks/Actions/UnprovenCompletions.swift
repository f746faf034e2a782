import Diagnostics
import SocialReport

/// What is completed has something that proves it.
enum UnprovenCompletions {
  static let rule = Rule(
    .unprovenCompletion, .warning, .actions,
    Phrase(
      it: "Ciò che è completato ha una prova: un atto, una fonte, un allegato, un dato.",
      en: "What is completed has a proof: an act, a source, an attachment, a figure."),
    why: Phrase(
      it: "«Fatto» lo dice chi scrive; la prova lo mostra a chi legge.",
      en: "“Done” is what the writer says; a proof shows it to the reader."),
    wrong: [
      .fields(.achievement, "stato: ⟦completata⟧\natti: []\nindicatori: []"),
      .fields(.achievement, "azioni:\n  - {titolo: ⟦Arredare la mensa⟧, stato: completata}"),
    ],
    right: [
      .fields(
        .achievement,
        "azioni:\n  - {titolo: Arredare la mensa, stato: completata, evidenza: dgc-2021-10}")
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap { achievement -> [Finding] in
      var found = achievement.actions.filter {
        $0.status.value == .completed && $0.evidence == nil
      }.map {
        Finding(
          Phrase(
            it: "l'azione è completata e niente lo prova",
            en: "the action is completed and nothing proves it"),
          help: Phrase(
            it: "scrivi `evidenza:` con l'id di un atto o di una fonte",
            en: "write `evidence:` with the id of an act or a source"), at: $0.title.place)
      }
      if achievement.status.value == .completed, !isProven(achievement) {
        found.append(
          Finding(
            Phrase(
              it: "la realizzazione è completata e niente lo prova",
              en: "the achievement is completed and nothing proves it"),
            help: Phrase(
              it: "aggiungi un atto, un allegato, un dato o una tappa con la sua fonte",
              en: "add an act, an attachment, a figure or a milestone with its source"),
            at: achievement.status.place))
      }
      return found
    }
  }

  private static func isProven(_ achievement: Achievement) -> Bool {
    !achievement.acts.isEmpty || !achievement.attachments.isEmpty
      || !achievement.indicators.isEmpty
      || achievement.milestones.contains { $0.act != nil || $0.source != nil }
      || achievement.actions.contains { $0.evidence != nil }
  }
}
