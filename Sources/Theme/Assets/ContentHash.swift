/// A name that changes with the content it stands for; not a proof of anything.
///
/// FNV-1a over words of 64 bits, so that a page costs it microseconds
/// (http://www.isthe.com/chongo/tech/comp/fnv/).
package struct ContentHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package mutating func update(_ bytes: borrowing Span<UInt8>) {
    var index = 0
    while index + 8 <= bytes.count {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << UInt64(offset * 8) }
      add(word)
      index += 8
    }
    while index < bytes.count {
      add(UInt64(bytes[index]))
      index += 1
    }
    add(UInt64(bytes.count))
  }

  private mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x100_0000_01b3
    // The product moves bits upwards only; this brings them back down.
    state ^= state >> 32
  }

  /// Sixteen hexadecimal digits.
  package var digits: String {
    let text = String(state, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}
