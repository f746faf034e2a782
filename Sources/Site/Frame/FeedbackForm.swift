import Diagnostics
import Facts
import Files
import Hypertext
import SocialReport
import Theme

/// The form at the end of each page, by what the site asks and of whom.
struct FeedbackForm: Sendable {
  private let context: SiteContext
  private let feedback: SiteInfo.Feedback
  private let edition: String

  /// Nil for a site that asks nothing.
  init?(_ context: SiteContext, _ index: EditionIndex?) {
    let feedback =
      context.report.site.feedback
      ?? SiteInfo.Feedback(place: context.report.site.place)
    guard feedback.mode != .none else { return nil }
    self.context = context
    self.feedback = feedback
    edition = (index ?? context.indexes.first)?.edition.id.value ?? ""
  }

  /// Whether anybody can send it.
  var isActive: Bool { context.feedbackAction != nil }

  /// For how long answers are kept, in words; nil where nobody said it.
  var retention: String? {
    feedback.retentionMonths.map { context.strings.counted("feedback.retention", $0.value) }
  }

  /// - Parameter content: what the answers are about; they say which version of it.
  func html(for page: Page, content: HTML) -> HTML {
    var hash = ContentHash()
    hash.update(content.standalone.span)
    let address = context.baseURL + page.address
    return context.theme.render(
      component: "feedback",
      .record([
        "asks_clarity": .flag(feedback.mode != .useful),
        "asks_usefulness": .flag(feedback.mode != .clarity),
        "action": .text(context.feedbackAction),
        "is_registered": .flag(feedback.access == .registered),
        "login": .text(
          feedback.login.map { login in
            login.value + (login.value.contains("?") ? "&" : "?") + "ritorno="
              + Path.encoded(address).replacing("/", with: "%2F")
          }),
        "privacy": .text(context.report.site.footer?.privacy?.value),
        "retention": .text(retention),
        "max_characters": .text(String(feedback.maximumCharacters)),
        "page": .text(address),
        "edition": .text(edition),
        "content_hash": .text(hash.digits),
      ]))
  }
}
