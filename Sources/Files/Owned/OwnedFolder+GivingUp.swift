import Glibc

extension OwnedFolder {
  /// Takes this folder away, whose place another has taken.
  ///
  /// What is others' and is not there yet, or has changed since it was carried there, goes there first.
  ///
  /// - Parameters:
  ///   - live: the folder that took its place.
  ///   - carried: what `carry` brought; nil where that was another process, which did not come to its end.
  /// - Returns: what could not be done. All that is others' is then there or still here, and a later call
  ///   goes on.
  package func giveUp(to live: OwnedFolder, _ carried: Carried?) -> [FileError] {
    do throws(FileError) {
      // Whoever has a file of this folder open may make another beside it while it is taken away.
      for _ in 0..<3 {
        var troubles = try handOver(to: live, carried)
        let folder = try OpenFolder(path)
        if clear(folder, at: BytePath(""), &troubles) {
          try folder.remove(list)
          if FileSystem.removeEmptyFolder(path) { return troubles }
        }
        if !troubles.isEmpty { return troubles }
      }
      throw FileError(.remove, path, code: ENOTEMPTY)
    } catch {
      return [error]
    }
  }

  /// Brings to the folder that took this one's place, which stays, what others put here until then.
  ///
  /// - Throws: `FileError` for the first thing that is here and cannot be there.
  package func followUp(to live: OwnedFolder) throws(FileError) {
    let carried = try carry(to: live.path, besides: live)
    let troubles = try handOver(to: live, carried) { carried.waiting.contains($0.path) }
    if let first = troubles.first { throw first }
  }

  /// Removes what is ours, and what the folder that readers see has of others' too; the rest stays, and so do
  /// the folders above it and the list.
  package func shed(to live: OwnedFolder?) throws(FileError) {
    var troubles: [FileError] = []
    if let live {
      var (old, new) = (
        FolderChain(try OpenFolder(path)), FolderChain(try OpenFolder(live.path))
      )
      for entry in try foreign() where entry.stamp.kind != .folder {
        let folder = entry.path.folder
        guard let there = try new.folder(folder)?.stamp(entry.path.name),
          there.isSame(entry.stamp) || there.isLike(entry.stamp)
        else { continue }
        try old.folder(folder)?.remove(entry.path.name)
      }
    }
    let folder = try OpenFolder(path)
    if clear(folder, at: BytePath(""), &troubles) {
      try folder.remove(list)
      FileSystem.removeEmptyFolder(path)
    }
    if let first = troubles.first { throw first }
  }

  private func handOver(
    to live: OwnedFolder, _ carried: Carried?, _ isMeant: (Foreign) -> Bool = { _ in true }
  ) throws(FileError) -> [FileError] {
    var heir = Heir(
      old: FolderChain(try OpenFolder(path)), new: FolderChain(try OpenFolder(live.path)),
      taken: live.ours, carried: carried)
    var troubles: [FileError] = []
    for entry in try foreign() where isMeant(entry) {
      do throws(FileError) { try heir.take(entry) } catch { troubles.append(error) }
    }
    return troubles
  }

  /// Removes what is ours but for the list, and the folders that are then empty.
  ///
  /// - Returns: whether nothing is left but the list.
  private func clear(
    _ folder: OpenFolder, at path: BytePath, _ troubles: inout [FileError]
  ) -> Bool {
    do throws(FileError) {
      folder.makeWorkable()
      var isClear = true
      for entry in try folder.entries() {
        let name = entry.name
        let path = path.appending(name)
        do throws(FileError) {
          let kind = try folder.kind(entry)
          if kind == .folder {
            let inner = try folder.folder(name)
            if clear(inner, at: path, &troubles) {
              try folder.remove(name, isFolder: true)
            } else {
              isClear = false
            }
            continue
          }
          // What is gone by now is in nobody's way.
          guard let kind else { continue }
          guard ours.has(path, kind) else {
            isClear = false
            continue
          }
          if path != list { try folder.remove(name) }
        } catch {
          isClear = false
          // Somebody put something there just now.
          if error.code != ENOTEMPTY { troubles.append(error) }
        }
      }
      return isClear
    } catch {
      troubles.append(error)
      return false
    }
  }
}

/// The folder that takes over what is others' in another.
private struct Heir {
  var old: FolderChain
  var new: FolderChain
  let taken: OwnedPaths
  let carried: OwnedFolder.Carried?
  /// The folder, with a stroke at its end, that was moved whole.
  private var moved: [UInt8]?

  init(
    old: FolderChain, new: FolderChain, taken: OwnedPaths, carried: OwnedFolder.Carried?
  ) {
    (self.old, self.new, self.taken, self.carried) = (old, new, taken, carried)
  }

  /// After this it is no longer in the old folder, but for folders.
  mutating func take(_ entry: OwnedFolder.Foreign) throws(FileError) {
    let (path, name) = (entry.path, entry.path.name)
    if let moved, path.bytes.starts(with: moved) { return }
    guard let from = try old.folder(path.folder) else { return }
    let there = try new.folder(path.folder)?.stamp(name)
    let was = carried?.stamps[path]
    if entry.stamp.kind == .folder {
      if there == nil, was == nil { try takeFolder(path, from) }
      return
    }
    guard !taken.files.contains(path), !taken.folders.contains(path) else {
      throw FileError(.keep, Path.join(from.path, name.text), code: EEXIST)
    }
    guard isNews(entry.stamp, there, was) else { return try from.remove(name) }
    let to = try new.folder(path.folder, makingAsIn: &old)
    try from.move(name, to: to, replacing: there != nil)
  }

  /// Whether what is in the old folder is not, or not so, in the new one.
  private func isNews(_ old: FileStamp, _ there: FileStamp?, _ was: FileStamp?) -> Bool {
    if let there, there.isSame(old) { return false }
    // What was carried and is gone from the new folder was taken away there, by others.
    if let was { return !(was.isSame(old) && was.isLike(old)) }
    guard let there else { return true }
    return !there.isLike(old) && there.modified < old.modified
  }

  private mutating func takeFolder(_ path: BytePath, _ from: OpenFolder) throws(FileError) {
    let to = try new.folder(path.folder, makingAsIn: &old)
    do throws(FileError) {
      try from.move(path.name, to: to, replacing: false)
      moved = path.bytes + [UInt8(ascii: "/")]
    } catch {
      // What is in it is moved one by one.
      let made = try new.folder(path, makingAsIn: &old)
      if let model = try old.folder(path) { try made.finish(like: model) }
    }
  }
}
