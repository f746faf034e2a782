import CLinux
import Glibc

/// A folder that is held open: what is done in it is done by the bytes of its names, and never
/// through a link that stands in it.
package final class OpenFolder: Sendable {
  let descriptor: Int32
  /// For messages.
  package let path: String

  private init(descriptor: Int32, path: String) {
    (self.descriptor, self.path) = (descriptor, path)
  }

  package convenience init(_ path: String) throws(FileError) {
    let descriptor = unsafe Glibc.open(path, OpenFolder.flags)
    guard descriptor >= 0 else { throw FileError(.list, path) }
    self.init(descriptor: descriptor, path: path)
  }

  deinit { close(descriptor) }

  private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

  private func full(_ name: BytePath) -> String { Path.join(path, name.text) }

  /// What is in it, in the order of the bytes of the names.
  package func entries() throws(FileError) -> [FileSystem.Entry] {
    let own = unsafe openat(descriptor, ".", OpenFolder.flags)
    guard own >= 0 else { throw FileError(.list, path) }
    return try FileSystem.entries(of: own, path)
  }

  /// What stands at a name, links not followed; nil where nothing does.
  package func stamp(_ name: BytePath) throws(FileError) -> FileStamp? {
    var information = stat()
    let result = unsafe name.call {
      unsafe fstatat(descriptor, $0, &information, AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else {
      if errno == ENOENT { return nil }
      throw FileError(.read, full(name))
    }
    return FileStamp(information)
  }

  /// The kind of an entry, asked for where the folder's list does not state it.
  func kind(_ entry: FileSystem.Entry) throws(FileError) -> FileSystem.Kind? {
    if let kind = entry.kind { return kind }
    return try stamp(entry.name)?.kind
  }

  /// Of the folder itself.
  package func stamp() throws(FileError) -> FileStamp {
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0 else { throw FileError(.read, path) }
    return FileStamp(information)
  }

  /// A folder in it; a link to a folder is none.
  package func folder(_ name: BytePath) throws(FileError) -> OpenFolder {
    let other = unsafe name.call { unsafe openat(descriptor, $0, OpenFolder.flags | O_NOFOLLOW) }
    guard other >= 0 else { throw FileError(.list, full(name)) }
    return OpenFolder(descriptor: other, path: full(name))
  }

  /// Makes a folder in it.
  ///
  /// - Returns: nil where something stands there already.
  package func makeFolder(_ name: BytePath) throws(FileError) -> OpenFolder? {
    guard unsafe name.call({ unsafe mkdirat(descriptor, $0, 0o755) }) == 0 else {
      if errno == EEXIST { return nil }
      throw FileError(.create, full(name))
    }
    return try folder(name)
  }

  /// Removes a file, a link, or a folder that is empty; what is gone already is no error.
  package func remove(_ name: BytePath, isFolder: Bool = false) throws(FileError) {
    let flags = isFolder ? AT_REMOVEDIR : 0
    guard unsafe name.call({ unsafe unlinkat(descriptor, $0, flags) }) == 0 || errno == ENOENT
    else {
      throw FileError(.remove, full(name))
    }
  }

  /// Moves what stands at a name to the same name of another folder.
  package func move(
    _ name: BytePath, to other: OpenFolder, replacing: Bool
  ) throws(FileError) {
    let keep: UInt32 = 1  // RENAME_NOREPLACE, linux/fs.h
    if !replacing {
      let code = unsafe name.call {
        unsafe renameat2(descriptor, $0, other.descriptor, $0, keep) == 0 ? 0 : errno
      }
      if code == 0 { return }
      // A file system without this flag is asked the long way round.
      guard code == EINVAL || code == ENOSYS || code == EOPNOTSUPP,
        try other.stamp(name) == nil
      else { throw FileError(.rename, other.full(name), code: code) }
    }
    guard unsafe name.call({ unsafe renameat(descriptor, $0, other.descriptor, $0) }) == 0 else {
      throw FileError(.rename, other.full(name))
    }
  }

  /// Gives what stands at a name the same name in another folder as well.
  ///
  /// - Returns: false where something stands there already.
  /// - Throws: `FileError` of the operation `.link` where no second name can be had.
  func link(_ name: BytePath, to other: OpenFolder) throws(FileError) -> Bool {
    guard unsafe name.call({ unsafe linkat(descriptor, $0, other.descriptor, $0, 0) }) == 0 else {
      let code = errno
      if code == EEXIST { return false }
      throw FileError(
        SecondNames.isRefusal(code) ? .link : .create, other.full(name), code: code)
    }
    return true
  }

  /// Whether this process may add names to it and take them away.
  package var mayChange: Bool { unsafe faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0 }

  /// Whether another disk, or another folder of this one, is mounted here.
  var isMount: Bool {
    var information = statx()
    let mount: UInt64 = 0x2000  // STATX_ATTR_MOUNT_ROOT, linux/stat.h
    let itself: Int32 = 0x1000  // AT_EMPTY_PATH, fcntl.h
    guard unsafe statx(descriptor, "", itself, 0, &information) == 0 else { return false }
    return information.stx_attributes & mount != 0
  }

  /// Takes the rights that it needs to be cleared, where it has them not and may.
  func makeWorkable() {
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0 else { return }
    let stamp = FileStamp(information)
    if !stamp.isWorkable { fchmod(descriptor, stamp.workable) }
  }

  /// Removes all that is in it, links not followed.
  package func clear() throws(FileError) {
    makeWorkable()
    for entry in try entries() {
      let name = entry.name
      guard try kind(entry) == .folder else {
        try remove(name)
        continue
      }
      _ = unsafe name.call { unsafe fchmodat(descriptor, $0, 0o700, 0) }
      try folder(name).clear()
      try remove(name, isFolder: true)
    }
  }
}
