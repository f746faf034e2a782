/// The bounds within which the packaged cmark-gfm works in time and memory in proportion to the text.
///
/// 0.29.0.gfm.6 takes time with the square of the columns of a table, of the cells of a row and of the
/// brackets of `![[]()` repeated. It reads a paragraph again for each line that could be the rule of a table,
/// fills short rows up with cells, copies the rest of a line for each address of mail in it, and counts
/// the round brackets of an address again for each that it ends with. The address that `[name]: address` states is
/// copied for each link by that name, however long it is. Nesting costs memory and makes no readable page. A text beyond a bound is not parsed at all; each is far beyond what anybody writes.
package enum Complexity {
  package static let maximumBytes = 1 << 20
  package static let maximumColumns = 100
  package static let maximumNesting = 100
  package static let maximumBrackets = 10_000
  /// Of all tables of a text, those that rows lack too.
  package static let maximumCells = 200_000
  /// What the addresses of a text's links may come to in its tree, in bytes, and in a longer text 16 times its own:
  /// an address that stands where it is used is there once, one that is stated by name once for each of its links.
  package static let maximumCopies = 1 << 20
  /// What links by name (`[words][name]`) may copy of the addresses stated for them, in bytes, as far as it can be
  /// told before the text is parsed: as if each link copied all of them.
  static let maximumPossibleCopies = 32 << 20
  /// What is read again for tables, and for addresses, in bytes: half a second's work.
  static let maximumWork = 1 << 30

  package enum Excess: Sendable {
    case bytes
    case columns
    case nesting
    case brackets
    case cells
    /// Lines of hyphens and `|` in a long paragraph, or a line with very many `|`.
    case rules
    /// Addresses in one line, or round brackets in one address.
    case addresses
    /// Long addresses stated once and called often.
    case definitions
  }

  /// The first excess of a text and the byte where it stands, or nil.
  package static func excess(of text: Substring) -> (excess: Excess, offset: Int)? {
    if text.utf8.count > maximumBytes { return (.bytes, 0) }
    let bytes = text.utf8.span
    guard mayExceed(bytes) else { return nil }
    var scan = ComplexityScan()
    return scan.run(bytes)
  }

  /// The first excess that shows in the tree of a text, and its line from 1, or nil.
  package static func excess(of root: Node, readFrom text: Substring) -> (
    excess: Excess, line: Int
  )? {
    let nodes = root.preorder()
    if let deep = nodes.first(where: { $0.depth > maximumNesting })?.node {
      return (.nesting, deep.lines.lowerBound)
    }
    // Of a short text the links copy little.
    guard text.utf8.count > maximumBrackets else { return nil }
    var left = max(maximumCopies, 16 * text.utf8.count)
    for (node, _) in nodes {
      left -= node.addressBytes
      if left < 0 { return (.definitions, (node.parent ?? node).lines.lowerBound) }
    }
    return nil
  }

  /// Whether a text may have an excess, by its length and the beginnings of its lines.
  ///
  /// Hardly any text has one, and in a short one nesting and tables show in marks that no letter
  /// comes before.
  private static func mayExceed(_ bytes: borrowing Span<UInt8>) -> Bool {
    if bytes.count > maximumBrackets { return true }
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, isMark(bytes[at]) { at += 1 }
      let isWhole = at == bytes.count || isBreak(bytes[at])
      if at - start > min(maximumColumns, maximumNesting) || isWhole && at - start > 1 {
        return true
      }
      while at < bytes.count, !isBreak(bytes[at]) { at += 1 }
      at += 1
    }
    return false
  }

  static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// What may stand among the marks of a line: `|`, `:`, `>`, `+`, `*`, `-`, numbers and blanks.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x30...0x3A, 0x29...0x2E, UInt8(ascii: ">"), UInt8(ascii: "|"): true
    default: false
    }
  }
}
