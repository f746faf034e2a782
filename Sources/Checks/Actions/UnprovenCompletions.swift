import Diagnostics
import SocialReport

/// What is completed has something that proves it.
enum UnprovenCompletions {
  static let rule = Rule(
    .unprovenCompletion, .warning, .actions,
    Phrase(
      it:
        "Ciò che è completato ha una prova, in un campo o nel testo: un atto, una fonte, un allegato, "
        + "un dato.",
      en:
        "What is completed has a proof, in a field or in the text: an act, a source, an attachment, "
        + "a figure."),
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
        "azioni:\n  - {titolo: Arredare la mensa, stato: completata, evidenza: dgc-2021-10}"),
      done("Lo prova [il registro](fonte:registro-iscritti)."),
      done("Lo decide [la delibera 10](atto:dgc-2021-10)."),
      done("Gli iscritti sono [352](dato:iscritti@2021)."),
      done("Gli iscritti sono [42](variazione:iscritti@2020..2021) in più."),
    ], onReport: check)

  private static func done(_ text: String) -> Example {
    .files(
      """
      === 2021/1-scuole/2-arredi.md
      ---
      tipo: realizzazione
      numero: 2
      titolo: Gli arredi della mensa
      in_breve: La mensa ha arredi nuovi.
      ufficio: scuola
      stato: completata
      stato_al: 2021-12-31
      aggiornato_il: 2021-12-31
      ---

      La mensa ha tavoli e sedie. \(text)
      """)
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      let acts = Set(edition.acts.map(\.id.value))
      return edition.achievements.flatMap { findings(in: $0, acts) }
    }
  }

  private static func findings(in achievement: Achievement, _ acts: Set<String>) -> [Finding] {
    var found = achievement.actions.filter {
      $0.status.value == .completed && $0.evidence == nil && !isProven($0.issue)
    }.map {
      Finding(
        Phrase(
          it: "l'azione è completata e niente lo prova",
          en: "the action is completed and nothing proves it"),
        help: Phrase(
          it: "scrivi `evidenza:` con l'id di un atto o di una fonte",
          en: "write `evidence:` with the id of an act or a source"), at: $0.title.place)
    }
    if achievement.status.value == .completed, !isProven(achievement, acts) {
      found.append(
        Finding(
          Phrase(
            it: "la realizzazione è completata e niente lo prova",
            en: "the achievement is completed and nothing proves it"),
          help: Phrase(
            it:
              "aggiungi un atto, un allegato, un dato o una tappa con la sua fonte, oppure nel testo un "
              + "collegamento `atto:`, `fonte:` o `dato:`",
            en:
              "add an act, an attachment, a figure or a milestone with its source, or a link `act:`, "
              + "`source:` or `figure:` to the text"),
          at: achievement.status.place))
    }
    return found
  }

  private static func isProven(_ achievement: Achievement, _ acts: Set<String>) -> Bool {
    !achievement.acts.isEmpty || !achievement.attachments.isEmpty
      || !achievement.indicators.isEmpty
      || achievement.milestones.contains { $0.act != nil || $0.source != nil }
      || achievement.actions.contains { $0.evidence != nil }
      || achievement.resources.contains { isProof($0, acts) } || isProven(in: achievement.texts)
  }

  /// What was paid, or checked so as to be paid, was delivered; an act tells what was decided.
  private static func isProof(_ resource: Resource, _ acts: Set<String>) -> Bool {
    [.verified, .paid].contains(resource.stage.value) || resource.act != nil
      || acts.contains(resource.source.value)
  }

  private static func isProven(_ text: EmbeddedText?) -> Bool {
    text.map { isProven(in: [$0]) } ?? false
  }

  private static func isProven(in texts: [EmbeddedText]) -> Bool {
    let references = ProseReferences(texts)
    return !references.acts.isEmpty || !references.sources.isEmpty
      || !references.figures.isEmpty || references.hasDocument
  }
}
