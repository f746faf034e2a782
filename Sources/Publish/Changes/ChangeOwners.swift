import Files

/// The page for which each change is reported: a page's text stands also on those that list it.
struct ChangeOwners {
  /// The pages that a change stands on, as numbers of them.
  private var places: [TextChange: [Int]] = [:]
  private var owners: [TextChange: Int] = [:]
  /// The changes that are nobody's own, as that of a footer.
  private(set) var shared: [TextChange] = []
  private let many: Int

  /// - Parameter many: on how many pages a change stands that may be of none of them.
  init(_ pages: [SiteChanges.Read], many: Int) {
    self.many = many
    for (index, read) in pages.enumerated() {
      for change in Set(read.page.changes) { places[change, default: []].append(index) }
    }
    for (change, places) in places {
      let isOwn = places.filter { !pages[$0].framed.contains(change) }
      let owner =
        places.count == 1
        ? places[0]
        : ChangeOwners.titled(change, places, pages) ?? ChangeOwners.linked(isOwn, pages)
          ?? (places.count < many ? ChangeOwners.deepest(places, pages) : nil)
      if let owner { owners[change] = owner } else { shared.append(change) }
    }
  }

  func owner(of change: TextChange) -> Int? { owners[change] }

  func isOnMany(_ change: TextChange) -> Bool { pages(with: change) >= many }

  func pages(with change: TextChange) -> Int { places[change]?.count ?? 0 }

  /// The one page whose own title changes so.
  private static func titled(
    _ change: TextChange, _ places: [Int], _ pages: [SiteChanges.Read]
  ) -> Int? {
    guard let before = change.before, let after = change.after else { return nil }
    let found = places.filter { place in
      let (old, new) = (pages[place].titleBefore, pages[place].page.title)
      return old != new && old.contains(before) && new.contains(after)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The one page that most of the others lead to, for they list it: the deepest of such, since each leads to
  /// those above it too.
  private static func linked(_ places: [Int], _ pages: [SiteChanges.Read]) -> Int? {
    let addresses = Dictionary(
      places.map { (Path.encoded(PublicationPlan.address(pages[$0].page.path))[...], $0) },
      uniquingKeysWith: { first, _ in first })
    var counts: [Int: Int] = [:]
    for place in places {
      let goals = pages[place].links.compactMap { goal(of: $0, addresses) }
      for goal in Set(goals) where goal != place { counts[goal, default: 0] += 1 }
    }
    let ranked = counts.filter { $0.value * 2 >= places.count - 1 }
      .map { (rank: (depth(pages[$0.key]), $0.value), place: $0.key) }
      .sorted { $0.rank > $1.rank }
    guard let first = ranked.first, ranked.count == 1 || ranked[1].rank < first.rank else {
      return nil
    }
    return first.place
  }

  /// The page that a link leads to, below whatever folder the site is in on its server.
  private static func goal(of link: String, _ addresses: [Substring: Int]) -> Int? {
    var rest = link.prefix { $0 != "#" && $0 != "?" }
    while let slash = rest.firstIndex(of: "/") {
      rest = rest[rest.index(after: slash)...]
      // Any folder ends so; the first page lists others and is listed by none.
      if rest.isEmpty { return nil }
      if let found = addresses[rest] { return found }
    }
    return nil
  }

  /// The first of those that are deepest in the site.
  private static func deepest(_ places: [Int], _ pages: [SiteChanges.Read]) -> Int? {
    places.max { (depth(pages[$0]), $1) < (depth(pages[$1]), $0) }
  }

  private static func depth(_ read: SiteChanges.Read) -> Int {
    read.page.path.utf8.count { $0 == UInt8(ascii: "/") }
  }
}
