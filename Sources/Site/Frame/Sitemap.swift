import Diagnostics
import Facts
import Hypertext
import SocialReport
import Theme

/// The list of all pages for search engines (https://www.sitemaps.org/protocol.html).
enum Sitemap {
  static func xml(_ context: SiteContext) -> [UInt8] {
    var bytes = Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .utf8)
    func add(_ address: String, _ updated: CalendarDate? = nil) {
      bytes += "<url><loc>".utf8
      HTMLText.append(context.baseURL + address, to: &bytes)
      bytes += "</loc>".utf8
      if let updated { bytes += "<lastmod>\(updated.iso8601)</lastmod>".utf8 }
      bytes += "</url>\n".utf8
    }
    let pages = PageSubjects(context).all.filter { $0.kind.isInSitemap && !$0.isDraft }
    let newest = pages.lazy.compactMap(\.updated).max { $0.lastDay < $1.lastDay }
    for page in pages {
      add(page.address, page.updated ?? (page.kind == .home ? newest : nil))
    }
    bytes += "</urlset>\n".utf8
    return bytes
  }
}
