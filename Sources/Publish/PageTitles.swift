import Files

/// The titles of pages by their paths, as far as this machine has the pages.
package struct PageTitles: Sendable {
  /// The folder of the site that is live, and of the one that is to come; nil where it is not here.
  private let folders: (before: String?, now: String?)

  package init(before: String? = nil, now: String? = nil) { folders = (before, now) }

  func before(_ path: String) -> String? { PageTitles.title(path, in: folders.before) }
  func now(_ path: String) -> String? { PageTitles.title(path, in: folders.now) }

  private static func title(_ path: String, in folder: String?) -> String? {
    guard let folder, let bytes = try? FileSystem.read(Path.join(folder, path)) else { return nil }
    var isTitle = false
    for token in HTMLTokens(String(decoding: bytes, as: UTF8.self)) {
      switch token {
      case .start("title", _): isTitle = true
      case .text(let text) where isTitle: return String(text)
      case .end("head"): return nil
      default: break
      }
    }
    return nil
  }
}
