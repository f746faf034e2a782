/// Some words, of which it is known at once that most others are not among them.
///
/// A bit for each value of the lowest twelve bits of a word's hash: a text has hundreds of words, and
/// hardly one of them is looked for.
package struct WordFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 64)

  package init() {}

  package mutating func insert(_ hash: UInt64) { bits[Int(hash >> 6 & 63)] |= 1 << (hash & 63) }

  func union(_ other: WordFilter) -> WordFilter {
    var all = self
    for place in all.bits.indices { all.bits[place] |= other.bits[place] }
    return all
  }

  package func mayContain(_ hash: UInt64) -> Bool {
    bits[Int(hash >> 6 & 63)] & 1 << (hash & 63) != 0
  }
}
