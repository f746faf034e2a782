import Diagnostics

/// The words of a block as readers see them, with what is code or a link of its own words left blank,
/// so that a mark in it is one that Markdown left as it is written.
struct LiteralText {
  /// As long as the block's text; zero where nothing is looked for.
  let bytes: [UInt8]

  init(_ block: Block) {
    var bytes = block.text
    for (index, piece) in block.pieces.enumerated() where block.hasCode {
      guard case .code = piece.kind else { continue }
      let end = index + 1 < block.pieces.count ? block.pieces[index + 1].start : bytes.count
      for at in piece.start..<end { bytes[at] = 0 }
    }
    for link in block.links where !LiteralText.isBare(link, in: block) {
      for at in link.range { bytes[at] = 0 }
    }
    self.bytes = bytes
  }

  /// Whether a link shows its own address.
  static func isBare(_ link: Block.Link, in block: Block) -> Bool {
    link.address.utf8.reversed().starts(with: block.text[link.range].reversed())
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The end of what a bracket opens, behind the one that closes it; nil where none does within reach.
  func end(of open: Int, by close: UInt8) -> Int? {
    var depth = 0
    for at in open..<min(bytes.count, open + LiteralText.reach) {
      if bytes[at] == bytes[open] { depth += 1 }
      if bytes[at] == close { depth -= 1 }
      if depth == 0 { return at + 1 }
    }
    return nil
  }

  private static let stops: ByteSet = ".,;:!?"

  /// The stretch without blanks that begins somewhere, but for the marks that end a sentence.
  func token(from start: Int) -> Range<Int> {
    var end = start
    while end < min(bytes.count, start + LiteralText.reach), bytes[end] > 0x20 { end += 1 }
    while end > start, LiteralText.stops.contains(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// How far the two ends of one mark may be apart: no address is as long, and a text full of brackets
  /// is read in time in proportion to it.
  static let reach = 600
}
