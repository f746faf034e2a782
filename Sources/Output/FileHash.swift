import CNettle

/// What a manifest says of a file, found out piece by piece.
package struct FileHash {
  /// SHA-256 (FIPS 180-4), which nettle computes with the processor's own instructions where it has them.
  private var state = sha256_ctx()
  package private(set) var byteCount = 0

  package init() { unsafe nettle_sha256_init(&state) }

  package mutating func update(_ piece: [UInt8]) {
    unsafe nettle_sha256_update(&state, piece.count, piece)
    byteCount += piece.count
  }

  /// In hexadecimal digits.
  package var digest: String {
    var (state, bytes) = (state, [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE)))
    unsafe nettle_sha256_digest(&state, bytes.count, &bytes)
    return Manifest.hexadecimal(bytes)
  }

  package func entry(_ path: String) -> Manifest.Entry {
    Manifest.Entry(path: path, byteCount: byteCount, digest: digest)
  }
}
