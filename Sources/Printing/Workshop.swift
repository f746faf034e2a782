import Files
import Glibc

/// A folder of this run alone, away from all others.
struct Workshop: ~Copyable {
  let path: String

  init() throws(PrintError) {
    let root = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var name = Array(Path.join(root, "bilancio-XXXXXX").utf8CString)
    let made = unsafe name.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard made else { throw .file(FileError(.create, root)) }
  }

  /// What is left of it is the system's to clear up.
  func remove() { try? FileSystem.removeTree(path) }
}
