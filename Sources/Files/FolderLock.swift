import Glibc

/// Keeps a folder for one process at a time, until it is released or the process ends.
package final class FolderLock: Sendable {
  private let descriptor: Int32

  /// - Throws: `FileError` of the operation `.lock` where another process has it.
  package init(_ folder: String) throws(FileError) {
    descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.read, folder) }
    // Some network file systems know no locks; there nothing else can be done.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(descriptor)
      throw FileError(.lock, folder, code: EWOULDBLOCK)
    }
  }

  deinit { close(descriptor) }
}
