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
    let staged = try stage(bytes, insteadOf: path)
    do throws(FileError) {
      try staged.takePlace()
    } catch {
      try removeFile(staged.path)
      throw error
    }
  }

  /// Puts a file of the program's own in its place in one step, whether one is there or not; the folder is made.
  ///
  /// - Throws: `FileError`; what was there is then as it was.
  package static func put(_ bytes: [UInt8], at path: String) throws(FileError) {
    try makeFolder(Path.parent(of: path) ?? ".")
    let staged = StagedFile(for: path)
    try removeFile(staged.path)
    let descriptor = unsafe open(staged.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(.write, staged.path) }
    let made = NewFile(descriptor: descriptor, staged.path)
    do throws(FileError) {
      try made.write(bytes)
      // With the name before its bytes are there, a power cut would leave it empty.
      guard fsync(descriptor) == 0 else { throw FileError(.write, staged.path) }
      try made.finish()
      try staged.takePlace()
    } catch {
      try removeFile(staged.path)
      throw error
    }
  }

  /// Puts new bytes beside the file that they are for, whole and on the disk.
  ///
  /// - Parameter target: the name that they are to have, where it is another than the old file's.
  /// - Throws: `FileError`; nothing is there then that was not before.
  package static func stage(
    _ bytes: [UInt8], insteadOf path: String, at target: String? = nil
  ) throws(FileError) -> StagedFile {
    guard let file = try resolved(path) else { throw FileError(.read, path, code: ENOENT) }
    let old = try ReadableFile(file)
    let staged = StagedFile(for: target ?? file)
    let new = staged.path
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
      // With another name before its bytes are there, a power cut would leave it empty.
      guard fsync(descriptor) == 0 else { throw FileError(.write, new) }
      try made.finish()
    } catch {
      try removeFile(new)
      throw error
    }
    return staged
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

/// New bytes of a file under a name of their own, until they take its place.
package struct StagedFile: Sendable {
  /// The file that they are for.
  package let target: String

  package init(for target: String) { self.target = target }

  /// The name that they have until then.
  package var path: String {
    Path.join(Path.parent(of: target) ?? ".", ".\(Path.name(of: target)).bilancio-nuovo")
  }

  /// Gives them the file's name, in one step.
  package func takePlace() throws(FileError) {
    try FileSystem.rename(path, to: target)
    let folder = unsafe open(Path.parent(of: target) ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    // Some file systems keep no folder for a descriptor; there the name is as safe as it can be.
    fsync(folder)
    close(folder)
  }
}
