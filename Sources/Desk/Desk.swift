import Files
import Glibc
import Writing

/// The author's own files on the disk: read as they are, written in one step and only as they were read.
package struct Desk: Sendable {
  private let root: String

  /// - Parameter root: the content's folder.
  package init(root: String) { self.root = root }

  /// The bytes of a file, which no link leads out of the folder to.
  package func read(_ path: String) throws(DeskError) -> [UInt8] {
    do throws(FileError) {
      return try Enclosure(root).file(path).bytes()
    } catch { throw .file(error) }
  }

  /// Puts new bytes in the place of those that were read.
  ///
  /// The folder is kept for this process between the last look and the new name, so that of two who write at the
  /// same time the second is told.
  package func write(_ new: [UInt8], to path: String, insteadOf old: [UInt8]) throws(DeskError) {
    guard new != old else { return }
    let full = Path.join(root, path)
    let isAsRead: Bool
    do throws(FileError) {
      let lock = try Desk.lock(Path.parent(of: full) ?? root)
      defer { withExtendedLifetime(lock) {} }
      isAsRead = try Enclosure(root).file(path).bytes() == old
      if isAsRead {
        try Desk.patiently { () throws(FileError) in try FileSystem.replace(full, with: new) }
      }
    } catch { throw .file(error) }
    guard isAsRead else { throw .changedMeanwhile(path) }
  }

  private static func lock(_ folder: String) throws(FileError) -> FolderLock {
    var tries = 0
    while true {
      do throws(FileError) {
        return try FolderLock(folder)
      } catch {
        guard error.operation == .lock, tries < 100 else { throw error }
        tries += 1
        usleep(50_000)
      }
    }
  }

  /// A share may refuse for a moment to give a name to another file, while somebody has that open.
  private static func patiently(
    _ work: () throws(FileError) -> Void
  ) throws(FileError) {
    let passing: Set<Int32> = [EBUSY, ETXTBSY, EACCES]
    for pause in [5_000, 10_000, 20_000, 40_000, 75_000, 75_000] as [UInt32] {
      do throws(FileError) {
        return try work()
      } catch {
        guard case .system(let code) = error.cause, passing.contains(code) else { throw error }
        usleep(pause)
      }
    }
    try work()
  }
}
