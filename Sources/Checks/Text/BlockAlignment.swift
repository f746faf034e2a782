/// Lays a block's text beside its Markdown: marks, addresses, escapes and entities are passed over.
struct BlockAlignment {
  /// For each byte of the block's text its place in the field.
  private(set) var offsets: [Int]
  /// For each of its links where the words end.
  private(set) var linkEnds: [Int]
  private let bytes: [UInt8]
  private let limit: Int
  private var cursor: Int
  /// How many bytes may still be passed in vain.
  ///
  /// What is not found, as code that is written over two lines, is looked for to the end of the block; in
  /// a block that has it over and over, only nearby.
  private var patience: Int

  init(_ block: Block, _ bytes: [UInt8], _ source: Range<Int>) {
    self.bytes = bytes
    limit = source.upperBound
    cursor = source.lowerBound
    patience = 4 * source.count
    offsets = [Int](repeating: source.lowerBound, count: block.text.count)
    linkEnds = [Int](repeating: source.lowerBound, count: block.links.count)
    for (index, piece) in block.pieces.enumerated() {
      let end = index + 1 < block.pieces.count ? block.pieces[index + 1].start : block.text.count
      switch piece.kind {
      case .linkEnd(let number):
        if block.links[number].range.isEmpty { passEmptyBrackets() }
        linkEnds[number] = cursor
        passAddress()
      case .space, .object:
        for at in piece.start..<end { offsets[at] = min(cursor, max(limit - 1, 0)) }
      case .text, .code: lay(block.text, piece.start..<end)
      }
    }
  }

  /// Goes on to the `]` of a link without words, where its brackets come next.
  private mutating func passEmptyBrackets() {
    var at = cursor
    while at + 1 < min(limit, cursor + LiteralText.reach) {
      if bytes[at] == UInt8(ascii: "["), bytes[at + 1] == UInt8(ascii: "]") {
        cursor = at + 1
        return
      }
      at += 1
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
    let end = min(limit, cursor + max(patience, LiteralText.reach))
    while start < end, !agrees(text, range, at: start) { start += 1 }
    if start < end { cursor = start } else { patience -= start - cursor }
    var at = range.lowerBound
    while at < range.upperBound {
      guard cursor < limit else {
        for rest in at..<range.upperBound { offsets[rest] = max(limit - 1, 0) }
        return
      }
      if bytes[cursor] == text[at] {
        // Words mostly stand in the field as they are read.
        var place = cursor
        repeat {
          offsets[at] = place
          at += 1
          place += 1
        } while at < range.upperBound && place < limit && bytes[place] == text[at]
        cursor = place
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
