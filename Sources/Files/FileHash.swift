import CNettle

/// How many bytes a file has and what they are, found out piece by piece.
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
    return FileHash.hexadecimal(bytes)
  }

  /// The digest of bytes that are there whole.
  package static func digest(of bytes: [UInt8]) -> String {
    var hash = FileHash()
    hash.update(bytes)
    return hash.digest
  }

  package static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// Whether a text has the form of a digest.
  package static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy(isHexadecimal)
  }

  private static func hexadecimal(_ digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(64)
    for byte in digest {
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 15)])
    }
    return String(decoding: result, as: UTF8.self)
  }
}
