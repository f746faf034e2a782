/// A page as other pages name it.
struct PageLink: Sendable {
  let title: String
  /// Relative to the site's root.
  let address: String
}
