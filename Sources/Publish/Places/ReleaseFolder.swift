package import Diagnostics
import Files
import Glibc
package import Output

/// Releases of a site side by side in a folder, one of which is `current`.
///
///     releases/20261121T203000Z-1a2b3c4d/…   whole sites
///     current → releases/20261121T203000Z-1a2b3c4d
///
/// A web server that reads below `current` has the one release or the other, never parts of two. Nothing
/// is touched but what has a name and a manifest of ours.
package struct ReleaseFolder: Sendable {
  package struct Release: Sendable {
    /// When it was made and the beginning of its content hash.
    package let name: String
    package let folder: String
    package let manifest: Manifest

    /// When it was made, for people.
    package var spoken: Phrase { Timestamp(name: name)?.spoken ?? Phrase(it: name, en: name) }
  }

  package let path: String
  /// Whether files may be second names of those they are made from: on a disk of the program's own,
  /// where nobody edits them.
  let sharesFiles: Bool
  private var releases: String { Path.join(path, "releases") }
  private var link: String { Path.join(path, "current") }

  package init(_ path: String, sharesFiles: Bool) {
    (self.path, self.sharesFiles) = (path, sharesFiles)
  }

  /// Keeps the folder for this process.
  func lock() throws(PublishError) -> FolderLock {
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.makeFolder(releases)
      return try FolderLock(releases)
    }
  }

  // What is there

  /// Whole releases, the oldest first.
  package func all() throws(PublishError) -> [Release] {
    try PublishError.wrapping { () throws(FileError) in
      guard try FileSystem.found(releases) != nil else { return [] }
      var found: [Release] = []
      for name in try FileSystem.names(in: releases) where ReleaseFolder.isOurs(name) {
        let folder = Path.join(releases, name)
        guard try FileSystem.found(folder, followingLinks: false)?.kind == .folder else {
          continue
        }
        // An unreadable one is reported: ignoring it would lose track of other people's files in it.
        if let manifest = try Manifest.found(in: folder) {
          found.append(Release(name: name, folder: folder, manifest: manifest))
        }
      }
      return found
    }
  }

  /// The one that readers see, or saw last.
  package func current() throws(PublishError) -> Release? {
    let (isThere, target) = try PublishError.wrapping { () throws(FileError) in
      (
        try FileSystem.found(link, followingLinks: false) != nil,
        try FileSystem.target(ofLink: link)
      )
    }
    guard isThere else { return nil }
    guard let target, let name = ReleaseFolder.name(inTarget: target) else {
      throw .inTheWay(["current"], at: path)
    }
    return try all().first { $0.name == name }
  }

  /// The name of the release that a link leads to; nil where it leads to none of ours.
  private static func name(inTarget target: String) -> String? {
    let name = Path.name(of: target)
    return Path.folder(of: target) == "releases" && isOurs(name) ? name : nil
  }

  /// The one that was there before another.
  func before(_ release: Release) throws(PublishError) -> Release? {
    try all().last { $0.name < release.name }
  }

  /// The one that was there after another, until it was taken back.
  func after(_ release: Release) throws(PublishError) -> Release? {
    try all().first { $0.name > release.name }
  }

  /// Files of a release whose bytes are no longer those of its manifest.
  func damaged(_ release: Release) async throws(PublishError) -> [String] {
    let entries = release.manifest.entries
    let isWhole = { @Sendable (index: Int) throws(FileError) -> Bool in
      do throws(FileError) {
        let path = Path.join(release.folder, entries[index].path)
        return try Manifest.digest(ofFile: path) == entries[index].digest
      } catch  where ReleaseFolder.isNoFile(error) {
        return false
      }
    }
    do {
      let whole = try await Parallel.map(count: entries.count) { try isWhole($0) }
      return zip(entries, whole).filter { !$0.1 }.map(\.0.path)
    } catch {
      throw (error as? FileError).map { PublishError($0) }
        ?? PublishError(FileError(.read, release.folder, code: ECANCELED))
    }
  }

  /// Whether there is something else, or nothing, where a file was.
  private static func isNoFile(_ error: FileError) -> Bool {
    error.cause == .special || [ENOENT, ENOTDIR, EISDIR, ELOOP].contains(error.code ?? 0)
  }

  private static func isOurs(_ name: String) -> Bool {
    name.wholeMatch(of: /\d{8}T\d{6}Z(\.\d{6})?-[0-9a-f]{8}/) != nil
  }

  // Changes

  /// Names of releases that are being made or removed; whatever is there is cleared by the next run.
  private static let making = ".nuova-"
  private static let removing = ".via-"

  /// Puts a site beside the others.
  ///
  /// - Parameters:
  ///   - site: the folder of its files.
  ///   - isComplete: whether all files have to be there, as the manifest has them.
  func add(
    _ site: String, _ manifest: Manifest, at moment: Timestamp, isComplete: Bool = true
  ) throws(PublishError) -> Release {
    try clear()
    try removeUnseen()
    let name = try free(moment, manifest.digest)
    let folder = Path.join(releases, name)
    let unfinished = Path.join(releases, ReleaseFolder.making + name)
    do throws(FileError) {
      try FileSystem.makeFolder(unfinished)
      // The manifest comes first: it says which files are ours if the rest never arrives.
      try FileSystem.write(manifest.bytes, to: Path.join(unfinished, Manifest.name))
      let before = try seen()
      let folders = try MirroredFolders(unfinished, like: before?.path)
      let secondNames = SecondNames()
      for entry in manifest.entries {
        try folders.make(Path.folder(of: entry.path))
        do throws(FileError) {
          try put(
            entry, Path.join(site, entry.path), Path.join(unfinished, entry.path), secondNames)
        } catch  where !isComplete && (error.code == ENOENT || error.code == EBUSY) {
          // That is one of those that need not be there.
        }
      }
      _ = try before?.carry(to: unfinished, besides: OwnedFolder(unfinished, manifest))
      try folders.finish()
      try FileSystem.synchronise(unfinished)
      try FileSystem.rename(unfinished, to: folder)
    } catch {
      // What was made of it must not keep a full disk full; the mistake itself is told, and what is left is
      // cleared by the next run.
      try? remove(unfinished)
      throw PublishError(error)
    }
    return Release(name: name, folder: folder, manifest: manifest)
  }

  private func put(
    _ entry: Manifest.Entry, _ file: String, _ copy: String, _ secondNames: SecondNames
  ) throws(FileError) {
    let pieces = try ReadableFile(file)
    var hash = FileHash()
    if sharesFiles {
      try pieces.eachPiece { piece throws(FileError) in hash.update(piece) }
    } else {
      try pieces.copy(to: copy) { hash.update($0) }
    }
    // Somebody else may be making another site of the same folder.
    guard hash.digest == entry.digest else { throw FileError(.read, file, code: EBUSY) }
    if sharesFiles { try secondNames.give(file, as: copy) }
  }

  // What is others'

  /// The site that readers see, with what others put into it.
  private func seen() throws(FileError) -> OwnedFolder? {
    guard let target = try FileSystem.target(ofLink: link),
      ReleaseFolder.name(inTarget: target) != nil
    else { return nil }
    let folder = Path.join(path, target)
    return try Manifest.found(in: folder).map { OwnedFolder(folder, $0) }
  }

  /// What others put into the site that readers see is in the one they see next as well.
  func carryForeign(to release: Release) throws(FileError) {
    _ = try seen()?.carry(to: release.folder, besides: release.owned)
  }

  /// The files in a release that are none of its own, as people read their names, and whatever stands in the
  /// place of one of its own and is no file.
  func foreign(in release: Release) throws(FileError) -> (files: [String], inTheWay: Set<String>) {
    let all = try release.owned.foreign()
    let files = all.filter { $0.stamp.kind != .folder }.map(\.path.text)
    return (files, release.manifest.paths.intersection(all.map(\.path.text)))
  }

  /// A name that is later than all others, also where the clock was put back.
  private func free(_ moment: Timestamp, _ digest: String) throws(PublishError) -> String {
    ReleaseFolder.name(after: try all().last?.name, moment, digest)
  }

  /// - Parameter last: the name of the latest release; nil where there is none.
  static func name(after last: String?, _ moment: Timestamp, _ digest: String) -> String {
    guard let last, let before = Timestamp(name: last), before >= moment else {
      return moment.name + "-" + digest.prefix(8)
    }
    if before < Timestamp.last { return before.next.name + "-" + digest.prefix(8) }
    // There is no later moment to name it by; a full stop comes behind the line that else follows.
    let number = last.firstMatch(of: /\.(\d{6})-/).flatMap { Int($0.1) } ?? 0
    let digits = String(min(number + 1, 999_999))
    return before.name + "." + String(repeating: "0", count: 6 - digits.count) + digits + "-"
      + digest.prefix(8)
  }

  /// Lets readers see a release, in one step.
  func makeCurrent(_ release: Release) throws(PublishError) {
    let before = try current()
    let new = Path.join(path, ".current-nuovo")
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.removeFile(new)
      try FileSystem.makeLink(new, to: "releases/" + release.name)
      try FileSystem.rename(new, to: link)
      try FileSystem.synchronise(path)
      guard let before, before.name != release.name else { return }
      // What others put there until now; no more comes, for nobody sees it any longer.
      try before.owned.followUp(to: release.owned)
    }
  }

  /// Removes the oldest.
  func prune(keeping count: Int) throws(PublishError) {
    for release in try all().dropLast(max(1, count)) { try take(release) }
  }

  /// Removes those that were taken back, or never came to be seen: nobody goes back to them.
  private func removeUnseen() throws(PublishError) {
    guard let current = try current() else { return }
    for release in try all() where release.name > current.name { try take(release) }
  }

  /// Takes a release away so that half of it is never taken for a whole one.
  private func take(_ release: Release) throws(PublishError) {
    try PublishError.wrapping { () throws(FileError) in
      let away = Path.join(releases, ReleaseFolder.removing + release.name)
      try FileSystem.rename(release.folder, to: away)
      try remove(away)
    }
  }

  /// Clears away what interrupted runs left.
  func clear() throws(PublishError) {
    try PublishError.wrapping { () throws(FileError) in
      for name in try FileSystem.names(in: releases)
      where name.hasPrefix(ReleaseFolder.making) || name.hasPrefix(ReleaseFolder.removing) {
        try remove(Path.join(releases, name))
      }
    }
  }

  /// Removes the files of a manifest, the folders that are then empty and the manifest last; a file of
  /// somebody else's that readers do not see elsewhere stays, and so do the folders above it.
  private func remove(_ folder: String) throws(FileError) {
    let status = try FileSystem.found(folder, followingLinks: false)
    guard status?.kind == .folder else { return }
    try ReleaseFolder.owned(folder).shed(to: try seen())
  }

  /// A release that is being made or removed: of one that was ended while its list was written, nothing but
  /// the list is there.
  private static func owned(_ folder: String) throws(FileError) -> OwnedFolder {
    do throws(FileError) { return try OwnedFolder(site: folder) } catch  where error.isBrokenList {
      return OwnedFolder(folder, ours: [], list: Manifest.name)
    }
  }
}

extension ReleaseFolder.Release {
  /// The release with what others put into it.
  fileprivate var owned: OwnedFolder { OwnedFolder(folder, manifest) }
}
