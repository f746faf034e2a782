import Diagnostics
import SocialReport

/// Where the pages of the site are, relative to its root; folders end in `/`.
enum Addresses {
  static func edition(_ edition: Edition) -> String { "\(edition.year.value)/" }

  static func page(_ name: String, of edition: Edition) -> String {
    "\(edition.year.value)/\(name)/"
  }

  static func objective(_ objective: Objective, of edition: Edition) -> String {
    page(objective.id.value, of: edition)
  }

  static func achievement(
    _ achievement: Achievement, of objective: Objective, _ edition: Edition
  ) -> String {
    page(objective.id.value, of: edition) + achievement.id.value + "/"
  }

  static func indicator(_ id: String, of edition: Edition) -> String {
    page("dati", of: edition) + id + "/"
  }

  /// The file with an indicator's series.
  static func csv(_ id: String, of edition: Edition) -> String {
    page("dati", of: edition) + id + ".csv"
  }

  static func group(_ slug: String, of edition: Edition) -> String {
    page("destinatari", of: edition) + slug + "/"
  }

  static func entry(_ id: String, in register: String, of edition: Edition) -> String {
    page(register, of: edition) + "#" + id
  }

  /// The id of an observation on its indicator's page.
  static func anchor(of period: Period) -> String {
    "oss-" + period.iso8601.replacing("/", with: "-")
  }

  /// The names below an edition that the program's own pages take.
  static let reserved: Set<String> = [
    "dati", "atti", "fonti", "glossario", "uffici", "piani", "destinatari", "documento", "file",
  ]

  /// The file that a page's address is served from.
  static func file(of address: String) -> String {
    address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
  }
}
