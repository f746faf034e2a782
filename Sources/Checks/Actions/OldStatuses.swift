import Diagnostics
import SocialReport

/// A status is not older than six months when the edition is published.
enum OldStatuses {
  static let rule = Rule(
    .oldStatus, .warning, .actions,
    Phrase(
      it:
        "Lo stato di una realizzazione non è più vecchio di sei mesi alla pubblicazione, o alla fine del "
        + "periodo se la pubblicazione non ha data.",
      en:
        "The status of an achievement is no older than six months at publication, or at the end of the "
        + "period where publication has no date."),
    why: Phrase(
      it: "Chi legge «in corso» pensa a oggi.", en: "Whoever reads “in progress” thinks of today."),
    wrong: [.fields(.achievement, "stato: in_corso\nstato_al: ⟦2021-05-31⟧")],
    right: [.fields(.achievement, "stato: in_corso\nstato_al: 2021-07-31")], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      let limit = edition.publishedOn?.value ?? edition.period.value.end
      return edition.achievements.compactMap { achievement in
        let status = achievement.statusOn.value
        // A finished thing does not grow old.
        guard ![.completed, .cancelled].contains(achievement.status.value),
          months(from: status, to: limit) > 6
        else { return nil }
        return Finding(
          Phrase(
            it: "lo stato è al \(status.iso8601), oltre sei mesi prima del \(limit.iso8601)",
            en: "the status is as of \(status.iso8601), over six months before \(limit.iso8601)"),
          help: Phrase(
            it: "chiedi all'ufficio a che punto è, e aggiorna `stato_al`",
            en: "ask the office where it stands, and update `status_on`"),
          at: achievement.statusOn.place)
      }
    }
  }

  private static func months(from: CalendarDate, to: CalendarDate) -> Int {
    (to.year - from.year) * 12 + (to.month ?? 12) - (from.month ?? 12)
  }
}
