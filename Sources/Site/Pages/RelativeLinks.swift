/// Addresses of the site made relative to the page, for a site that is opened from disk.
enum RelativeLinks {
  /// - Parameters:
  ///   - address: the page's address relative to the site's root.
  ///   - basePath: what every address of the site begins with.
  static func rewritten(_ page: [UInt8], _ address: String, _ basePath: String) -> [UInt8] {
    let depth = address.utf8.count { $0 == UInt8(ascii: "/") }
    let up = depth == 0 ? "" : String(repeating: "../", count: depth)
    let rewriter = MarkupRewriter(
      attribute: { name, value in
        guard name.equals("href") || name.equals("src") || name.equals("action") else { return nil }
        guard value.hasPrefix(basePath), !value.hasPrefix("//") else { return nil }
        return relative(String(value.dropFirst(basePath.count)), up)
      },
      firstLetters: Set("hsa".utf8), headingShift: 0)
    return rewriter.rewritten(page)
  }

  /// A folder's address names its file, since no server is there to find it.
  private static func relative(_ target: String, _ up: String) -> String {
    let path = target.prefix { $0 != "#" && $0 != "?" }
    let rest = target.dropFirst(path.count)
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    return up + file + rest
  }
}
