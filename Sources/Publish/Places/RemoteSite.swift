import Diagnostics
import Files
import Glibc
import Output

/// A site at a place that is reached file by file.
///
/// Two lists stand there: the manifest of the site that was published last, and, while a publication goes
/// on, the list of all that may be there by then (`.bilancio-in-corso/elenco.csv`). The second is written before
/// anything else and removed after everything else, so that the run after an interruption knows
/// which files are ours. Files come before pages, pages before what lists them, removals last: at every
/// moment the pages that are there find what they need.
struct RemoteSite: Sendable {
  let store: any FileStore
  /// A folder of this machine for lists on their way, and for what it remembers of interruptions.
  let scratch: String
  let machine: Machine
  let time: Turn.Time
  private var journal: Journal { Journal(path: Path.join(scratch, "arrivati.csv")) }

  /// The folder at the place that holds what only a publication needs.
  static let work = ".bilancio-in-corso"
  /// A list of more than a million files is none of ours.
  private static let listBound = 256 << 20
  /// As many numbers as a size may be.
  private static let chances = 1 << 40
  private static let list = work + "/elenco.csv"
  /// Where the list is for a moment at a place that cannot replace a file in one step.
  private static let stagedList = RcloneStore.staging + "/" + list

  /// - Parameter manifest: of the site that is to come, whose folders are looked at too; nil for none.
  func live(for manifest: Manifest?) async throws(PublishError) -> LiveSite {
    var live = LiveSite()
    let (top, lists) = try await lists()
    live.lists = lists
    let tickets = Ticket.all(in: top)
    live.busy = tickets.filter { $0.machine != machine.id && time.isAlive($0) }.max()
    live.hasOldTickets = live.busy == nil && !tickets.isEmpty
    var flaw: Manifest.Flaw?
    if let bytes = lists.manifest {
      do throws(Manifest.Flaw) { live.manifest = try Manifest(bytes: bytes) } catch { flaw = error }
    }
    if let bytes = lists.unfinished {
      let entries = RemoteSite.states(bytes)
      live.unfinished = Manifest(entries.filter { $0.path != RemoteSite.list })
      live.goal = entries.first { $0.path == RemoteSite.list }?.digest
      live.arrived = try journal.arrived(since: bytes)
    } else {
      // What nobody announced is nobody's of ours: a manifest that cannot be read, files where ours go.
      if let flaw { throw .brokenList(flaw, at: store.name) }
      let foreign = top.files.keys.filter {
        $0.hasPrefix(RemoteSite.work + "/") && Ticket(path: $0) == nil && live.busy == nil
      }
      guard foreign.isEmpty else { throw .inTheWay(foreign.sorted(), at: store.name) }
    }
    let paths = Set(live.ours.keys).union(manifest?.paths ?? [])
    live.listing = try await store.list(
      Set(paths.flatMap { PublicationPlan.folders(of: $0) } + [""]))
    // While a publication is unfinished a file may have any of its states.
    live.changedByHand = (live.manifest?.entries ?? []).map(\.path).filter { path in
      guard let size = live.listing.files[path] else { return live.unfinished == nil }
      return live.ours[path]?.contains { $0.byteCount == size } != true
    }
    return live
  }

  /// All that may be there.
  ///
  /// A list of which only a part arrived says nothing, and need not: it comes before anything else does.
  private static func states(_ bytes: [UInt8]) -> [Manifest.Entry] {
    do throws(Manifest.Flaw) {
      return try Manifest(bytes: bytes, hasStates: true).entries
    } catch { return [] }
  }

  /// What the two lists at the place are, as far as they are there.
  struct Lists: Sendable, Equatable {
    var manifest: [UInt8]?
    var unfinished: [UInt8]?
  }

  private func lists() async throws(PublishError) -> (top: Listing, Lists) {
    let top = try await store.list(
      ["", RemoteSite.work, Path.folder(of: RemoteSite.stagedList)])
    let list = top.files[RemoteSite.list] == nil ? RemoteSite.stagedList : RemoteSite.list
    let there = [Manifest.name, list].filter { top.files[$0] != nil }
    let fetched = Path.join(scratch, "letti")
    try empty(fetched)
    var lists = Lists()
    guard !there.isEmpty else { return (top, lists) }
    try await store.fetch(there, to: fetched, limit: 0)
    func bytes(_ path: String) throws(PublishError) -> [UInt8]? {
      guard there.contains(path) else { return nil }
      return try PublishError.wrapping { () throws(FileError) in
        try FileSystem.read(Path.join(fetched, path), atMost: RemoteSite.listBound)
      }
    }
    lists.manifest = try bytes(Manifest.name)
    lists.unfinished = try bytes(list)
    return (top, lists)
  }

  /// Looks at the bytes of all that is live.
  ///
  /// - Returns: the paths of files that are no longer as they were published, or are gone.
  func changedByHand(_ live: LiveSite, progress: @escaping Progress) async throws(PublishError)
    -> [String]
  {
    guard let manifest = live.manifest else { return [] }
    let there = manifest.entries.filter { live.listing.files[$0.path] == $0.byteCount }
    let copy = Path.join(scratch, "confronto")
    try empty(copy)
    // What cannot be removed now is removed before the next use, or reported then.
    defer { try? FileSystem.removeTree(copy) }
    try await fetch(there, to: copy, progress)
    let same = try PublishError.wrapping { () throws(FileError) in
      var same: Set<Manifest.Entry> = []
      for entry in there {
        do throws(FileError) {
          let digest = try Manifest.digest(ofFile: Path.join(copy, entry.path))
          if digest == entry.digest { same.insert(entry) }
        } catch  where error.code == ENOENT {
          // It went away just now.
        }
      }
      return same
    }
    return manifest.entries.filter { !same.contains($0) }.map(\.path)
  }

  /// Brings all of the live site to a folder of this machine, with its manifest.
  func fetch(_ entries: [Manifest.Entry], to folder: String, _ progress: @escaping Progress)
    async throws(PublishError)
  {
    var steps = Steps(entries.reduce(0) { $0 + $1.byteCount }, progress)
    for batch in Batch.split(entries) {
      try await store.fetch(
        batch.map(\.path), to: folder, limit: batch.map(\.byteCount).max() ?? 0)
      steps.advance(batch)
    }
  }

  // Publication

  /// - Throws: `PublishError` where another machine was publishing when the place was looked at.
  func refuseOthers(_ live: LiveSite) async throws(PublishError) {
    guard let other = live.busy else { return }
    throw await Turn(store, scratch: scratch, machine, time).busy(other)
  }

  /// Changes the place while no other machine does.
  ///
  /// - Parameter live: what the place held when it was looked at, and still has to.
  func alone<Value: Sendable>(
    over live: LiveSite, _ body: (Turn) async throws(PublishError) -> Value
  ) async throws(PublishError) -> Value {
    let turn = Turn(store, scratch: scratch, machine, time)
    do throws(PublishError) {
      try await turn.take()
      guard try await lists().1 == live.lists else {
        throw PublishError(
          Phrase(
            it: "in \(store.name) qualcuno ha pubblicato mentre guardavo che cosa c'è",
            en: "somebody published to \(store.name) while it was being looked at"),
          help: Phrase(
            it: "ripeti: il piano si rifà con quello che c'è adesso",
            en: "repeat: the plan is made anew with what is there now"))
      }
      let value = try await body(turn)
      try await turn.end()
      return value
    } catch {
      await turn.giveUp()
      throw error
    }
  }

  /// Makes the place hold a release, and nothing else of ours.
  func deliver(
    _ release: ReleaseFolder.Release, over live: LiveSite, _ turn: Turn,
    progress: @escaping Progress
  ) async throws(PublishError) {
    let manifest = release.manifest
    let missing = manifest.entries.filter { !live.has($0) }
    try await announce(live, manifest)
    // What stands where a folder has to be, or in a folder where a file has to be, goes first.
    let paths = manifest.paths
    let folders = Set(paths.flatMap { PublicationPlan.folders(of: $0) })
    try await removeOld(live, paths) { path in
      folders.contains(path) || PublicationPlan.folders(of: path).contains(where: paths.contains)
    }
    var steps = Steps(missing.reduce(0) { $0 + $1.byteCount }, progress)
    let present = Set(live.listing.files.keys)
    for rank in Rank.allCases {
      for batch in Batch.split(missing.filter { Rank($0.path) == rank }) {
        let paths = batch.map(\.path)
        try journal.expect(paths)
        try await turn.during { () throws(PublishError) in
          try await store.put(paths, from: release.folder, replacing: present.intersection(paths))
        }
        try journal.add(batch)
        steps.advance(batch)
      }
    }
    // Whoever was taken for dead neither says that this site is the one that is live nor removes anything.
    try await turn.confirm()
    try await store.put(
      [Manifest.name], from: release.folder, replacing: present.intersection([Manifest.name]))
    try await removeOld(live, manifest.paths) { _ in true }
    try await turn.confirm()
    try await store.clearWork(RemoteSite.list)
    // Who slept before this is no longer the one whose site is there.
    try await turn.confirm()
    journal.end()
  }

  /// Says what may be there from now on.
  private func announce(_ live: LiveSite, _ manifest: Manifest) async throws(PublishError) {
    var all = live.ours.values.reduce(into: Set(manifest.entries)) { $0.formUnion($1) }
    // A random line of its own names the place, and makes this list differ from any other.
    all.insert(
      Manifest.Entry(
        path: RemoteSite.list, byteCount: .random(in: 0..<RemoteSite.chances),
        digest: manifest.digest))
    let bytes = Manifest(Array(all)).bytes
    let written = Path.join(scratch, "scritti")
    try empty(written)
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.makeFolder(Path.join(written, RemoteSite.work))
      try FileSystem.write(bytes, to: Path.join(written, RemoteSite.list))
    }
    try journal.begin(bytes, arrived: live.arrived)
    try await store.put(
      [RemoteSite.list], from: written,
      replacing: live.unfinished == nil ? [] : [RemoteSite.list])
  }

  private func removeOld(
    _ live: LiveSite, _ paths: Set<String>, where isMeant: (String) -> Bool
  ) async throws(PublishError) {
    let old = live.ours.keys.filter {
      !paths.contains($0) && live.listing.files[$0] != nil && isMeant($0)
    }
    guard !old.isEmpty else { return }
    let left = Set(live.listing.files.keys).union(paths).subtracting(old)
    // Folders that hold, by then, no file of anybody, and no folder that is not ours.
    let needed = Set(left.flatMap { PublicationPlan.folders(of: $0) })
    let candidates = Set(old.flatMap { PublicationPlan.folders(of: $0) }).subtracting(needed)
    let foreign = live.listing.folders.subtracting(candidates)
    let emptied = candidates.subtracting(foreign.flatMap { PublicationPlan.folders(of: $0) })
    for batch in Batch.split(old.sorted()) { try await store.remove(batch, folders: []) }
    if !emptied.isEmpty { try await store.remove([], folders: emptied.sorted(by: >)) }
  }

  private func empty(_ folder: String) throws(PublishError) {
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.removeTree(folder)
      try FileSystem.makeFolder(folder)
    }
  }

  /// In which order files come.
  private enum Rank: CaseIterable {
    /// What pages load and lead to.
    case asset
    case page
    /// What leads to pages: for search engines and servers.
    case index

    init(_ path: String) {
      switch path {
      case "sitemap.xml", "robots.txt", ".htaccess": self = .index
      default: self = PublicationPlan.isPage(path) ? .page : .asset
      }
    }
  }
}
