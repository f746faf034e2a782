import Glibc

extension OwnedFolder {
  /// What was brought to a new folder, as it was then.
  package struct Carried: Sendable {
    var stamps: [BytePath: FileStamp] = [:]
    /// What can only be moved, when the new folder is in place.
    var waiting: Set<BytePath> = []

    package init() {}
  }

  /// Brings all that is others' to a folder that is to take this one's place, as second names or as copies.
  ///
  /// What can be neither waits for `giveUp` or `followUp`, which move it.
  /// What the new folder has of others' already stays where it is as new.
  ///
  /// - Parameter taken: what the new folder has of ours.
  /// - Throws: `FileError` of the operation `.keep` and the number `EEXIST` where ours stands there.
  package func carry(to new: String, besides taken: OwnedFolder) throws(FileError) -> Carried {
    let all = try foreign()
    guard !all.isEmpty else { return Carried() }
    var carrier = Carrier(
      old: FolderChain(try OpenFolder(path)), new: FolderChain(try OpenFolder(new)),
      taken: taken.ours)
    for entry in all { try carrier.carry(entry, in: self) }
    try carrier.finish()
    return carrier.carried
  }
}

/// One run of `OwnedFolder.carry`.
private struct Carrier {
  var old: FolderChain
  var new: FolderChain
  let taken: OwnedPaths
  var carried = OwnedFolder.Carried()
  /// The folder, with a stroke at its end, that waits to be moved whole.
  private var waiting: [UInt8]?
  private var folders: [BytePath] = []

  init(old: FolderChain, new: FolderChain, taken: OwnedPaths) {
    (self.old, self.new, self.taken) = (old, new, taken)
  }

  mutating func carry(_ entry: OwnedFolder.Foreign, in owned: OwnedFolder) throws(FileError) {
    let path = entry.path
    if let waiting, path.bytes.starts(with: waiting) { return }
    let isFolder = entry.stamp.kind == .folder
    guard !taken.files.contains(path), isFolder || !taken.folders.contains(path) else {
      throw FileError(.keep, Path.join(owned.path, path.text), code: EEXIST)
    }
    // It may be gone by now.
    guard let from = try old.folder(path.folder) else { return }
    guard !isFolder else { return try carryFolder(entry, from) }
    let to = try new.folder(path.folder, makingAsIn: &old)
    if let there = try to.stamp(path.name) {
      let isNewer =
        there.isSame(entry.stamp) || there.isLike(entry.stamp)
        || there.modified > entry.stamp.modified
      if isNewer || there.kind == .folder { return }
      try to.remove(path.name)
    }
    guard let brought = try bring(entry, from, to) else {
      return try wait(for: [from], Path.join(from.path, path.name.text), path)
    }
    if brought { carried.stamps[path] = entry.stamp }
  }

  private mutating func carryFolder(
    _ entry: OwnedFolder.Foreign, _ from: OpenFolder
  ) throws(FileError) {
    // One that is there is as it should be.
    guard try new.folder(entry.path) == nil else { return }
    let stamp = try new.folder(entry.path, makingAsIn: &old).stamp()
    let hasItsOwner = (stamp.owner, stamp.group) == (entry.stamp.owner, entry.stamp.group)
    if hasItsOwner || taken.folders.contains(entry.path) {
      folders.append(entry.path)
      carried.stamps[entry.path] = entry.stamp
      return
    }
    // Its owner could no longer work in it.
    let outer = try new.folder(entry.path.folder, makingAsIn: &old)
    try outer.remove(entry.path.name, isFolder: true)
    let folder = try from.folder(entry.path.name)
    try wait(for: [from, folder], folder.path, entry.path)
    waiting = entry.path.bytes + [UInt8(ascii: "/")]
  }

  /// - Returns: false where it is gone, nil where there can be neither a second name nor a copy.
  private func bring(
    _ entry: OwnedFolder.Foreign, _ from: OpenFolder, _ to: OpenFolder
  ) throws(FileError) -> Bool? {
    let name = entry.path.name
    do throws(FileError) {
      if try from.link(name, to: to) { return true }
      throw FileError(.keep, Path.join(from.path, name.text), code: EEXIST)
    } catch  where error.operation == .link {
      switch entry.stamp.kind {
      case .file:
        do throws(FileError) { return try from.copyFile(name, to: to) ? true : nil } catch
          where error.operation == .read && (error.code == EACCES || error.code == EPERM)
        {
          return nil
        }
      case .link:
        try from.copyLink(name, to: to)
        return true
      case .folder, .other: return nil
      }
    } catch  where error.code == ENOENT {
      return false
    }
  }

  /// Sees that what waits can be moved later: nothing is to be missing from the new folder.
  private mutating func wait(
    for folders: [OpenFolder], _ path: String, _ what: BytePath
  ) throws(FileError) {
    guard folders.allSatisfy(\.mayChange) else { throw FileError(.keep, path, code: EPERM) }
    carried.waiting.insert(what)
  }

  /// Gives the folders of others the rights and times they had: only now is nothing more written in them.
  mutating func finish() throws(FileError) {
    for path in folders.reversed() {
      guard let model = try old.folder(path) else { continue }
      try new.folder(path, makingAsIn: &old).finish(like: model)
    }
  }
}
