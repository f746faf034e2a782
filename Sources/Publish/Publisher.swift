import Diagnostics
package import Files
package import Output
package import SocialReport

/// Brings a site to a place, and back.
///
/// Every place has releases side by side: a folder (`tipo: cartella`) has them itself, and readers see the one
/// that `current` leads to; for a place elsewhere they are kept on this machine, and `current` is the one that
/// was brought there last.
package struct Publisher: Sendable {
  package let target: SiteInfo.PublishingTarget
  let releases: ReleaseFolder
  /// Nil where readers see the releases themselves.
  let remote: RemoteSite?
  /// A folder of this machine for what concerns this target.
  private let scratch: String

  /// - Parameters:
  ///   - home: the folder that holds what publications leave on this machine.
  ///   - sources: folders that the site is made from; none of them is a place to publish to.
  ///   - access: what this machine has for reaching others.
  /// - Throws: `PublishError` where the place is none.
  package init(
    _ target: SiteInfo.PublishingTarget, home: String, sources: [String], access: Access
  ) async throws(PublishError) {
    self.target = target
    // In a folder of their own, so that no name is one that the program uses.
    scratch = Path.join(home, "posti/" + target.name.value)
    guard target.method.value != .folder else {
      let location = Path.join(
        Path.parent(of: home) ?? ".", Publisher.expanded(target.location.value, access))
      try Publisher.refuse(location, sources)
      releases = ReleaseFolder(location, sharesFiles: false)
      remote = nil
      return
    }
    let location = target.location.value
    let nothing = Path.join(scratch, "vuota")
    let folder = scratch
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.makeFolder(folder)
      try FileSystem.makeFolder(nothing)
    }
    releases = ReleaseFolder(scratch, sharesFiles: true)
    let store: any FileStore =
      switch target.method.value {
      case .sftp: SFTPStore(place: try SecureShellPlace(location, access))
      case .rsync:
        RsyncStore(place: try SecureShellPlace(location, access), nothing: nothing)
      case .rclone, .folder: try await RcloneStore(location, patience: access.patience)
      }
    remote = RemoteSite(
      store: store, scratch: scratch, machine: try Machine(in: scratch),
      time: Turn.Time(patience: access.patience))
  }

  /// A folder of the user's own, as shells write it.
  private static func expanded(_ location: String, _ access: Access) -> String {
    guard let user = access.userFolder, location == "~" || location.hasPrefix("~/") else {
      return location
    }
    return user + location.dropFirst()
  }

  /// A folder that is not there is not made: it may be a disk that is not mounted.
  private static func refuse(_ location: String, _ sources: [String]) throws(PublishError) {
    let found = try PublishError.wrapping { () throws(FileError) -> String? in
      guard let path = try FileSystem.resolved(location),
        try FileSystem.found(path)?.kind == .folder
      else { return nil }
      return path
    }
    guard let path = found else {
      throw PublishError(
        Phrase(
          it: "la cartella `\(location)` non c'è", en: "there is no folder `\(location)`"),
        help: Phrase(
          it: "se sta su un disco di rete, forse non è collegato; altrimenti creala",
          en: "if it is on a network disk, that may not be mounted; otherwise make it"))
    }
    for source in sources {
      let root = try PublishError.wrapping { () throws(FileError) in
        try FileSystem.resolved(source)
      }
      guard let root, Path.contains(path, root) || Path.contains(root, path) else { continue }
      throw PublishError(
        Phrase(
          it: "non pubblico in `\(location)`: lì ci sono i testi o il tema",
          en: "nothing is published to `\(location)`: the texts or the theme are there"))
    }
  }

  /// The place in words.
  package var place: String { remote?.store.name ?? target.location.value }

  /// Keeps the target for this process.
  package func lock() throws(PublishError) -> FolderLock { try releases.lock() }

  // What is there

  /// - Parameter manifest: of the site that is to come; nil for none.
  package func live(for manifest: Manifest?) async throws(PublishError) -> LiveSite {
    if let remote { return try await remote.live(for: manifest) }
    var live = LiveSite()
    guard let current = try releases.current() else { return live }
    live.manifest = current.manifest
    for entry in current.manifest.entries { live.listing.files[entry.path] = entry.byteCount }
    let foreign = try PublishError.wrapping { () throws(FileError) in
      try releases.foreign(in: current)
    }
    for path in foreign.files { live.listing.files[path] = 0 }
    live.inTheWay = foreign.inTheWay
    live.changedByHand = try await releases.damaged(current).filter {
      !foreign.inTheWay.contains($0)
    }
    return live
  }

  /// What publishing a site would change.
  ///
  /// - Parameter site: the folder of its files.
  package func plan(
    _ manifest: Manifest, from site: String, over live: LiveSite
  ) throws(PublishError) -> PublicationPlan {
    PublicationPlan(manifest, over: live, titles: PageTitles(before: try copy(of: live), now: site))
  }

  /// The words that a plan changes for readers, as far as this machine has a copy of the live site.
  package func changes(
    _ plan: PublicationPlan, from site: String, over live: LiveSite, progress: @escaping Progress
  ) async throws(PublishError) -> SiteChanges {
    await SiteChanges(plan, before: try copy(of: live), now: site, progress)
  }

  /// The folder of this machine that holds what is live; nil where there is none.
  private func copy(of live: LiveSite) throws(PublishError) -> String? {
    guard let digest = live.manifest?.digest else { return nil }
    return try releases.all().last { $0.manifest.digest == digest }?.folder
  }

  /// Looks at every byte that is live.
  ///
  /// - Returns: the paths of files that are no longer as they were published, or are gone.
  package func changedByHand(
    _ live: LiveSite, progress: @escaping Progress
  ) async throws(PublishError) -> [String] {
    guard let remote else { return live.changedByHand }
    return try await remote.changedByHand(live, progress: progress)
  }

  // Changes

  /// - Throws: `PublishError` where another machine is publishing to the same place.
  package func refuseOthers(_ live: LiveSite) async throws(PublishError) {
    try await remote?.refuseOthers(live)
  }

  /// Publishes a site, and keeps what it replaces.
  ///
  /// - Parameter site: the folder of its files.
  /// - Returns: where files that were changed by hand were kept; nil where there were none.
  package func publish(
    _ manifest: Manifest, from site: String, over live: LiveSite, at moment: Timestamp,
    progress: @escaping Progress
  ) async throws(PublishError) -> String? {
    let release = { () async throws(PublishError) -> (ReleaseFolder.Release, String?) in
      let kept = try await keepHandChanges(live, moment)
      try await rememberLive(live, moment)
      return (try releases.add(site, manifest, at: moment), kept)
    }
    let (made, kept): (ReleaseFolder.Release, String?)
    if let remote {
      (made, kept) = try await remote.alone(over: live) { turn throws(PublishError) in
        let (made, kept) = try await release()
        try await remote.deliver(made, over: live, turn, progress: progress)
        return (made, kept)
      }
    } else {
      (made, kept) = try await release()
    }
    try releases.makeCurrent(made)
    try releases.prune(keeping: target.kept)
    return kept
  }

  /// Clears away what interrupted runs left, where there is nothing else to do.
  package func tidy(_ live: LiveSite) async throws(PublishError) {
    try releases.clear()
    if live.hasOldTickets { try await remote?.alone(over: live) { _ throws(PublishError) in } }
  }

  /// Brings back a release.
  package func restore(
    _ release: ReleaseFolder.Release, over live: LiveSite, at moment: Timestamp,
    progress: @escaping Progress
  ) async throws(PublishError) -> String? {
    let kept: String?
    if let remote {
      kept = try await remote.alone(over: live) { turn throws(PublishError) in
        let kept = try await keepHandChanges(live, moment)
        try await remote.deliver(release, over: live, turn, progress: progress)
        return kept
      }
    } else {
      kept = try await keepHandChanges(live, moment)
      try PublishError.wrapping { () throws(FileError) in
        try releases.carryForeign(to: release)
      }
    }
    try releases.makeCurrent(release)
    return kept
  }

  /// What somebody wrote into live files is not lost when they are replaced.
  private func keepHandChanges(
    _ live: LiveSite, _ moment: Timestamp
  ) async throws(PublishError) -> String? {
    let paths = live.changedByHand.filter { live.listing.files[$0] != nil }
    guard !paths.isEmpty else { return nil }
    let folder = try newFolder(named: moment.name)
    if let remote {
      try await remote.store.fetch(
        paths, to: folder, limit: paths.compactMap { live.listing.files[$0] }.max() ?? 0)
    } else if let current = try releases.current() {
      try PublishError.wrapping { () throws(FileError) in
        for path in paths {
          let file = Path.join(current.folder, path)
          // What is now a link, or gone, holds nothing that anybody wrote there.
          guard try FileSystem.found(file, followingLinks: false)?.kind == .file else { continue }
          let copy = Path.join(folder, path)
          try FileSystem.makeFolder(Path.parent(of: copy) ?? folder)
          try ReadableFile(file).copy(to: copy) { _ in }
        }
      }
    }
    return folder
  }

  /// A folder for changes made by hand that is not there yet: two publications may be of one second.
  private func newFolder(named name: String) throws(PublishError) -> String {
    try PublishError.wrapping { () throws(FileError) in
      let first = Path.join(scratch, "a-mano/" + name)
      var (folder, number) = (first, 1)
      while try FileSystem.found(folder, followingLinks: false) != nil {
        number += 1
        folder = "\(first)-\(number)"
      }
      return folder
    }
  }

  /// What another machine published is brought here before it is replaced, so that one can go back to it.
  private func rememberLive(_ live: LiveSite, _ moment: Timestamp) async throws(PublishError) {
    guard let remote, let manifest = live.manifest else { return }
    let digest = manifest.digest
    guard try !releases.all().contains(where: { $0.manifest.digest == digest }) else { return }
    let copy = Path.join(scratch, "in-linea")
    // What cannot be removed now is removed before the next use, or reported then.
    defer { try? FileSystem.removeTree(copy) }
    try PublishError.wrapping { () throws(FileError) in try FileSystem.removeTree(copy) }
    let there = manifest.entries.filter { live.listing.files[$0.path] != nil }
    try await remote.fetch(there, to: copy) { _, _ in }
    // With what somebody changed or removed by hand it is none to go back to, and is still between those
    // before and after it.
    try releases.makeCurrent(try releases.add(copy, manifest, at: moment, isComplete: false))
  }
}
