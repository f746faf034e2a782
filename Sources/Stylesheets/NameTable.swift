/// Names numbered in the order in which they came, found by their bytes without a string.
struct NameTable: Sendable {
  private struct Entry {
    let range: Range<Int>
    let hash: UInt64
  }

  /// Whether `DIV` and `div` are one name.
  let ignoresCase: Bool
  private var text: [UInt8] = []
  private var entries: [Entry] = []
  /// Numbers of entries, -1 for none; the count is a power of two.
  private var slots = [Int](repeating: -1, count: 64)

  init(ignoresCase: Bool = false) {
    self.ignoresCase = ignoresCase
  }

  init(_ names: some Sequence<String>, ignoresCase: Bool = false) {
    self.init(ignoresCase: ignoresCase)
    for name in names {
      let bytes = name.utf8.span
      insert(bytes, 0..<bytes.count)
    }
  }

  var count: Int { entries.count }

  func has(_ identifier: CSSIdentifier, in bytes: borrowing Span<UInt8>) -> Bool {
    number(of: identifier, in: bytes) != nil
  }

  /// The number of the name, or nil if it is not here.
  func number(of identifier: CSSIdentifier, in bytes: borrowing Span<UInt8>) -> Int? {
    guard identifier.hasEscapes else { return find(bytes, identifier.range).number }
    let decoded = identifier.decoded(bytes)
    return find(decoded.span, decoded.indices).number
  }

  /// The number of the name, which is added if it is not here yet.
  mutating func insert(_ identifier: CSSIdentifier, in bytes: borrowing Span<UInt8>) -> Int {
    guard identifier.hasEscapes else { return insert(bytes, identifier.range) }
    let decoded = identifier.decoded(bytes)
    return insert(decoded.span, decoded.indices)
  }

  @discardableResult
  private mutating func insert(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    let place = find(bytes, range)
    if let number = place.number { return number }
    let number = entries.count
    let start = text.count
    for index in range { text.append(folded(bytes[index])) }
    entries.append(Entry(range: start..<text.count, hash: place.hash))
    slots[place.slot] = number
    if entries.count * 2 > slots.count { grow() }
    return number
  }

  /// The slot where a name is or belongs.
  private func find(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> (number: Int?, slot: Int, hash: UInt64) {
    // FNV-1a: short names, and no need for more.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(folded(bytes[index]))) &* 0x100_0000_01B3 }
    let mask = slots.count - 1
    var slot = Self.slot(hash, mask)
    while slots[slot] >= 0 {
      let entry = entries[slots[slot]]
      if entry.hash == hash, isEqual(entry.range, bytes, range) { return (slots[slot], slot, hash) }
      slot = (slot + 1) & mask
    }
    return (nil, slot, hash)
  }

  private func isEqual(
    _ own: Range<Int>, _ bytes: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard own.count == range.count else { return false }
    for offset in 0..<own.count
    where text[own.lowerBound + offset] != folded(bytes[range.lowerBound + offset]) {
      return false
    }
    return true
  }

  private func folded(_ byte: UInt8) -> UInt8 {
    ignoresCase ? byte.lowercased : byte
  }

  private mutating func grow() {
    slots = [Int](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, entry) in entries.enumerated() {
      var slot = Self.slot(entry.hash, mask)
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = number
    }
  }

  private static func slot(_ hash: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
  }
}
