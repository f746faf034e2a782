import Diagnostics
import Files
package import Output

/// What publishing a site would change, before anything does.
package struct Plan: Sendable {
  /// A page that would no longer be at its address.
  package struct VanishedPage: Sendable {
    /// Relative to the site's root.
    package let address: String
    /// Where it may be now; nil where nothing is like it.
    package let successor: String?
  }

  package private(set) var new: [Manifest.Entry] = []
  package private(set) var changed: [Manifest.Entry] = []
  package private(set) var removed: [String] = []
  package private(set) var unchanged = 0
  /// Files of others that stand where files of the site go.
  package private(set) var inTheWay: [String] = []
  package private(set) var vanished: [VanishedPage] = []
  /// Files that are live and no longer as they were published.
  package let changedByHand: [String]
  /// Whether an earlier publication was interrupted.
  package let isResumption: Bool
  package let pagesBefore: Int

  /// - Parameter titles: of pages, for what may have moved.
  init(_ manifest: Manifest, over live: LiveSite, titles: PageTitles = PageTitles()) {
    changedByHand = live.changedByHand
    isResumption = live.unfinished != nil
    let ours = live.ours
    let before = (live.manifest ?? live.unfinished)?.paths ?? []
    pagesBefore = before.count(where: Plan.isPage)
    for entry in manifest.entries {
      if live.has(entry) {
        unchanged += 1
      } else if live.listing.files[entry.path] == nil {
        new.append(entry)
      } else {
        changed.append(entry)
      }
      let isForeign = live.listing.files[entry.path] != nil && ours[entry.path] == nil
      if isForeign || Plan.hasForeign(entry.path, live, ours) { inTheWay.append(entry.path) }
      inTheWay += Plan.folders(of: entry.path).filter {
        live.listing.files[$0] != nil && ours[$0] == nil
      }
    }
    let paths = manifest.paths
    removed = ours.keys.filter { !paths.contains($0) && live.listing.files[$0] != nil }.sorted()
    inTheWay = Set(inTheWay).sorted()
    let new = paths.subtracting(before).filter(Plan.isPage).sorted()
    vanished = before.subtracting(paths).filter(Plan.isPage).sorted().map { path in
      VanishedPage(
        address: Plan.address(path),
        successor: Plan.successor(of: path, among: new, titles).map(Plan.address))
    }
  }

  /// - Throws: `PublishError` where files of others would be replaced.
  package func refuseForeign(at place: String) throws(PublishError) {
    guard inTheWay.isEmpty else { throw .inTheWay(inTheWay, at: place) }
  }

  /// Whether what is live is what would be published.
  package var isEmpty: Bool { new.isEmpty && changed.isEmpty && removed.isEmpty && !isResumption }

  package var bytesToSend: Int { (new + changed).reduce(0) { $0 + $1.byteCount } }

  /// Whether so many pages vanish that it is more likely a mistake.
  package var removesMuch: Bool { vanished.count * 5 > pagesBefore }

  /// Whether a path is that of a folder in which anything is not ours.
  private static func hasForeign(
    _ path: String, _ live: LiveSite, _ ours: [String: Set<Manifest.Entry>]
  ) -> Bool {
    guard live.listing.folders.contains(path) else { return false }
    let own = Set(ours.keys.flatMap(folders))
    return !own.contains(path)
      || live.listing.files.keys.contains { $0.hasPrefix(path + "/") && ours[$0] == nil }
      || live.listing.folders.contains { $0.hasPrefix(path + "/") && !own.contains($0) }
  }

  // Addresses

  static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }

  /// The folders above a path, nearest first.
  static func folders(of path: String) -> [String] {
    Array(sequence(first: Path.folder(of: path)) { $0.isEmpty ? nil : Path.folder(of: $0) })
      .filter { !$0.isEmpty }
  }

  /// The new page that a page most likely became: of the same name, of the same title, else of nearly the
  /// same address.
  private static func successor(
    of path: String, among new: [String], _ titles: PageTitles
  ) -> String? {
    func only(_ candidates: [String]) -> String? { candidates.count == 1 ? candidates[0] : nil }
    let name = Path.lastPart(address(path))
    return only(new.filter { Path.lastPart(address($0)) == name })
      ?? titles.before(path).flatMap { title in only(new.filter { titles.now($0) == title }) }
      ?? NearMiss.candidates(for: path, among: new).first
  }

  /// What readers ask for: the folder of an `index.html`.
  static func address(_ path: String) -> String {
    path == "index.html" ? "" : path.hasSuffix("/index.html") ? String(path.dropLast(10)) : path
  }
}

extension Path {
  /// The last part of an address, with or without a `/` at its end.
  fileprivate static func lastPart(_ address: String) -> String {
    address.split(separator: "/").last.map(String.init) ?? ""
  }
}
