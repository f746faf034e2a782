import Diagnostics
import SocialReport

/// What is completed has nothing before it.
enum FutureCompletions {
  static let rule = Rule(
    .futureCompletion, .warning, .actions,
    Phrase(
      it: "Una realizzazione `completata` non ha tappe dopo la data del suo stato.",
      en: "A `completed` achievement has no milestones after the date of its status."),
    why: Phrase(
      it:
        "Se manca ancora una tappa non è completata; se non manca, una delle due date è sbagliata.",
      en:
        "Where a milestone is still to come it is not completed; where none is, one of the dates is wrong."
    ),
    wrong: [.fields(.achievement, milestone("⟦Collaudo⟧", "2022-05-10"))],
    right: [
      .fields(.achievement, milestone("Collaudo", "2021-11-10")),
      .fields(.achievement, milestone("Collaudo", "2021")),
      .fields(.achievement, "stato: in_corso\n" + milestone("Collaudo", "2022-05-10")),
      // What follows a completed work is an action of its own.
      .fields(
        .achievement,
        """
        azioni:
          - titolo: Arredare la seconda sala
            stato: pianificata
            scadenza: 30/06/2022
        """),
    ], onReport: check)

  private static func milestone(_ subject: String, _ date: String) -> String {
    """
    tappe:
      - {oggetto: Apertura, data: 2021-09-15}
      - {oggetto: \(subject), data: \(date)}
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.achievements).filter { $0.status.value == .completed }
      .flatMap { achievement -> [Finding] in
        let limit = achievement.statusOn.value
        return achievement.milestones.compactMap { milestone -> Finding? in
          guard let date = milestone.period?.start, date.firstDay > limit.lastDay else {
            return nil
          }
          return Finding(
            Phrase(
              it: "la realizzazione è `completata` al \(limit.iso8601), e questa tappa è del "
                + date.iso8601,
              en: "the achievement is `completed` as of \(limit.iso8601), and this milestone is of "
                + date.iso8601),
            help: Phrase(
              it: "correggi una delle due date, oppure scrivi `stato: in_corso`",
              en: "mend one of the two dates, or write `status: in_progress`"),
            at: milestone.subject.place,
            notes: [
              .init(
                Phrase(it: "lo stato è qui", en: "the status is here"),
                at: achievement.status.place)
            ])
        }
      }
  }
}
