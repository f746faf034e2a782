import CLinux
import Glibc

/// Owner, rights and access control lists: what makes a copy as open or as private as what it is of.
enum Attributes {
  /// Gives a file or folder those of another, as far as this process may.
  ///
  /// - Parameter mode: the rights, where they are others than the old one's.
  /// - Returns: whether the owner and the group are those of the old one.
  static func copy(
    from old: Int32, to new: Int32, _ path: String, mode: UInt32? = nil
  ) throws(FileError) -> Bool {
    var (was, now) = (stat(), stat())
    guard unsafe fstat(old, &was) == 0, unsafe fstat(new, &now) == 0 else {
      throw FileError(.keep, path)
    }
    if (was.st_uid, was.st_gid) != (now.st_uid, now.st_gid),
      fchown(new, was.st_uid, was.st_gid) != 0
    {
      // Only the administrator gives files away; a group of one's own can be given.
      _ = fchown(new, uid_t.max, was.st_gid)
    }
    copyLists(from: old, to: new)
    // Last: a change of owner takes rights away.
    let wanted = (mode ?? was.st_mode) & 0o7777
    guard unsafe fstat(new, &now) == 0 else { throw FileError(.keep, path) }
    guard now.st_mode & 0o7777 == wanted || fchmod(new, wanted) == 0 else {
      throw FileError(.keep, path)
    }
    return was.st_uid == now.st_uid && was.st_gid == now.st_gid
  }

  /// Access control lists and the owner's own remarks; a file system without them has none to copy.
  private static func copyLists(from old: Int32, to new: Int32) {
    var names = [CChar](repeating: 0, count: 1 << 12)
    let length = unsafe flistxattr(old, &names, names.count)
    guard length > 0 else { return }
    for name in names[..<length].split(separator: 0) {
      let text = String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix("user.") || text.hasPrefix("system.posix_acl_") else { continue }
      var value = [UInt8](repeating: 0, count: 1 << 16)
      let size = unsafe fgetxattr(old, text, &value, value.count)
      guard size >= 0 else { continue }
      _ = unsafe fsetxattr(new, text, value, size, 0)
    }
  }
}
