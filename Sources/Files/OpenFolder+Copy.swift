import Glibc

extension OpenFolder {
  /// Copies a file to the same name of another folder, with its owner, rights and time.
  ///
  /// - Returns: false, and no copy, where its owner cannot be given to another.
  func copyFile(_ name: BytePath, to other: OpenFolder) throws(FileError) -> Bool {
    let path = Path.join(other.path, name.text)
    let found = unsafe name.call { unsafe openat(descriptor, $0, ReadableFile.flags | O_NOFOLLOW) }
    let old = try ReadableFile(found, Path.join(self.path, name.text))
    // Nobody else's until it is as private as it was.
    let made = unsafe name.call {
      unsafe openat(other.descriptor, $0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    }
    guard made >= 0 else { throw FileError(errno == EEXIST ? .keep : .write, path) }
    let new = NewFile(descriptor: made, path)
    try old.eachPiece { piece throws(FileError) in try new.write(piece) }
    let isKept = try Attributes.copy(from: old.descriptor, to: made, path)
    let times = FileStamp.times(old.status.modified)
    guard unsafe futimens(made, times) == 0 else { throw FileError(.keep, path) }
    try new.finish()
    if !isKept { try other.remove(name) }
    return isKept
  }

  /// Makes a link of the same name in another folder that leads to the same path, followed or not.
  func copyLink(_ name: BytePath, to other: OpenFolder) throws(FileError) {
    let path = Path.join(other.path, name.text)
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = unsafe name.call { unsafe readlinkat(descriptor, $0, &target, Int(PATH_MAX)) }
    guard length >= 0 else { throw FileError(.read, Path.join(self.path, name.text)) }
    guard unsafe name.call({ unsafe symlinkat(target, other.descriptor, $0) }) == 0 else {
      throw FileError(errno == EEXIST ? .keep : .create, path)
    }
    if let stamp = try stamp(name) {
      let times = FileStamp.times(stamp.modified)
      _ = unsafe name.call { unsafe utimensat(other.descriptor, $0, times, AT_SYMLINK_NOFOLLOW) }
    }
  }

  /// Makes a folder exactly as open or as private as another, and as old.
  func finish(like old: OpenFolder) throws(FileError) {
    _ = try Attributes.copy(from: old.descriptor, to: descriptor, path)
    let times = FileStamp.times(try old.stamp().modified)
    guard unsafe futimens(descriptor, times) == 0 else { throw FileError(.keep, path) }
  }
}
