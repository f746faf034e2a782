import Diagnostics
import Facts
import Search
import SocialReport
import Theme

/// The indexes of a site's editions, each below the page it is searched on.
enum SearchFiles {
  /// - Parameter parts: what all jobs say can be found.
  static func all(_ parts: [SearchPart], _ context: SiteContext) -> [Site.File] {
    let ofEdition = Dictionary(grouping: parts) { $0.edition }
    return context.indexes.flatMap { index -> [Site.File] in
      guard let parts = ofEdition[index.edition.id.value] else { return [] }
      let folder = Addresses.page(.search, of: index.edition)
      return SearchIndex(parts, Analyser(index.edition.language))
        .files(in: folder, digits: digits)
        .map { Site.File(path: $0.path, body: .bytes($0.bytes)) }
    }
  }

  private static func digits(_ bytes: [UInt8]) -> String {
    var hash = ContentHash()
    hash.update(bytes.span)
    return hash.digits
  }
}
