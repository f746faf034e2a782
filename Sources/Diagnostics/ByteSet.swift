/// Which bytes a text has, noted in one pass over it.
///
/// A rule that looks for a few signs leaves a text at once that has none of them; without it each of
/// some thirty rules would read every text to its end.
package struct ByteSet: Sendable, ExpressibleByStringLiteral {
  /// A bit for each of the 256 bytes.
  private var bits = InlineArray<4, UInt64>(repeating: 0)

  package init() {}

  package init(_ bytes: [UInt8]) {
    for byte in bytes { insert(byte) }
  }

  /// The bytes of some signs: `"*_"`.
  package init(stringLiteral signs: String) {
    for byte in signs.utf8 { insert(byte) }
  }

  package mutating func insert(_ byte: UInt8) { bits[Int(byte >> 6)] |= 1 &<< UInt64(byte & 63) }

  package func contains(_ byte: UInt8) -> Bool {
    bits[Int(byte >> 6)] & 1 &<< UInt64(byte & 63) != 0
  }

  /// Whether one of the bytes is in both.
  package func intersects(_ other: ByteSet) -> Bool {
    (0..<4).contains { bits[$0] & other.bits[$0] != 0 }
  }
}
