package import Diagnostics

/// What a page says in words, in the order in which it is read.
package struct PageReading: Sendable {
  package var texts: [TextReading]
  package init(texts: [TextReading]) { self.texts = texts }

  /// Every block of every text that is no heading.
  var blocks: some Sequence<(text: TextReading, block: Block)> {
    texts.lazy.flatMap { text in
      text.blocks.lazy.filter { if case .heading = $0.kind { false } else { true } }
        .map { (text, $0) }
    }
  }
}

/// One field of a page.
package struct TextReading: Sendable {
  package let field: EmbeddedText
  package let blocks: [Block]

  package init(field: EmbeddedText, blocks: [Block]) {
    (self.field, self.blocks) = (field, blocks)
  }

  /// A link by its place among all of the field's, from 0.
  func link(_ number: Int) -> (block: Block, link: Block.Link)? {
    var before = 0
    for block in blocks {
      if number < before + block.links.count { return (block, block.links[number - before]) }
      before += block.links.count
    }
    return nil
  }

  /// A field that is plain text, such as a summary.
  package init(plain: Sourced<String>) {
    let text = Array(plain.value.utf8)
    field = EmbeddedText(plain.value[...], at: plain.place)
    blocks = [
      Block(
        kind: .paragraph, text: text, pieces: [Block.Piece(start: 0, kind: .text)], links: [],
        lines: nil)
    ]
  }
}
