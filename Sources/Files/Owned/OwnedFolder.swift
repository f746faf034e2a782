import Glibc

/// A folder in which files of ours stand among those of others.
///
/// Ours is what its list names, byte for byte, where it is a file, or a link in place of one; all else is
/// somebody's, whatever it is: a file, a link, a pipe (at any path), an empty folder. When a folder of ours is made anew, `carry` brings what is others' to the
/// new one before that takes the old one's place, and `giveUp` takes the old one away
/// afterwards, when it has looked once more for what came or changed meanwhile.
package struct OwnedFolder: Sendable {
  package let path: String
  let ours: OwnedPaths
  /// The file that says what is ours.
  let list: BytePath

  /// - Parameters:
  ///   - ours: the paths below it, but for the list.
  ///   - list: the name of the file that holds them.
  package init(_ path: String, ours: some Sequence<String>, list: String) {
    self.path = path
    self.ours = OwnedPaths(Array(ours) + [list])
    self.list = BytePath(list)
  }

  /// The same folder by another name.
  package init(at path: String, like other: OwnedFolder) {
    (self.path, ours, list) = (path, other.ours, other.list)
  }

  /// What is somebody else's.
  package struct Foreign: Sendable {
    package let path: BytePath
    package let stamp: FileStamp
  }

  /// All that is others', folders before what is in them; a folder that only ours make is none.
  package func foreign() throws(FileError) -> [Foreign] {
    var found: [Foreign] = []
    try look(in: try OpenFolder(path), at: BytePath(""), &found)
    return found
  }

  private func look(
    in folder: OpenFolder, at path: BytePath, _ found: inout [Foreign]
  ) throws(FileError) {
    for entry in try folder.entries() {
      let name = entry.name
      let path = path.appending(name)
      if let kind = entry.kind, ours.has(path, kind) { continue }
      guard let stamp = try folder.stamp(name) else { continue }
      guard stamp.kind == .folder else {
        if !ours.has(path, stamp.kind), !OwnedFolder.isBeingRemoved(name) {
          found.append(Foreign(path: path, stamp: stamp))
        }
        continue
      }
      if !ours.folders.contains(path) { found.append(Foreign(path: path, stamp: stamp)) }
      let inner = try folder.folder(name)
      // What is on another disk cannot come along, and taking it away here would take it away there.
      guard !inner.isMount else { throw FileError(.keep, inner.path, code: EXDEV) }
      try look(in: inner, at: path, &found)
    }
  }

  /// Whether it is what a network disk (NFS) keeps of a file that is removed while somebody reads it.
  private static func isBeingRemoved(_ name: BytePath) -> Bool {
    let beginning = Array(".nfs".utf8)
    return name.bytes.starts(with: beginning) && name.bytes.count > 20
      && name.bytes.dropFirst(beginning.count).allSatisfy {
        Character(Unicode.Scalar($0)).isHexDigit
      }
  }
}
