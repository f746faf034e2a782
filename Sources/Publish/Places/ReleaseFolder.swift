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
    guard FileSystem.status(releases) != nil else { return [] }
    let names = try PublishError.wrapping { () throws(FileError) in
      try FileSystem.names(in: releases)
    }
    return names.compactMap { name in
      guard ReleaseFolder.isOurs(name) else { return nil }
      let folder = Path.join(releases, name)
      return Manifest(of: folder).map { Release(name: name, folder: folder, manifest: $0) }
    }
  }

  /// The one that readers see, or saw last.
  package func current() throws(PublishError) -> Release? {
    guard FileSystem.status(link, followingLinks: false) != nil else { return nil }
    guard let target = FileSystem.target(ofLink: link),
      Path.folder(of: target) == "releases", ReleaseFolder.isOurs(Path.name(of: target))
    else { throw .inTheWay(["current"], at: path) }
    let name = Path.name(of: target)
    return try all().first { $0.name == name }
  }

  /// The one that was there before another.
  func before(_ release: Release) throws(PublishError) -> Release? {
    try all().last { $0.name < release.name }
  }

  /// Files of a release whose bytes are no longer those of its manifest.
  func damaged(_ release: Release) async throws(PublishError) -> [String] {
    let entries = release.manifest.entries
    let isWhole = try? await Parallel.map(count: entries.count) { index in
      let bytes = try? FileSystem.read(Path.join(release.folder, entries[index].path))
      return bytes.map { Manifest.digest(of: $0) } == entries[index].digest
    }
    guard let isWhole else { return [] }
    return zip(entries, isWhole).filter { !$0.1 }.map(\.0.path)
  }

  private static func isOurs(_ name: String) -> Bool {
    name.wholeMatch(of: /\d{8}T\d{6}Z-[0-9a-f]{8}/) != nil
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
      // The manifest comes first: it tells what is ours, should the rest not come.
      try FileSystem.write(manifest.bytes, to: Path.join(unfinished, Manifest.name))
      for entry in manifest.entries {
        let copy = Path.join(unfinished, entry.path)
        try FileSystem.makeFolder(Path.parent(of: copy) ?? unfinished)
        do throws(FileError) {
          try put(entry, Path.join(site, entry.path), copy)
        } catch {
          if isComplete { throw error }
        }
      }
      try carryForeign(to: unfinished)
      try FileSystem.synchronise(unfinished)
      try FileSystem.rename(unfinished, to: folder)
    } catch {
      // What was made of it must not keep a full disk full.
      try? remove(unfinished)
      throw PublishError(error)
    }
    return Release(name: name, folder: folder, manifest: manifest)
  }

  private func put(
    _ entry: Manifest.Entry, _ file: String, _ copy: String
  ) throws(FileError) {
    let bytes = try FileSystem.read(file)
    // Somebody else may be making another site of the same folder.
    guard Manifest.digest(of: bytes) == entry.digest else {
      throw FileError(.read, file, code: EBUSY)
    }
    if sharesFiles, (try? FileSystem.link(file, as: copy)) != nil { return }
    try FileSystem.write(bytes, to: copy)
  }

  /// What others put into the site that readers see is in the one they see next as well.
  func carryForeign(to new: String) throws(FileError) {
    guard let current = try? current() else { return }
    for path in try foreign(in: current) {
      let copy = Path.join(new, path)
      guard FileSystem.status(copy, followingLinks: false) == nil else { continue }
      try FileSystem.makeFolder(Path.parent(of: copy) ?? new)
      try FileSystem.write(try FileSystem.read(Path.join(current.folder, path)), to: copy)
    }
  }

  /// The files in a release that are none of its own; links are not followed, and not told.
  func foreign(in release: Release) throws(FileError) -> [String] {
    let ours = release.manifest.paths.union([Manifest.name])
    var found: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in try FileSystem.entries(in: Path.join(release.folder, folder)) {
        let (name, kind) = (entry.name.text, entry.kind)
        let path = Path.join(folder, name)
        let full = Path.join(release.folder, path)
        switch kind ?? FileSystem.status(full, followingLinks: false)?.kind {
        case .folder: folders.append(path)
        case .file: if !ours.contains(path) { found.append(path) }
        default: break
        }
      }
    }
    return found
  }

  /// A name that is later than all others, also where the clock was put back.
  private func free(_ moment: Timestamp, _ digest: String) throws(PublishError) -> String {
    let last = try all().last.flatMap { Timestamp(name: $0.name) }
    let time = last.map { max(moment, $0.next) } ?? moment
    return time.name + "-" + digest.prefix(8)
  }

  /// Lets readers see a release, in one step.
  func makeCurrent(_ release: Release) throws(PublishError) {
    _ = try current()
    let new = Path.join(path, ".current-nuovo")
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.removeFile(new)
      try FileSystem.makeLink(new, to: "releases/" + release.name)
      try FileSystem.rename(new, to: link)
      try FileSystem.synchronise(path)
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
  /// somebody else's stays, and so do the folders above it.
  private func remove(_ folder: String) throws(FileError) {
    for entry in Manifest(of: folder)?.entries ?? [] {
      // A folder that somebody made a link leads to files that are not ours.
      let isWithin = Plan.folders(of: entry.path).allSatisfy { path in
        FileSystem.status(Path.join(folder, path), followingLinks: false)?.kind == .folder
      }
      if isWithin { try FileSystem.removeFile(Path.join(folder, entry.path)) }
    }
    try FileSystem.removeEmptyFolders(in: folder)
    try FileSystem.removeFile(Path.join(folder, Manifest.name))
    FileSystem.removeEmptyFolder(folder)
  }
}
