import Glibc

/// A regular file that is open: of what kind and how large it is was known before anything was read.
package struct ReadableFile: ~Copyable {
  package let path: String
  package let status: FileSystem.Status
  let descriptor: Int32

  /// To open waits for nobody: a pipe opens without whoever writes it, and is told.
  static let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

  /// More than any file that is read as a whole has.
  package static let usualLimit = 4 << 30

  /// - Throws: `FileError` also for a folder, a pipe, a socket and a device.
  package init(_ path: String) throws(FileError) {
    try self.init(unsafe open(path, ReadableFile.flags), path)
  }

  /// - Parameter descriptor: what the system gave, negative where it refused; it is closed with the file.
  init(_ descriptor: Int32, _ path: String) throws(FileError) {
    // The system opens no socket.
    if descriptor < 0, errno == ENXIO { throw FileError(.read, path, .special) }
    guard descriptor >= 0 else { throw FileError(.read, path) }
    guard let status = FileSystem.status(of: descriptor) else {
      let code = errno
      close(descriptor)
      throw FileError(.read, path, code: code)
    }
    guard status.kind == .file else {
      close(descriptor)
      throw FileError(.read, path, status.kind == .folder ? .system(EISDIR) : .special)
    }
    (self.descriptor, self.path, self.status) = (descriptor, path, status)
  }

  deinit { close(descriptor) }

  /// Its bytes from the beginning, at most `limit` of them.
  ///
  /// - Parameter bound: the most that such a file may have.
  package borrowing func bytes(
    limit: Int = .max, atMost bound: Int = usualLimit
  ) throws(FileError) -> [UInt8] {
    let stated = max(0, status.size)
    guard min(stated, limit) <= bound else {
      throw FileError(.read, path, .tooLarge(limit: bound))
    }
    let size = min(limit, stated)
    // One byte more than the size, so that a file that grew is noticed and read on.
    var bytes = try piece(size == limit ? size : size + 1)
    var next = 1 << 16
    while bytes.count > size, bytes.count < limit {
      let more = try piece(min(next, limit - bytes.count))
      if more.isEmpty { break }
      bytes += more
      next = 1 << 20
      guard bytes.count <= bound else { throw FileError(.read, path, .tooLarge(limit: bound)) }
    }
    return bytes
  }

  /// Its last bytes, from a place on.
  package borrowing func end(from start: Int) -> [UInt8] {
    let wanted = max(0, status.size - start)
    return unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
        let got = unsafe pread(descriptor, rest.baseAddress, rest.count, start + count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { return }
        count += got
      }
    }
  }

  /// As many bytes as are wanted, fewer only at the end.
  borrowing func piece(_ wanted: Int) throws(FileError) -> [UInt8] {
    var failure: Int32?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
        let got = unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { return }
        count += got
      }
    }
    // Files of the system that tell what happens would make the reader wait.
    if failure == EAGAIN { throw FileError(.read, path, .special) }
    if let failure { throw FileError(.read, path, code: failure) }
    return bytes
  }
}

extension FileSystem {
  /// The bytes of a regular file, at most `limit` of them; links are followed.
  ///
  /// - Parameter bound: the most that such a file may have.
  package static func read(
    _ path: String, limit: Int = .max, atMost bound: Int = ReadableFile.usualLimit
  ) throws(FileError) -> [UInt8] {
    try ReadableFile(path).bytes(limit: limit, atMost: bound)
  }
}
