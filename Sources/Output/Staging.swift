import CLinux
import Files
import Glibc

/// The folder beside the target where a new site is made, held by one build at a time.
///
/// Its name is ours; what a killed build left there is cleared away by the next.
struct Staging {
  private let lock: FolderLock
  let path: String

  init(_ target: Target) throws(OutputError) {
    path = target.staging
    do throws(FileError) {
      if let status = FileSystem.status(path, followingLinks: false), status.kind != .folder {
        throw FileError(.create, path, code: ENOTDIR)
      }
      try FileSystem.makeFolder(path)
      lock = try FolderLock(path)
      try clear()
    } catch {
      throw error.operation == .lock ? .busy(target.path) : .file(error)
    }
  }

  private func clear() throws(FileError) {
    for name in try FileSystem.names(in: path) { try FileSystem.removeTree(Path.join(path, name)) }
  }

  /// Takes the unfinished site away.
  func discard() {
    // What cannot be removed now is cleared by the next build.
    try? FileSystem.removeTree(path)
  }

  /// Puts the finished site in the target's place in one step, and removes the old one.
  ///
  /// - Parameter isDurable: waits until the disk has everything, so that even a power failure
  ///   leaves the old site or the new one.
  func swap(with target: Target, isDurable: Bool) throws(FileError) {
    if isDurable { try FileSystem.synchronise(path) }
    guard target.exists else { return try FileSystem.rename(path, to: target.path) }
    let exchange: UInt32 = 2  // RENAME_EXCHANGE, linux/fs.h
    if unsafe renameat2(AT_FDCWD, path, AT_FDCWD, target.path, exchange) != 0 {
      guard errno == EINVAL || errno == ENOSYS else { throw FileError(.rename, target.path) }
      // Some network file systems cannot exchange two names; there the target is away for the
      // time between two renames.
      let old = path + "-old"
      try FileSystem.removeTree(old)
      try FileSystem.rename(target.path, to: old)
      do {
        try FileSystem.rename(path, to: target.path)
      } catch {
        try FileSystem.rename(old, to: target.path)
        throw error
      }
      try FileSystem.rename(old, to: path)
    }
    // The site is in place; an old one that cannot be removed now is cleared by the next build.
    try? FileSystem.removeTree(path)
  }
}
