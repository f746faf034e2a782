import Diagnostics
import SocialReport

/// The addresses of the web that stand in fields, in the order of their places.
enum FieldAddresses {
  /// Those that readers follow; where the form is sent is looked at by a rule of its own.
  static func links(_ report: Report) -> [Sourced<String>] {
    let site = report.site
    let own = [site.entity.addresses, site.menu?.addresses, site.footer?.addresses]
    let addresses =
      own.compactMap(\.self).flatMap(\.self)
      + report.editions.flatMap(\.entities).flatMap(\.addresses)
    return addresses.sorted { $0.place < $1.place }
  }
}
