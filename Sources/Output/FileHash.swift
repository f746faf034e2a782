import Crypto

/// What a manifest says of a file, found out piece by piece.
package struct FileHash {
  private var hash = SHA256()
  package private(set) var byteCount = 0

  package init() {}

  package mutating func update(_ piece: [UInt8]) {
    hash.update(data: piece)
    byteCount += piece.count
  }

  /// SHA-256 in hexadecimal digits.
  package var digest: String { Manifest.hexadecimal(hash.finalize()) }

  func entry(_ path: String) -> Manifest.Entry {
    Manifest.Entry(path: path, byteCount: byteCount, digest: digest)
  }
}
