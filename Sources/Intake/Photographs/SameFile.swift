import Files

/// A file that is there already, whatever it is called.
enum SameFile {
  /// The path of one of a folder that has the same bytes; nil where there is none.
  ///
  /// - Parameter root: what the folder is relative to.
  static func path(of bytes: [UInt8], in folder: String, below root: String) -> String? {
    let home = Path.join(root, folder)
    let names = (try? FileSystem.names(in: home)) ?? []
    return names.sorted().first { name in
      let path = Path.join(home, name)
      return FileSystem.status(path)?.size == bytes.count
        && (try? FileSystem.read(path)) == bytes
    }.map { Path.join(folder, $0) }
  }
}
