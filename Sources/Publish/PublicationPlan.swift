import Files
package import Output

/// What publishing a site would change, before anything does.
package struct PublicationPlan: Sendable {
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
    let foreign = ForeignFolders(live)
    let before = (live.manifest ?? live.unfinished)?.paths ?? []
    pagesBefore = before.count(where: PublicationPlan.isPage)
    for entry in manifest.entries {
      if live.has(entry) {
        unchanged += 1
      } else if live.listing.files[entry.path] == nil {
        new.append(entry)
      } else {
        changed.append(entry)
      }
      let isForeign = live.listing.files[entry.path] != nil && ours[entry.path] == nil
      if isForeign || foreign.contains(entry.path) || live.inTheWay.contains(entry.path) {
        inTheWay.append(entry.path)
      }
      inTheWay += PublicationPlan.folders(of: entry.path).filter {
        live.listing.files[$0] != nil && ours[$0] == nil
      }
    }
    let paths = manifest.paths
    removed = ours.keys.filter { !paths.contains($0) && live.listing.files[$0] != nil }.sorted()
    inTheWay = Set(inTheWay).sorted()
    let gone = before.subtracting(paths).filter(PublicationPlan.isPage).sorted()
    guard !gone.isEmpty else { return }
    let successors = Successors(
      of: gone.count, among: paths.subtracting(before).filter(PublicationPlan.isPage).sorted(),
      titles)
    vanished = gone.map { path in
      VanishedPage(
        address: PublicationPlan.address(path),
        successor: successors[path].map(PublicationPlan.address))
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

  // Addresses

  static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }

  /// The folders above a path, nearest first.
  static func folders(of path: String) -> [String] {
    Array(sequence(first: Path.folder(of: path)) { $0.isEmpty ? nil : Path.folder(of: $0) })
      .filter { !$0.isEmpty }
  }

  /// What readers ask for: the folder of an `index.html`.
  static func address(_ path: String) -> String {
    path == "index.html" ? "" : path.hasSuffix("/index.html") ? String(path.dropLast(10)) : path
  }
}

/// Folders at a place in which anything is not ours, so that no file may take their place.
struct ForeignFolders {
  private let paths: Set<String>

  init(_ live: LiveSite) {
    let own = Set(live.ours.keys.flatMap(PublicationPlan.folders))
    let folders = live.listing.folders.subtracting(own)
    let files = live.listing.files.keys.filter { live.ours[$0] == nil }
    paths = folders.union((Array(folders) + files).flatMap(PublicationPlan.folders))
  }

  /// Whether a path is that of such a folder.
  func contains(_ path: String) -> Bool { paths.contains(path) }
}
