package import Files
import Glibc

/// The folder beside the target where a new site is made, kept by one build at a time until the old site
/// is away.
///
///     .NAME.bilancio/nuovo/       the site that is being made
///     .NAME.bilancio-vecchio-1/   the site whose place was taken, while it is taken away
///
/// The old site stays in the folder that it was in: so it can be moved also where it is not this user's.
/// These names are ours; what a killed build left there is cleared away by the next.
package struct Staging {
  private let lock: FolderLock
  private let home: String
  private let target: String
  /// Where the new site is made.
  package let path: String
  /// What could not be taken away, of this build's and of those before it.
  package private(set) var remains: [FileError] = []

  private static let new = "nuovo"
  /// Without the number of an old site.
  private var away: String { home + "-vecchio-" }

  package init(beside target: String) throws(OutputError) {
    self.target = target
    home = Path.join(Path.parent(of: target) ?? "/", ".\(Path.name(of: target)).bilancio")
    path = Path.join(home, Staging.new)
    do throws(FileError) {
      lock = try FolderLock(making: home)
      try tidy()
    } catch {
      throw error.operation == .lock ? .busy(target) : .file(error)
    }
  }

  /// Ends what an interrupted build began.
  private mutating func tidy() throws(FileError) {
    try FileSystem.removeTree(path)
    let (parent, ours) = (Path.parent(of: home) ?? "/", Path.name(of: away))
    for name in try FileSystem.names(in: parent) where name.hasPrefix(ours) {
      let old = Path.join(parent, name)
      // Between two renames, where there is no exchange, the site is nowhere else.
      if try FileSystem.found(target, followingLinks: false) == nil {
        try FileSystem.rename(old, to: target)
      } else {
        remember(try OwnedFolder(site: old).giveUp(to: OwnedFolder(site: target), nil))
      }
    }
  }

  /// All that is others', and of ours the first thing, which stands for the rest.
  private mutating func remember(_ troubles: [FileError]) {
    remains += troubles.filter { $0.operation == .keep }
    remains += troubles.filter { $0.operation != .keep }.prefix(1)
  }

  /// Takes the unfinished site away.
  package func discard() {
    // All of it is ours or has another name in the target, and what cannot be removed now is cleared by
    // the next build; the mistake that led here is told.
    try? FileSystem.removeTree(path)
    lock.removeFolder()
  }

  /// Puts the finished site in the target's place in one step, and takes the old one away.
  ///
  /// - Parameters:
  ///   - new: what of it is ours.
  ///   - old: the site that is there; nil where there is nothing.
  ///   - carried: what was brought from it.
  ///   - isDurable: waits until the disk has everything, so that even a power failure
  ///     leaves the old site or the new one.
  package mutating func put(
    _ new: OwnedFolder, inPlaceOf old: OwnedFolder?, _ carried: OwnedFolder.Carried,
    isDurable: Bool
  ) throws(FileError) {
    defer { lock.removeFolder() }
    if isDurable { try FileSystem.synchronise(path) }
    guard let old else { return try FileSystem.rename(path, to: target) }
    let away = try exchange()
    // From here on nothing is an error: the new site is in its place.
    remember(
      OwnedFolder(at: away, like: old).giveUp(to: OwnedFolder(at: target, like: new), carried))
  }

  /// - Returns: where the old site is now.
  private func exchange() throws(FileError) -> String {
    var number = 1
    while try FileSystem.found("\(away)\(number)", followingLinks: false) != nil { number += 1 }
    let away = "\(away)\(number)"
    // From here on what is in the folder may be the old site.
    try FileSystem.rename(path, to: away)
    do throws(FileError) {
      if try FileSystem.exchange(away, target) { return away }
    } catch {
      try FileSystem.rename(away, to: path)
      throw error
    }
    // Some network file systems cannot exchange two names; there the site is away for the time between two
    // renames.
    try FileSystem.rename(away, to: path)
    try FileSystem.rename(target, to: away)
    do throws(FileError) {
      try FileSystem.rename(path, to: target)
    } catch {
      try FileSystem.rename(away, to: target)
      throw error
    }
    return away
  }
}

extension OwnedFolder {
  /// A site of ours as its manifest has it; without one, nothing in the folder is ours.
  package init(site path: String) throws(FileError) {
    self.init(
      path, ours: try Manifest.found(in: path)?.entries.map(\.path) ?? [], list: Manifest.name)
  }

  /// The site that a manifest is of.
  package init(_ path: String, _ manifest: Manifest) {
    self.init(path, ours: manifest.entries.map(\.path), list: Manifest.name)
  }
}
