import Diagnostics
import SocialReport

/// Dates of an achievement stand in the order of time.
enum UnorderedDates {
  static let rule = Rule(
    .unorderedDates, .warning, .actions,
    Phrase(
      it: "Le date sono in ordine: le tappe nel tempo, lo stato non dopo l'aggiornamento.",
      en: "Dates are in order: milestones in time, the status not after the update."),
    why: Phrase(
      it: "Una tappa fuori posto o uno stato del futuro di solito sono un errore di battitura.",
      en: "A milestone out of place or a status from the future are slips as a rule."),
    wrong: [
      .fields(
        .achievement,
        """
        tappe:
          - {oggetto: Apertura, data: 2021-09-15}
          - {oggetto: ⟦Gara⟧, data: 2021-03-01}
        """),
      .fields(.achievement, "stato_al: ⟦2022-02-01⟧"),
    ],
    right: [
      .fields(
        .achievement,
        """
        tappe:
          - {oggetto: Gara, data: 2021-03-01}
          - {oggetto: Data non conosciuta, data: sconosciuta}
          - {oggetto: Apertura, data: 2021-09-15}
        """)
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap { achievement -> [Finding] in
      let dated = achievement.milestones.compactMap { milestone in
        milestone.period.map { (period: $0, milestone: milestone) }
      }
      var found = zip(dated, dated.dropFirst()).filter {
        $1.period.end < $0.period.start && !$1.period.end.agrees(with: $0.period.start)
      }.map {
        before, after in
        Finding(
          Phrase(
            it: "questa tappa (\(after.period.written)) viene prima di quella sopra "
              + "(\(before.period.written))",
            en: "this milestone (\(after.period.written)) is earlier than the one above "
              + "(\(before.period.written))"),
          help: Phrase(it: "mettile in ordine di tempo", en: "put them in order of time"),
          at: after.milestone.subject.place)
      }
      // A status as of the end of a month agrees with an update in it.
      let (status, update) = (achievement.statusOn, achievement.updatedOn)
      if update.value < status.value, !status.value.agrees(with: update.value) {
        found.append(
          Finding(
            Phrase(
              it:
                "lo stato è al \(status.value.iso8601), l'aggiornamento è del \(update.value.iso8601)",
              en:
                "the status is as of \(status.value.iso8601), the update of \(update.value.iso8601)"
            ),
            help: Phrase(it: "controlla le due date", en: "check both dates"), at: status.place,
            notes: [
              .init(
                Phrase(it: "l'aggiornamento è qui", en: "the update is here"), at: update.place)
            ]))
      }
      return found
    }
  }
}
