import Diagnostics
import Theme

/// Addresses of the site made relative to the page, for a site that is opened from disk.
///
/// A browser takes no icons from another file there, so each page has them in itself.
struct RelativeLinks: Sendable {
  /// What every address of the site begins with.
  private let basePath: String
  /// Where the icons are, relative to the site's root, and their SVG.
  private let icons: (address: String, markup: [UInt8])?

  init(basePath: String, theme: Theme) {
    self.basePath = basePath
    let sprite = theme.assets.first { $0.address == theme.iconsAddress }
    if let sprite, case .made(let text) = sprite.body {
      icons = (
        sprite.address,
        Array("<svg class=\"d-none\" aria-hidden=\"true\"".utf8) + Array(text().utf8.dropFirst(4))
      )
    } else {
      icons = nil
    }
  }

  /// A whole page.
  ///
  /// - Parameter address: the page's address relative to the site's root.
  func page(_ page: [UInt8], at address: String) -> [UInt8] {
    var page = rewritten(page, at: address)
    guard let icons else { return page }
    let tail = String(decoding: page.suffix(64), as: UTF8.self)[...]
    guard let end = tail.offset(of: "</body>") else { return page }
    page.insert(contentsOf: icons.markup, at: page.count - tail.utf8.count + end)
    return page
  }

  /// A part of a page.
  func rewritten(_ part: [UInt8], at address: String) -> [UInt8] {
    let depth = address.utf8.count { $0 == UInt8(ascii: "/") }
    let up = depth == 0 ? "" : String(repeating: "../", count: depth)
    let rewriter = MarkupRewriter(
      attribute: { name, value in
        guard name.equals("href") || name.equals("src") || name.equals("action") else { return nil }
        guard value.hasPrefix(basePath), !value.hasPrefix("//") else { return nil }
        return relative(String(value.dropFirst(basePath.count)), up)
      },
      firstLetters: Set("hsa".utf8), headingShift: 0)
    return rewriter.rewritten(part)
  }

  /// A folder's address names its file, since no server is there to find it.
  private func relative(_ target: String, _ up: String) -> String {
    let path = target.prefix { $0 != "#" && $0 != "?" }
    let rest = target.dropFirst(path.count)
    if let icons, path == icons.address { return String(rest) }
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    return up + file + rest
  }
}
