import Files

/// HTML, from a clipboard or a file that a program saved as a web page.
struct WebPage {
  /// In UTF-8.
  let bytes: [UInt8]

  /// Nil for what is none, by its beginning or its name.
  init?(_ given: [UInt8], named name: String) {
    guard !given.starts(with: [0x50, 0x4B]) else { return nil }
    let (text, encoding) = TextEncoding.read(given)
    let isNamed = ["html", "htm", "xhtml"].contains(Path.ending(of: name).lowercased())
    guard encoding != .unknown, isNamed || WebPage.isPage(text) else { return nil }
    bytes = Array(WebPage.withoutHead(text).utf8)
  }

  /// A picture that a page names, in a folder or below it; nil for what is elsewhere, or no file there.
  static func picture(_ address: String, in folder: String?) -> [UInt8]? {
    guard let folder, !address.contains(":"), !address.hasPrefix("/"),
      let name = Path.decoded(address), let path = Path.normalised(name), !path.hasPrefix("..")
    else { return nil }
    let whole = Path.join(folder, path)
    guard let status = FileSystem.status(whole, followingLinks: false), status.size <= mostOfPicture
    else { return nil }
    return try? FileSystem.read(whole)
  }

  private static let mostOfPicture = 64 << 20

  private static func isPage(_ text: String) -> Bool {
    let start = text.prefix(1024).lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.contains("<html ")
      || start.hasPrefix("version:") && start.contains("starthtml:")
  }

  /// Windows writes lines about the page before it (`Version:0.9`, `StartHTML:…`).
  private static func withoutHead(_ text: String) -> Substring {
    guard text.prefix(8).lowercased() == "version:", let start = text.firstIndex(of: "<") else {
      return text[...]
    }
    return text[start...]
  }
}
