import Glibc

/// Keeps a folder for one process at a time, until it is released or the process ends.
package final class FolderLock: Sendable {
  private let descriptor: Int32
  private let path: String

  /// - Throws: `FileError` of the operation `.lock` where another process has it.
  package convenience init(_ folder: String) throws(FileError) {
    self.init(descriptor: try FolderLock.take(folder, flags: 0), path: folder)
  }

  /// Makes a folder of ours, which is no link, and keeps it.
  package convenience init(making folder: String) throws(FileError) {
    // Whoever had it may take it away when it is done: what was kept by then is nobody's folder any more.
    for _ in 0..<100 {
      try FileSystem.makeFolder(folder)
      do throws(FileError) {
        let descriptor = try FolderLock.take(folder, flags: O_NOFOLLOW)
        if FolderLock.stands(descriptor, at: folder) {
          self.init(descriptor: descriptor, path: folder)
          return
        }
        close(descriptor)
      } catch {
        guard error.code == ENOENT else { throw error }
      }
    }
    throw FileError(.lock, folder, code: EWOULDBLOCK)
  }

  private init(descriptor: Int32, path: String) {
    (self.descriptor, self.path) = (descriptor, path)
  }

  deinit { close(descriptor) }

  private static func take(_ folder: String, flags: Int32) throws(FileError) -> Int32 {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags)
    guard descriptor >= 0 else { throw FileError(.read, folder) }
    // Some network file systems know no locks; there nothing else can be done.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(descriptor)
      throw FileError(.lock, folder, code: EWOULDBLOCK)
    }
    return descriptor
  }

  private static func stands(_ descriptor: Int32, at folder: String) -> Bool {
    var (kept, there) = (stat(), stat())
    return unsafe fstat(descriptor, &kept) == 0 && lstat(folder, &there) == 0
      && kept.st_dev == there.st_dev && kept.st_ino == there.st_ino
  }

  /// Takes the folder away if nothing is in it, before anybody else may have it.
  package func removeFolder() {
    // On a disk of another machine what was removed may be there for a moment still.
    if !FileSystem.removeEmptyFolder(path) { FileSystem.removeEmptyFolder(path) }
  }
}
