import CLinux
import Glibc

/// The few calls of the operating system that the program needs, each with its error.
///
/// Plain `open`, `read` and `write`: Foundation's are three to six times slower, and a site has
/// thousands of files.
package enum FileSystem {
  package enum Kind: Sendable {
    case file
    case folder
    case link
    case other
  }

  package struct Status: Sendable {
    package let kind: Kind
    package let size: Int
    /// When its bytes were last written, in nanoseconds since 1970.
    package let modified: Int64
    /// Device and inode: equal for two names of one file.
    package let identity: [UInt64]
    /// Whether anybody may put something of their own there, as in `/tmp`.
    package let isOpenToAll: Bool

    fileprivate init(_ information: stat) {
      kind =
        switch information.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
      size = Int(information.st_size)
      modified =
        Int64(information.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(information.st_mtim.tv_nsec)
      identity = [UInt64(information.st_dev), UInt64(information.st_ino)]
      isOpenToAll = information.st_mode & (S_ISVTX | S_IWOTH) == S_ISVTX | S_IWOTH
    }
  }

  /// What stands at a path, as far as the system tells: for what may be shown, or tried next.
  ///
  /// Where a file is made, replaced or removed by it, `found` is asked.
  package static func status(_ path: String, followingLinks: Bool = true) -> Status? {
    do throws(FileError) { return try found(path, followingLinks: followingLinks) } catch {
      return nil
    }
  }

  /// What stands at a path, nil where nothing does.
  ///
  /// - Throws: `FileError` where the system does not tell.
  package static func found(
    _ path: String, followingLinks: Bool = true
  ) throws(FileError) -> Status? {
    var information = stat()
    let result =
      followingLinks ? unsafe stat(path, &information) : unsafe lstat(path, &information)
    if result == 0 { return Status(information) }
    guard errno == ENOENT || errno == ENOTDIR else { throw FileError(.read, path) }
    return nil
  }

  /// Nil, with `errno`, where the system does not tell.
  static func status(of descriptor: Int32) -> Status? {
    var information = stat()
    return unsafe fstat(descriptor, &information) == 0 ? Status(information) : nil
  }

  /// Writes a file; an existing one is an error, unless it may be replaced.
  package static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool = false
  ) throws(FileError) {
    try write(bytes, to: path, flags: replacing ? O_TRUNC : O_EXCL)
  }

  /// Adds to the end of a file, which is made where it is missing.
  package static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    try write(bytes, to: path, flags: O_APPEND)
  }

  private static func write(_ bytes: [UInt8], to path: String, flags: Int32) throws(FileError) {
    let descriptor = try openToWrite(path, flags: O_CREAT | flags)
    do throws(FileError) {
      try write(bytes, to: descriptor, path)
    } catch {
      close(descriptor)
      throw error
    }
    // A full disk may be told only here.
    guard close(descriptor) == 0 else { throw FileError(.write, path) }
  }

  /// Opens a regular file.
  static func openToWrite(_ path: String, flags: Int32) throws(FileError) -> Int32 {
    // Without waiting: a pipe that stands there may never have a reader.
    let descriptor = unsafe open(
      path, O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags, 0o644)
    if descriptor < 0, errno == ENXIO { throw FileError(.write, path, .special) }
    guard descriptor >= 0 else { throw FileError(.write, path) }
    let cause: FileError.Cause? =
      switch status(of: descriptor)?.kind {
      case .file: nil
      case nil: .system(errno)
      default: .special
      }
    if let cause {
      close(descriptor)
      throw FileError(.write, path, cause)
    }
    return descriptor
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: $0[written...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError(.write, path) }
      written += count
    }
  }

  /// Makes a folder and those above it.
  ///
  /// - Parameter mode: of those that are made.
  package static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(FileError) {
    if unsafe mkdir(path, mode) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let parent = Path.parent(of: path), parent != path else {
      throw FileError(.create, path)
    }
    try makeFolder(parent, mode: mode)
    guard unsafe mkdir(path, mode) == 0 || errno == EEXIST else { throw FileError(.create, path) }
  }

  package static func removeFile(_ path: String) throws(FileError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw FileError(.remove, path) }
  }

  /// False where the folder is not empty.
  @discardableResult
  package static func removeEmptyFolder(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

  /// Removes a folder with all in it, whatever the names; links are removed, not followed.
  package static func removeTree(_ path: String) throws(FileError) {
    guard let status = try found(path, followingLinks: false) else { return }
    guard status.kind == .folder else { return try removeFile(path) }
    try OpenFolder(path).clear()
    guard removeEmptyFolder(path) || errno == ENOENT else { throw FileError(.remove, path) }
  }

  /// Makes a link that leads to a path, which is kept as it is given.
  package static func makeLink(_ path: String, to target: String) throws(FileError) {
    guard unsafe symlink(target, path) == 0 else { throw FileError(.create, path) }
  }

  /// What a link leads to, as it is kept; nil where there is no link.
  ///
  /// - Throws: `FileError` where the system does not tell.
  package static func target(ofLink path: String) throws(FileError) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(path, &buffer, buffer.count)
    guard count >= 0 else {
      guard errno == EINVAL || errno == ENOENT || errno == ENOTDIR else {
        throw FileError(.read, path)
      }
      return nil
    }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Waits until the disk has all that was written to the file system of a folder.
  package static func synchronise(_ folder: String) throws(FileError) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.write, folder) }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw FileError(.write, folder) }
  }

  /// Says that a file was last written at a moment, in seconds since 1970.
  package static func setModified(_ path: String, to seconds: Int) throws(FileError) {
    try setModified(path, toNanoseconds: Int64(seconds) * 1_000_000_000)
  }

  static func setModified(_ path: String, toNanoseconds moment: Int64) throws(FileError) {
    let times = FileStamp.times(moment)
    guard unsafe utimensat(AT_FDCWD, path, times, 0) == 0 else { throw FileError(.write, path) }
  }

  /// Gives a file that a tool made the rights that a new file in its folder gets.
  ///
  /// - Parameter folder: made by this program, so that it has what the user lets new folders have.
  package static func setUsualMode(_ path: String, in folder: String) throws(FileError) {
    var (own, around) = (stat(), stat())
    guard unsafe stat(path, &own) == 0 else { throw FileError(.read, path) }
    guard unsafe stat(folder, &around) == 0 else { throw FileError(.read, folder) }
    let wanted = around.st_mode & 0o666
    guard own.st_mode & 0o7777 != wanted else { return }
    guard unsafe chmod(path, wanted) == 0 else { throw FileError(.write, path) }
  }

  package static func rename(_ old: String, to new: String) throws(FileError) {
    guard unsafe Glibc.rename(old, new) == 0 else { throw FileError(.rename, new) }
  }

  /// Exchanges two folders in one step.
  ///
  /// - Returns: false where the file system cannot; some network file systems are such.
  package static func exchange(_ one: String, _ other: String) throws(FileError) -> Bool {
    let exchange: UInt32 = 2  // RENAME_EXCHANGE, linux/fs.h
    guard unsafe renameat2(AT_FDCWD, one, AT_FDCWD, other, exchange) != 0 else { return true }
    guard errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP else {
      throw FileError(.rename, other)
    }
    return false
  }

  /// The path with every link and `..` on the way resolved; nil where it does not exist.
  package static func realPath(_ path: String) -> String? {
    realBytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same, nil only where nothing stands at the path.
  ///
  /// - Throws: `FileError` where the system does not tell.
  package static func resolved(_ path: String) throws(FileError) -> String? {
    if let bytes = realBytes(path) { return String(decoding: bytes, as: UTF8.self) }
    guard errno == ENOENT || errno == ENOTDIR else { throw FileError(.read, path) }
    return nil
  }

  /// The same as the disk has it; `errno` says why where there is none.
  static func realBytes(_ path: String) -> [UInt8]? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map {
      UInt8(bitPattern: $0)
    }
  }
}
