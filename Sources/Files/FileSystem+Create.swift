import Glibc

/// Files of people's own that the program begins for them.
extension FileSystem {
  /// Makes files that are not there yet, with the folders above them: all, or none.
  ///
  /// - Throws: `FileError`, with the name that is taken, or the one that could not be written; nothing is
  ///   there then that was not before.
  package static func create(_ files: [(path: String, bytes: [UInt8])]) throws(FileError) {
    for file in files where try found(file.path, followingLinks: false) != nil {
      throw FileError(.create, file.path, code: EEXIST)
    }
    var made = MadeFiles()
    do throws(FileError) {
      for file in files {
        try made.makeFolder(Path.folder(of: file.path))
        try made.write(file.bytes, to: file.path)
      }
    } catch {
      made.undo()
      throw error
    }
  }
}

/// What was made so far, so that it can be taken away again.
private struct MadeFiles {
  private var files: [String] = []
  /// Those above before those below.
  private var folders: [String] = []

  mutating func makeFolder(_ path: String) throws(FileError) {
    guard !path.isEmpty, path != "/" else { return }
    guard unsafe mkdir(path, 0o777) != 0 else {
      folders.append(path)
      return
    }
    if errno == ENOENT, case let above = Path.folder(of: path), !above.isEmpty {
      try makeFolder(above)
      guard unsafe mkdir(path, 0o777) == 0 else { throw FileError(.create, path) }
      folders.append(path)
      return
    }
    guard errno == EEXIST else { throw FileError(.create, path) }
    guard try FileSystem.found(path)?.kind == .folder else {
      throw FileError(.create, path, code: ENOTDIR)
    }
  }

  mutating func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    // The system takes from the rights what the user's mask says.
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw FileError(.create, path) }
    files.append(path)
    let made = NewFile(descriptor: descriptor, path)
    try made.write(bytes)
    try made.finish()
  }

  /// What cannot be taken away stays: the cause that is told is the first.
  func undo() {
    for path in files.reversed() { unsafe unlink(path) }
    for path in folders.reversed() { FileSystem.removeEmptyFolder(path) }
  }
}
