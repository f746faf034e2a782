import Diagnostics
import Files

/// The new page that a page most likely became: of the same name, of the same title, else of nearly the same
/// address.
struct Successors {
  private let new: [String]
  private let titles: PageTitles
  private let byName: [String: [String]]
  private let byTitle: [String: [String]]
  /// Where so many pages moved, an address that is only like another says nothing.
  private let hasNearMisses: Bool

  private static let mostPairs = 10_000

  /// - Parameters:
  ///   - gone: how many pages are looked for.
  ///   - new: the paths of pages that were not there before.
  init(of gone: Int, among new: [String], _ titles: PageTitles) {
    (self.new, self.titles) = (new, titles)
    byName = Dictionary(grouping: new, by: Successors.name)
    let known = new.compactMap { path in titles.now(path).map { (path, $0) } }
    byTitle = Dictionary(grouping: known, by: \.1).mapValues { $0.map(\.0) }
    hasNearMisses = new.count <= Successors.mostPairs / max(1, gone)
  }

  subscript(_ path: String) -> String? {
    only(byName[Successors.name(of: path)])
      ?? titles.before(path).flatMap { only(byTitle[$0]) }
      ?? (hasNearMisses ? NearMiss.candidates(for: path, among: new).first : nil)
  }

  private func only(_ candidates: [String]?) -> String? {
    candidates.flatMap { $0.count == 1 ? $0[0] : nil }
  }

  /// The last part of a page's address.
  private static func name(of path: String) -> String {
    PublicationPlan.address(path).split(separator: "/").last.map(String.init) ?? ""
  }
}
