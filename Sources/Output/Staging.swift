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
    try FileSystem.put(path, inPlaceOf: target.path)
  }
}
