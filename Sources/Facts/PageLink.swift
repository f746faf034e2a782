/// A page as other pages name it.
package struct PageLink: Sendable {
  package let title: String
  /// Relative to the site's root.
  package let address: String

  package init(title: String, address: String) { (self.title, self.address) = (title, address) }
}
