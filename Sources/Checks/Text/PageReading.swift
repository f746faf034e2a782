package import Diagnostics
import Synchronization

/// What a page says in words, in the order in which it is read.
package struct PageReading: Sendable {
  typealias Part = (text: TextReading, block: Block)

  let texts: [TextReading]
  /// Every block of every text that is no heading.
  let blocks: [Part]
  let headingsAndBlocks: [Part]
  /// Those of the texts with marks.
  let marked: [Part]
  let links: [(text: TextReading, block: Block, link: Block.Link)]
  let pictures: [(text: TextReading, block: Block, picture: Block.Picture)]
  /// The texts with marks, as they are written.
  let written: [WrittenText]

  package init(texts: [TextReading]) {
    self.texts = texts
    written = texts.lazy.filter { !$0.isPlain }.map(WrittenText.init)
    headingsAndBlocks = texts.flatMap { text in text.blocks.map { (text, $0) } }
    marked = headingsAndBlocks.filter { !$0.text.isPlain }
    blocks = headingsAndBlocks.filter { !$0.block.isHeading }
    links = headingsAndBlocks.flatMap { text, block in block.links.map { (text, block, $0) } }
    pictures = headingsAndBlocks.flatMap { text, block in
      block.pictures.map { (text, block, $0) }
    }
  }
}

/// One field of a page.
///
/// A class, as its blocks are, so that it is passed around for little.
package final class TextReading: Sendable {
  package let field: EmbeddedText
  /// Of the field, with where its lines begin: those who look for places and for marks share them.
  let bytes: [UInt8]
  let lineStarts: [Int]
  package let blocks: [Block]
  package let outline: Outline
  /// Whether the field holds no Markdown.
  let isPlain: Bool
  private let places = Mutex<PlaceTable?>(nil)
  /// For each link of the field the block that it stands in, and how many stand before that block's.
  private let blockOfLink: [(block: Int, first: Int)]

  package init(field: EmbeddedText, blocks: [Block], outline: Outline) {
    (self.field, self.blocks, self.outline, isPlain) = (field, blocks, outline, false)
    bytes = field.text.copiedBytes
    lineStarts = LineIndex(field.text).starts
    var places: [(block: Int, first: Int)] = []
    for (index, block) in blocks.enumerated() where !block.links.isEmpty {
      let first = places.count
      for _ in block.links { places.append((index, first)) }
    }
    blockOfLink = places
  }

  /// Does something with where the words of the text stand.
  func withPlaces<Result>(
    in sources: [SourceFile], _ body: (PlaceTable) -> sending Result
  ) -> sending Result {
    places.withLock { known in
      let table = known ?? PlaceTable(self, sources)
      known = table
      return body(table)
    }
  }

  /// A link by its place among all of the field's, from 0.
  func link(_ number: Int) -> (block: Block, link: Block.Link)? {
    guard blockOfLink.indices.contains(number) else { return nil }
    let (block, first) = blockOfLink[number]
    return (blocks[block], blocks[block].links[number - first])
  }

  /// A field that is plain text, such as a summary.
  package init(plain: Sourced<String>) {
    field = EmbeddedText(plain.value[...], at: plain.place)
    outline = Outline(parts: [])
    isPlain = true
    blockOfLink = []
    let block = Block(plain: plain.value)
    blocks = [block]
    bytes = block.text
    // All of it is one block, which stands on no line.
    lineStarts = []
  }
}

extension Block {
  /// Words without Markdown.
  convenience init(plain words: String) {
    self.init(
      kind: .paragraph, text: Array(words.utf8), pieces: [Piece(start: 0, kind: .text)], links: [],
      lines: nil)
  }
}
