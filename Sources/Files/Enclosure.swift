import CLinux
import Glibc

/// A folder that is read without ever leaving it: whoever may put a link into it cannot make the program
/// open what lies elsewhere.
package final class Enclosure: Sendable {
  /// As the user gave it; it may itself be a link.
  package let path: String
  private let descriptor: Int32
  private let asksSystem: Bool

  /// Opens a place without what stands there (O_PATH, fcntl.h): that does nothing to a device.
  private static let place: Int32 = 0o10_000_000

  /// - Parameter asksSystem: whether the system is asked to stay inside; what it does then is done here where
  ///   it cannot.
  package init(_ path: String, asksSystem: Bool = true) throws(FileError) {
    (self.path, self.asksSystem) = (path, asksSystem)
    descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.list, path) }
  }

  deinit { close(descriptor) }

  /// A file by its path below the folder.
  package func file(_ relative: String) throws(FileError) -> ReadableFile {
    let full = Path.join(path, relative)
    return try ReadableFile(try open(relative, ReadableFile.flags, .read), full)
  }

  /// What stands at a path below the folder, links followed.
  package func status(_ relative: String) throws(FileError) -> FileSystem.Status {
    let found = try open(relative, Enclosure.place | O_CLOEXEC, .read)
    defer { close(found) }
    guard let status = FileSystem.status(of: found) else {
      throw FileError(.read, Path.join(path, relative))
    }
    return status
  }

  /// What is in a folder below this one, or in this one where the path is empty, and which folder it is.
  func entries(
    in relative: String
  ) throws(FileError) -> (entries: [FileSystem.Entry], identity: [UInt64]) {
    let found = try open(
      relative.isEmpty ? "." : relative, O_RDONLY | O_DIRECTORY | O_CLOEXEC, .list)
    let full = Path.join(path, relative)
    guard let status = FileSystem.status(of: found) else {
      let code = errno
      close(found)
      throw FileError(.list, full, code: code)
    }
    return (try FileSystem.entries(of: found, full), status.identity)
  }

  private func open(
    _ relative: String, _ flags: Int32, _ operation: FileError.Operation
  ) throws(FileError) -> Int32 {
    guard asksSystem else { return try openByNames(relative, flags, operation) }
    // A folder that is moved at this very moment makes the system unsure; it is asked again.
    for _ in 0..<100 {
      let found = unsafe open_beneath(descriptor, relative, flags)
      if found >= 0 { return found }
      guard errno == EAGAIN || errno == EINTR else { break }
    }
    let full = Path.join(path, relative)
    switch errno {
    // A link that says where it leads from the root of the disk; an older system, or one that forbids
    // the call.
    case EXDEV, ENOSYS, EPERM, EAGAIN: return try openByNames(relative, flags, operation)
    case ENXIO: throw FileError(operation, full, .special)
    default: throw FileError(operation, full)
    }
  }

  /// Opens what a path leads to name by name, no link followed, where all links together stay inside.
  private func openByNames(
    _ relative: String, _ flags: Int32, _ operation: FileError.Operation
  ) throws(FileError) -> Int32 {
    let full = Path.join(path, relative)
    guard let home = FileSystem.realBytes(path) else { throw FileError(operation, path) }
    guard let real = FileSystem.realBytes(full) else {
      // Whether there is anything outside is nobody's business.
      let isInside = errno == ENOENT || errno == ELOOP || errno == ENAMETOOLONG
      if isInside { throw FileError(operation, full) }
      throw FileError(operation, full, .leadsOut(of: path))
    }
    let slash = UInt8(ascii: "/")
    let names = real.dropFirst(home.count).split(separator: slash).map { BytePath(Array($0)) }
    guard real.starts(with: home),
      home == [slash] || real.count == home.count
        || real[home.count] == slash
    else { throw FileError(operation, full, .leadsOut(of: path)) }
    var folder = descriptor
    defer { if folder != descriptor { close(folder) } }
    for name in names.dropLast() {
      let next = unsafe name.call {
        unsafe openat(folder, $0, Enclosure.place | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      }
      guard next >= 0 else { throw FileError(operation, full) }
      if folder != descriptor { close(folder) }
      folder = next
    }
    let found = unsafe (names.last ?? BytePath(".")).call {
      unsafe openat(folder, $0, flags | O_NOFOLLOW)
    }
    if found < 0, errno == ENXIO { throw FileError(operation, full, .special) }
    guard found >= 0 else { throw FileError(operation, full) }
    return found
  }
}

/// A file below a folder that no link may lead out of.
package struct EnclosedFile: Sendable, Hashable {
  package let root: String
  /// Relative to the root.
  package let path: String

  package init(root: String, path: String) { (self.root, self.path) = (root, path) }

  /// Opens it, looking at each link again: what was a file may have become one since it was listed.
  package func open() throws(FileError) -> ReadableFile { try Enclosure(root).file(path) }
}
