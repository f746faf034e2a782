import Diagnostics
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
    add("")
    for index in context.indexes {
      let edition = index.edition
      add(Addresses.edition(edition), edition.updatedOn?.value ?? edition.publishedOn?.value)
      for page in edition.contexts {
        add(Addresses.page(page.id.value, of: edition), page.updatedOn.value)
      }
      for objective in edition.objectives {
        add(Addresses.objective(objective, of: edition), objective.updatedOn.value)
        for achievement in objective.achievements where !achievement.isDraft {
          add(
            Addresses.achievement(achievement, of: objective, edition),
            achievement.updatedOn.value)
        }
      }
      for page in FixedPage.all(of: edition) {
        add(Addresses.page(page, of: edition), page.updated(in: edition))
      }
      for indicator in edition.indicators {
        add(Addresses.indicator(indicator.id.value, of: edition))
      }
      for group in index.uses.groups { add(Addresses.group(group.slug, of: edition)) }
    }
    add(SitePages.legalNotes)
    bytes += "</urlset>\n".utf8
    return bytes
  }
}
