/// Addresses of the site made relative to a page, for a site that is opened from the disk.
package struct RelativeAddresses: Sendable {
  /// What every address of the site begins with.
  private let basePath: String
  /// Where the icons are, relative to the site's root: a browser takes none from another file there, so
  /// each page has them in itself.
  private let icons: String?
  private let up: String

  /// - Parameter page: the page's address relative to the site's root.
  package init(basePath: String, icons: String?, from page: String) {
    self.basePath = basePath
    self.icons = icons
    let depth = page.utf8.count { $0 == UInt8(ascii: "/") }
    up = String(repeating: "../", count: depth)
  }

  /// Nil for an address that leads elsewhere.
  func relative(_ address: String) -> String? {
    guard address.hasPrefix(basePath), !address.hasPrefix("//") else { return nil }
    let target = address.dropFirst(basePath.count)
    let path = target.prefix { $0 != "#" && $0 != "?" }
    let rest = target.dropFirst(path.count)
    if let icons, path == icons { return String(rest) }
    // A folder's address names its file, since no server is there to find it.
    return up + path + (path.isEmpty || path.hasSuffix("/") ? "index.html" : "") + rest
  }
}
