import Diagnostics
import SocialReport

/// Answers are kept for a time that is told.
enum FeedbackRetention {
  static let rule = Rule(
    .feedbackRetention, .warning, .feedback,
    Phrase(
      it: "Si dice per quanti mesi si conservano le risposte (`conservazione:`).",
      en: "It is told for how many months answers are kept (`retention:`)."),
    why: Phrase(
      it: "I dati si tengono per un tempo definito e dichiarato.",
      en: "Data are kept for a time that is set and told."),
    source: "GDPR, artt. 5.1.e e 13.2.a",
    wrong: [
      .fields(
        .site, "feedback:\n  modo: ⟦chiarezza⟧\n  azione: https://bilancio.example.it/risposte")
    ],
    right: [
      .fields(
        .site,
        "feedback:\n  modo: chiarezza\n  azione: https://bilancio.example.it/risposte\n  conservazione: 12"
      )
    ],
    onReport: { report in
      guard let feedback = report.site.openFeedback, feedback.retentionMonths == nil else {
        return []
      }
      return [
        Finding(
          Phrase(
            it: "non si dice per quanto si conservano le risposte",
            en: "it is not told how long answers are kept"),
          help: Phrase(
            it: "scrivi per esempio `conservazione: 12`", en: "write for example `retention: 12`"),
          at: feedback.place)
      ]
    })
}

extension SiteInfo {
  /// The form where it is shown and can be sent.
  var openFeedback: Feedback? {
    feedback.flatMap { $0.mode != .none && $0.access == .open && $0.action != nil ? $0 : nil }
  }
}
