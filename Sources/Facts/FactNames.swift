import Diagnostics
import SocialReport

/// The names of an edition's facts, for links that name none of them.
package struct FactNames: Sendable {
  let acts: KnownNames
  let sources: KnownNames
  let terms: KnownNames
  let indicators: KnownNames
  let pages: KnownNames
  /// Of what has lists that can be counted.
  let owners: KnownNames
  /// Of the pages with a path of several names, the first by each last name.
  private let wholePaths: [String: String]
  /// The ids of objectives whose folders share a name.
  private let alike: [String: [String]]

  init(_ edition: Edition, pages: some Collection<String>) {
    acts = KnownNames(edition.acts.map(\.id.value))
    sources = KnownNames(edition.sources.map(\.id.value))
    terms = KnownNames(edition.terms.map(\.id.value))
    let indicators = edition.indicators.map(\.id.value)
    self.indicators = KnownNames(indicators)
    self.pages = KnownNames(pages)
    owners = KnownNames(edition.plans.map(\.id.value) + pages + indicators)
    var wholePaths: [String: String] = [:]
    for page in pages {
      guard let slash = page.utf8.lastIndex(of: UInt8(ascii: "/")) else { continue }
      let last = String(page[page.utf8.index(after: slash)...])
      if let other = wholePaths[last], other <= page { continue }
      wholePaths[last] = page
    }
    self.wholePaths = wholePaths
    var alike: [String: [String]] = [:]
    for objective in edition.objectives {
      if let name = objective.shared?.name { alike[name, default: []].append(objective.id.value) }
    }
    self.alike = alike
  }

  /// The path of a page that is named by the last of its names alone.
  func wholePath(to last: String) -> String? { wholePaths[last] }

  /// The ids of the objectives whose folders are called so, in the order of the report.
  func objectives(called name: String) -> [String] { alike[name] ?? [] }
}
