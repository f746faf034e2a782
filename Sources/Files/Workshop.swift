import Glibc

/// A folder of this run alone, away from all others.
package struct Workshop: ~Copyable {
  package let path: String

  package init() throws(FileError) {
    let root = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var name = Array(Path.join(root, "bilancio-XXXXXX").utf8CString)
    let made = unsafe name.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard made else { throw FileError(.create, root) }
  }

  /// What is left of it is the system's to clear up.
  package func remove() { try? FileSystem.removeTree(path) }
}
