/// A name in a style sheet: where it stands, and whether escapes stand in it.
struct CSSIdentifier {
  let range: Range<Int>
  let hasEscapes: Bool

  var isEmpty: Bool { range.isEmpty }

  /// The name that begins at a place, empty if none does.
  init(_ bytes: borrowing Span<UInt8>, at start: Int) {
    var at = start
    var hasEscapes = false
    while at < bytes.count {
      if bytes[at].isName {
        at += 1
      } else if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count, !bytes[at + 1].isNewline {
        hasEscapes = true
        at = Self.escape(bytes, at).end
      } else {
        break
      }
    }
    range = start..<max(start, at)
    self.hasEscapes = hasEscapes
  }

  /// A part of a name that has no escapes.
  init(plain range: Range<Int>) {
    self.range = range
    hasEscapes = false
  }

  /// The name with what its escapes stand for.
  func decoded(_ bytes: borrowing Span<UInt8>) -> [UInt8] {
    var name: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count else {
        name.append(bytes[at])
        at += 1
        continue
      }
      let escape = Self.escape(bytes, at)
      if let scalar = escape.scalar {
        name += String(scalar).utf8
      } else {
        name.append(bytes[at + 1])
      }
      at = escape.end
    }
    return name
  }

  /// The end of an escape and, if digits make it, its scalar; a byte follows the backslash.
  private static func escape(
    _ bytes: borrowing Span<UInt8>, _ start: Int
  ) -> (end: Int, scalar: Unicode.Scalar?) {
    var at = start + 1
    var value: UInt32 = 0
    while at < bytes.count, at < start + 7, let digit = bytes[at].hexadecimal {
      value = value * 16 + digit
      at += 1
    }
    guard at > start + 1 else { return (start + 2, nil) }
    if at < bytes.count, bytes[at].isBlank {
      at += bytes[at] == 0x0D && bytes.has(0x0A, at: at + 1) ? 2 : 1
    }
    return (at, value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}")
  }
}

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

/// Numbered names of which some are used, each handed on once.
struct UsedNames {
  private var names: NameTable
  private var isUsed: [Bool] = []
  /// Names that are used and not handed on yet.
  private var pending: [Int] = []

  init(ignoresCase: Bool = false) {
    names = NameTable(ignoresCase: ignoresCase)
  }

  /// The number of a name, used or not.
  mutating func number(of name: CSSIdentifier, in bytes: borrowing Span<UInt8>) -> Int {
    let number = names.insert(name, in: bytes)
    if number == isUsed.count { isUsed.append(false) }
    return number
  }

  mutating func use(_ name: CSSIdentifier, in bytes: borrowing Span<UInt8>) {
    use(number(of: name, in: bytes))
  }

  mutating func use(_ number: Int) {
    guard !isUsed[number] else { return }
    isUsed[number] = true
    pending.append(number)
  }

  func isUsed(_ name: CSSIdentifier, in bytes: borrowing Span<UInt8>) -> Bool {
    guard let number = names.number(of: name, in: bytes) else { return false }
    return isUsed[number]
  }

  /// A used name that was not handed on before.
  mutating func next() -> Int? {
    pending.popLast()
  }
}
