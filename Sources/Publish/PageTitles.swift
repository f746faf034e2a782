import Files
import Hypertext
import Output

/// The titles of pages by their paths, as far as this machine has the pages.
package struct PageTitles: Sendable {
  /// The folder of the site that is live, and of the one that is to come; nil where it is not here.
  private let folders: (before: String?, now: String?)

  package init(before: String? = nil, now: String? = nil) { folders = (before, now) }

  func before(_ path: String) -> String? { PageTitles.title(path, in: folders.before) }
  func now(_ path: String) -> String? { PageTitles.title(path, in: folders.now) }

  /// No page says its title later.
  private static let head = 64 << 10

  private static func title(_ path: String, in folder: String?) -> String? {
    guard let folder else { return nil }
    // A title is one of the hints at where a page may have moved: without it the page is found by its name.
    guard let bytes = try? FileSystem.read(Path.join(folder, path), limit: head) else {
      return nil
    }
    var isTitle = false
    for token in HTMLTokens(bytes) {
      switch token {
      case .start(let tag) where tag.name == "title": isTitle = true
      case .text(let text) where isTitle: return String(decoding: text, as: UTF8.self)
      case .end("head"): return nil
      default: break
      }
    }
    return nil
  }
}
