import Glibc
import Synchronization

/// Second names for files of ours; copies with the same time where the disk gives no second names.
package final class SecondNames: Sendable {
  /// Learned from the first file, so that a slow disk is not asked for each.
  private let areRefused = Atomic(false)

  package init() {}

  /// Whether the system says that there is no second name to be had, and not that something is wrong:
  /// FAT knows none, some files have too many, some are others' (`protected_hardlinks`) or on other disks.
  static func isRefusal(_ code: Int32) -> Bool { ofDisk(code) || code == EMLINK || code == EACCES }

  private static func ofDisk(_ code: Int32) -> Bool {
    [EPERM, EXDEV, ENOSYS, EOPNOTSUPP, EINVAL].contains(code)
  }

  /// - Parameter new: a name that is free.
  package func give(_ old: String, as new: String) throws(FileError) {
    if !areRefused.load(ordering: .relaxed) {
      if unsafe link(old, new) == 0 { return }
      let code = errno
      guard SecondNames.isRefusal(code) else { throw FileError(.create, new, code: code) }
      if SecondNames.ofDisk(code) { areRefused.store(true, ordering: .relaxed) }
    }
    let file = try ReadableFile(old)
    try file.copy(to: new) { _ in }
    try FileSystem.setModified(new, toNanoseconds: file.status.modified)
  }
}
