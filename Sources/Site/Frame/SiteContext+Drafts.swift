import Facts
import Theme

extension SiteContext {
  /// The title of a page where titles are listed, which says in words that it is a draft's.
  func title(_ title: String, at address: String) -> String {
    indexes.contains { $0.isEntryOfDraft(address) } ? self.title(title, isDraft: true) : title
  }

  func title(_ title: String, isDraft: Bool) -> String {
    isDraft ? "\(title) (\(strings["page.draft-label"]))" : title
  }
}
