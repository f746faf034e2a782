/// Where the characters stand that libyaml counts, in bytes.
///
/// It goes on from the place it was asked for last: events come in the order of the document, so all
/// of them together take one pass.
struct MarkCursor {
  /// The character, from 0, and its first byte.
  private var (index, byte) = (0, 0)

  mutating func byte(of wanted: Int, in bytes: borrowing Span<UInt8>) -> Int {
    while index < wanted, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      index += 1
    }
    while index > wanted, byte > 0 {
      byte -= 1
      while byte > 0, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      index -= 1
    }
    return byte
  }
}
