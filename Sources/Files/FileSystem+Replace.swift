import Glibc

/// Files of people's own into which the program writes a line.
extension FileSystem {
  /// Puts new bytes into a file in one step.
  ///
  /// It is there whole at every moment, and as open or as private as it was. What a link leads to is replaced,
  /// and the link stays.
  ///
  /// - Throws: `FileError`; the file is then as it was.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    guard let file = try resolved(path) else { throw FileError(.read, path, code: ENOENT) }
    let old = try ReadableFile(file)
    let new = replacement(of: file)
    // The name is ours, and what an interrupted run left there is of no use.
    try removeFile(new)
    let descriptor = unsafe open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(.write, new) }
    let made = NewFile(descriptor: descriptor, new)
    do throws(FileError) {
      try made.write(bytes)
      // Its owner could no longer work on it.
      guard try Attributes.copy(from: old.descriptor, to: descriptor, new) else {
        throw FileError(.write, file, code: EPERM)
      }
      try made.finish()
      try rename(new, to: file)
    } catch {
      try removeFile(new)
      throw error
    }
  }

  /// The name that the new bytes have until they are whole.
  private static func replacement(of file: String) -> String {
    Path.join(Path.parent(of: file) ?? ".", ".\(Path.name(of: file)).bilancio-nuovo")
  }

  /// Sees, without changing anything, that a file can be added to, or made where it is missing.
  ///
  /// - Parameter isWhole: whether it is to be replaced as a whole.
  /// - Throws: `FileError` where it could not be.
  package static func checkWriting(to path: String, isWhole: Bool) throws(FileError) {
    let isThere = try found(path) != nil
    if isThere, !isWhole {
      close(try openToWrite(path, flags: O_APPEND))
      return
    }
    let file = try resolved(path) ?? path
    guard unsafe access(Path.parent(of: file) ?? ".", W_OK | X_OK) == 0 else {
      throw FileError(isThere ? .write : .create, path)
    }
  }
}
