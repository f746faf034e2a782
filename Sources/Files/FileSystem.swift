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
  }

  /// Nil where there is nothing at the path.
  package static func status(_ path: String, followingLinks: Bool = true) -> Status? {
    var information = stat()
    let result =
      followingLinks ? unsafe stat(path, &information) : unsafe lstat(path, &information)
    guard result == 0 else { return nil }
    let kind: Kind =
      switch information.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return Status(
      kind: kind, size: Int(information.st_size),
      modified: Int64(information.st_mtim.tv_sec) &* 1_000_000_000
        &+ Int64(information.st_mtim.tv_nsec),
      identity: [UInt64(information.st_dev), UInt64(information.st_ino)])
  }

  /// The names in a folder, in the order of their bytes.
  package static func names(in folder: String) throws(FileError) -> [String] {
    try entries(in: folder).map(\.name)
  }

  /// What is in a folder, in the order of the bytes of its names; a kind is nil where only
  /// `status` can tell it.
  package static func entries(
    in folder: String
  ) throws(FileError) -> [(name: String, kind: Kind?)] {
    guard let directory = unsafe opendir(folder) else { throw FileError(.list, folder) }
    defer { unsafe closedir(directory) }
    var entries: [(name: String, kind: Kind?)] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      let kind: Kind? =
        switch unsafe Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        default: nil
        }
      if name != ".", name != ".." { entries.append((name, kind)) }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The bytes of a file, at most `limit` of them.
  package static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.read, path) }
    defer { close(descriptor) }
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0 else { throw FileError(.read, path) }
    let size = min(limit, max(0, Int(information.st_size)))
    var failure: Int32?
    // One byte more than the size, so that a file that grew is noticed and read on.
    let capacity = size == limit ? size : size + 1
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
        let got = unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { return }
        count += got
        // A regular file gives less than was asked for only at its end.
        if count < capacity { return }
      }
    }
    if let failure { throw FileError(.read, path, code: failure) }
    if bytes.count > size, bytes.count < limit {
      bytes += try readRest(descriptor, path, limit: limit - bytes.count)
    }
    return bytes
  }

  private static func readRest(_ descriptor: Int32, _ path: String, limit: Int) throws(FileError)
    -> [UInt8]
  {
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while result.count < limit {
      let got = unsafe Glibc.read(descriptor, &chunk, min(chunk.count, limit - result.count))
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw FileError(.read, path) }
      if got == 0 { break }
      result += chunk[..<got]
    }
    return result
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
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else { throw FileError(.write, path) }
    do throws(FileError) {
      try write(bytes, to: descriptor, path)
    } catch {
      close(descriptor)
      throw error
    }
    // A full disk may be told only here.
    guard close(descriptor) == 0 else { throw FileError(.write, path) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String)
    throws(FileError)
  {
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
  package static func makeFolder(_ path: String) throws(FileError) {
    if unsafe mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let parent = Path.parent(of: path), parent != path else {
      throw FileError(.create, path)
    }
    try makeFolder(parent)
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileError(.create, path) }
  }

  package static func removeFile(_ path: String) throws(FileError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw FileError(.remove, path) }
  }

  /// False where the folder is not empty.
  @discardableResult
  package static func removeEmptyFolder(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

  /// Removes the folders below one that have no files in them.
  package static func removeEmptyFolders(in folder: String) throws(FileError) {
    for (name, kind) in try entries(in: folder) {
      let path = Path.join(folder, name)
      guard (kind ?? status(path, followingLinks: false)?.kind) == .folder else { continue }
      try removeEmptyFolders(in: path)
      removeEmptyFolder(path)
    }
  }

  /// Removes a folder with all in it; links are removed, not followed.
  package static func removeTree(_ path: String) throws(FileError) {
    guard let status = status(path, followingLinks: false) else { return }
    guard status.kind == .folder else { return try removeFile(path) }
    for name in try names(in: path) { try removeTree(Path.join(path, name)) }
    guard removeEmptyFolder(path) || errno == ENOENT else { throw FileError(.remove, path) }
  }

  /// Gives a file a second name.
  package static func link(_ existing: String, as new: String) throws(FileError) {
    guard unsafe Glibc.link(existing, new) == 0 else { throw FileError(.create, new) }
  }

  /// Makes a link that leads to a path, which is kept as it is given.
  package static func makeLink(_ path: String, to target: String) throws(FileError) {
    guard unsafe symlink(target, path) == 0 else { throw FileError(.create, path) }
  }

  /// What a link leads to, as it is kept; nil where there is no link.
  package static func target(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(path, &buffer, buffer.count)
    return count < 0
      ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
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
    let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    guard unsafe utimensat(AT_FDCWD, path, times, 0) == 0 else { throw FileError(.write, path) }
  }

  package static func rename(_ old: String, to new: String) throws(FileError) {
    guard unsafe Glibc.rename(old, new) == 0 else { throw FileError(.rename, new) }
  }

  /// Puts a folder in the place of another in one step, and removes what was there.
  package static func put(_ new: String, inPlaceOf old: String) throws(FileError) {
    guard status(old, followingLinks: false) != nil else { return try rename(new, to: old) }
    let exchange: UInt32 = 2  // RENAME_EXCHANGE, linux/fs.h
    if unsafe renameat2(AT_FDCWD, new, AT_FDCWD, old, exchange) != 0 {
      guard errno == EINVAL || errno == ENOSYS else { throw FileError(.rename, old) }
      // Some network file systems cannot exchange two names; there the old folder is away for the
      // time between two renames.
      let away = new + "-old"
      try removeTree(away)
      try rename(old, to: away)
      do {
        try rename(new, to: old)
      } catch {
        try rename(away, to: old)
        throw error
      }
      try rename(away, to: new)
    }
    // The new one is in place; an old one that cannot be removed now is cleared by the next run.
    try? removeTree(new)
  }

  /// The path with every link and `..` on the way resolved; nil where it does not exist.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
