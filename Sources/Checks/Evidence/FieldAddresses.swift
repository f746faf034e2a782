import Diagnostics
import SocialReport

/// The addresses of the web that stand in fields, in the order of their places.
enum FieldAddresses {
  /// Those that readers follow.
  static func links(_ report: Report) -> [Sourced<String>] {
    let site = report.site
    var addresses: [Sourced<String>?] = [site.entity.region?.url]
    addresses += site.menu.values.map(\.self)
    addresses += site.footer.values.map(\.self)
    for edition in report.editions {
      addresses += edition.sources.map(\.url)
      addresses += edition.acts.map(\.url)
      addresses += edition.terms.map(\.link)
      addresses += edition.offices.map(\.url)
      addresses += edition.contexts.map { $0.origin?.url }
      for achievement in edition.achievements { addresses += achievement.attachments.map(\.url) }
    }
    return addresses.compactMap(\.self).sorted { $0.place < $1.place }
  }
}
