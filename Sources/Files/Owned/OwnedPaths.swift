/// The paths below a folder that are ours, and the folders they stand in, byte for byte.
package struct OwnedPaths: Sendable {
  let files: Set<BytePath>
  let folders: Set<BytePath>

  package init(_ paths: some Sequence<String>) {
    files = Set(paths.map { BytePath($0) })
    var folders: Set<BytePath> = []
    for file in files {
      for folder in file.folders where !folders.insert(folder).inserted { break }
    }
    self.folders = folders
  }

  /// Whether what stands at a path is ours.
  ///
  /// We write files, and whoever saves space may put links in their place, which hold nothing of their own. A
  /// pipe, a socket or a device is somebody's.
  func has(_ path: BytePath, _ kind: FileSystem.Kind) -> Bool {
    (kind == .file || kind == .link) && files.contains(path)
  }
}
