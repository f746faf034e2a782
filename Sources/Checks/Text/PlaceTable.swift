import Diagnostics

/// Where the words of a text stand in its file; made when the first finding asks for it.
final class PlaceTable {
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  private let field: SourceMap
  /// For each byte of a block's text its place in the field.
  private var blocks: [ObjectIdentifier: [Int]] = [:]

  init(_ field: EmbeddedText, _ sources: [SourceFile]) {
    bytes = Array(field.text.utf8)
    self.field = field.map(in: sources)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// The place of a stretch of a block's text; of the whole block where the stretch is empty.
  func place(of range: Range<Int>, in block: Block) -> SourceRange {
    let offsets = offsets(of: block)
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
    let offsets = offsets(of: block)
    guard offsets.indices.contains(offset), bytes.indices.contains(offsets[offset]) else {
      return nil
    }
    let at = offsets[offset]
    return (at, bytes[at], at > 0 ? bytes[at - 1] : 0)
  }

  /// The place of a link's address, which stands behind its words.
  func place(ofAddress link: Block.Link, in block: Block) -> SourceRange {
    let start =
      link.range.isEmpty
      ? lines(of: block).lowerBound : offsets(of: block)[link.range.upperBound - 1]
    return place(of: link.address, from: start, in: block) ?? place(of: link.range, in: block)
  }

  /// The place of what a picture says to those who do not see it.
  func place(ofAlternative picture: Block.Picture, in block: Block) -> SourceRange {
    place(of: picture.alternative, from: offsets(of: block)[picture.at], in: block)
      ?? place(of: picture.at..<picture.at + 1, in: block)
  }

  private func place(of words: String, from start: Int, in block: Block) -> SourceRange? {
    let end = lines(of: block).upperBound
    let needle = Array(words.utf8)
    guard !needle.isEmpty else { return nil }
    var at = start
    while at + needle.count <= end {
      if bytes[at..<at + needle.count].elementsEqual(needle) {
        return field.place(of: at..<at + needle.count)
      }
      at += 1
    }
    return nil
  }

  private func lines(of block: Block) -> Range<Int> {
    guard let lines = block.lines, lines.lowerBound >= 1, lines.lowerBound <= lineStarts.count
    else {
      return 0..<bytes.count
    }
    let end = lines.upperBound < lineStarts.count ? lineStarts[lines.upperBound] : bytes.count
    return lineStarts[lines.lowerBound - 1]..<max(end, lineStarts[lines.lowerBound - 1])
  }

  private func offsets(of block: Block) -> [Int] {
    if let known = blocks[ObjectIdentifier(block)] { return known }
    let made = BlockAlignment(block, bytes, lines(of: block)).offsets
    blocks[ObjectIdentifier(block)] = made
    return made
  }
}

/// Lays a block's text beside its Markdown: marks, addresses, escapes and entities are passed over.
private struct BlockAlignment {
  private(set) var offsets: [Int]
  private let bytes: [UInt8]
  private let limit: Int
  private var cursor: Int

  init(_ block: Block, _ bytes: [UInt8], _ source: Range<Int>) {
    self.bytes = bytes
    limit = source.upperBound
    cursor = source.lowerBound
    offsets = [Int](repeating: source.lowerBound, count: block.text.count)
    for (index, piece) in block.pieces.enumerated() {
      let end = index + 1 < block.pieces.count ? block.pieces[index + 1].start : block.text.count
      switch piece.kind {
      case .linkEnd: passAddress()
      case .space, .object:
        for at in piece.start..<end { offsets[at] = min(cursor, max(limit - 1, 0)) }
      case .text, .code: lay(block.text, piece.start..<end)
      }
    }
  }

  /// Passes `](address "title")`, `][name]`, or the `>` of a bare address.
  private mutating func passAddress() {
    guard cursor + 1 < limit, bytes[cursor] == UInt8(ascii: "]") else { return }
    let open = bytes[cursor + 1]
    let close: UInt8
    switch open {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    default: return
    }
    var depth = 0
    var at = cursor + 1
    while at < limit {
      if bytes[at] == open { depth += 1 }
      if bytes[at] == close { depth -= 1 }
      at += 1
      if depth == 0 { break }
    }
    cursor = at
  }

  private mutating func lay(_ text: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    // The beginning is looked for as far as its first letters agree, so that marks are passed.
    var start = cursor
    while start < limit, !agrees(text, range, at: start) { start += 1 }
    if start < limit { cursor = start }
    var at = range.lowerBound
    while at < range.upperBound {
      guard cursor < limit else {
        for rest in at..<range.upperBound { offsets[rest] = max(limit - 1, 0) }
        return
      }
      if bytes[cursor] == text[at] {
        offsets[at] = cursor
        at += 1
        cursor += 1
      } else if let end = entityEnd(cursor) {
        let width = min(Alphabet.width(of: text[at]), range.upperBound - at)
        for part in 0..<width { offsets[at + part] = cursor }
        at += width
        cursor = end
      } else {
        cursor += 1
      }
    }
  }

  private func agrees(_ text: [UInt8], _ range: Range<Int>, at start: Int) -> Bool {
    var at = start
    for wanted in range.prefix(8) {
      if at < limit, bytes[at] == UInt8(ascii: "\\"), text[wanted] != bytes[at] { at += 1 }
      guard at < limit else { return false }
      if bytes[at] != text[wanted] { return entityEnd(at) != nil }
      at += 1
    }
    return true
  }

  /// The end of an entity that begins here: `&amp;`, `&#32;`.
  private func entityEnd(_ start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "&") else { return nil }
    var at = start + 1
    while at < limit, at - start < 32 {
      if bytes[at] == UInt8(ascii: ";") { return at > start + 1 ? at + 1 : nil }
      guard Alphabet.isPart(bytes[at]) || bytes[at] == UInt8(ascii: "#") else { return nil }
      at += 1
    }
    return nil
  }
}
