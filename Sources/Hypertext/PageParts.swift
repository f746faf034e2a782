/// The pages of a site that are parts of another page too, so that links to them stay within it.
package struct PageParts: Sendable {
  /// What every address of the site begins with.
  private let basePath: String
  private let ids: [String: String]

  /// - Parameter ids: of the parts, by the addresses of the pages relative to the site's root.
  package init(basePath: String, ids: [String: String]) {
    (self.basePath, self.ids) = (basePath, ids)
  }

  /// Nil for an address that leads elsewhere.
  ///
  /// What a page has an id for, its part has below its own.
  func place(of address: String) -> String? {
    guard address.hasPrefix(basePath), !address.hasPrefix("//") else { return nil }
    let target = address.dropFirst(basePath.count)
    let path = target.prefix { $0 != "#" }
    guard let id = ids[String(path)] else { return nil }
    let fragment = target.dropFirst(path.count + 1)
    return fragment.isEmpty ? "#\(id)" : "#\(id)-\(fragment)"
  }
}
