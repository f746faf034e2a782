import CLinux
import Diagnostics
import Glibc

/// A file in memory for what a tool reads or writes: none of them waits for the other, and a tool that ends
/// before it has read everything breaks no pipe.
struct MemoryFile: ~Copyable {
  let descriptor: Int32

  /// Nil where the system has no memory for it.
  init?() {
    let closeOnExecution: UInt32 = 1
    descriptor = unsafe memfd_create("bilancio", closeOnExecution)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  var count: Int { max(0, Int(lseek(descriptor, 0, SEEK_END))) }

  /// Puts a text into it, to be read from its beginning.
  ///
  /// - Returns: whether all of it is there.
  borrowing func fill(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return lseek(descriptor, 0, SEEK_SET) == 0
  }

  /// Its first and its last bytes; all of them where there are no more.
  borrowing func text(first: Int, last: Int = 0) -> String {
    let count = self.count
    let head = bytes(0, min(first, count))
    let start = max(head.count, count - last)
    return String(decoding: head + bytes(start, last == 0 ? 0 : count - start), as: UTF8.self)
  }

  private borrowing func bytes(_ start: Int, _ count: Int) -> [UInt8] {
    guard count > 0 else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let got = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(start + filled))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        filled += got
      }
    }
  }
}
