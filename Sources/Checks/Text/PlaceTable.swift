import Diagnostics

/// Where the words of a text stand in its file; made when the first finding asks for it.
final class PlaceTable {
  private let text: Substring
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  private let field: SourceMap
  private var blocks: [ObjectIdentifier: BlockAlignment] = [:]

  init(_ reading: TextReading, _ sources: [SourceFile]) {
    text = reading.field.text
    bytes = reading.bytes
    field = reading.field.map(in: sources)
    lineStarts = reading.lineStarts
  }

  /// The place of a stretch of a block's text; of the whole block where the stretch is empty.
  func place(of range: Range<Int>, in block: Block) -> SourceRange {
    let offsets = alignment(of: block).offsets
    guard !range.isEmpty, range.upperBound <= offsets.count else {
      return field.place(of: lines(of: block))
    }
    let start = offsets[range.lowerBound]
    return field.place(of: start..<max(start + 1, offsets[range.upperBound - 1] + 1))
  }

  /// The place of a stretch of the field itself.
  func place(ofSource range: Range<Int>) -> SourceRange { field.place(of: range) }

  /// Where a byte of a block's text stands in the field, and how it is written there.
  func written(_ offset: Int, in block: Block) -> (offset: Int, byte: UInt8, before: UInt8)? {
    let offsets = alignment(of: block).offsets
    guard offsets.indices.contains(offset), bytes.indices.contains(offsets[offset]) else {
      return nil
    }
    let at = offsets[offset]
    return (at, bytes[at], at > 0 ? bytes[at - 1] : 0)
  }

  /// The place of a link's address, which stands behind its words.
  func place(ofAddress link: Block.Link, in block: Block) -> SourceRange {
    let words = place(of: link.range, in: block)
    if block.text[link.range].elementsEqual(link.address.utf8) { return words }
    return place(of: link.address, from: alignment(of: block).linkEnds[link.number], in: block)
      ?? words
  }

  /// The place of what a picture says to those who do not see it.
  func place(ofAlternative picture: Block.Picture, in block: Block) -> SourceRange {
    place(of: picture.alternative, from: alignment(of: block).offsets[picture.at], in: block)
      ?? place(of: picture.at..<picture.at + 1, in: block)
  }

  /// The place of some words that stand right behind one, but for marks; nil where they are not written as
  /// they are read.
  private func place(of words: String, from start: Int, in block: Block) -> SourceRange? {
    let needle = Array(words.utf8)
    let end = min(lines(of: block).upperBound, start + needle.count + LiteralText.reach)
    guard start < end, let at = text.offset(of: needle, in: start..<end) else { return nil }
    return field.place(of: at..<at + needle.count)
  }

  private func lines(of block: Block) -> Range<Int> {
    guard let lines = block.lines, lines.lowerBound >= 1, lines.lowerBound <= lineStarts.count
    else {
      return 0..<bytes.count
    }
    let end = lines.upperBound < lineStarts.count ? lineStarts[lines.upperBound] : bytes.count
    return lineStarts[lines.lowerBound - 1]..<max(end, lineStarts[lines.lowerBound - 1])
  }

  private func alignment(of block: Block) -> BlockAlignment {
    if let known = blocks[ObjectIdentifier(block)] { return known }
    let made = BlockAlignment(block, bytes, lines(of: block))
    blocks[ObjectIdentifier(block)] = made
    return made
  }
}
