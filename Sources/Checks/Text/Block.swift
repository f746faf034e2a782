/// A paragraph, an item, a cell or a heading of a text, as words without marks.
///
/// A class, so that rules pass it around without counting a reference to each of its parts.
package final class Block: Sendable {
  package enum Kind: Hashable, Sendable {
    case paragraph, item, cell
    case heading(Int)
  }

  /// A link in the block.
  package struct Link: Sendable {
    /// In bytes of the block's text.
    package let range: Range<Int>
    package let address: String
    package init(range: Range<Int>, address: String) {
      (self.range, self.address) = (range, address)
    }
  }

  /// A stretch of the text as it stands in the source without marks between.
  package struct Piece: Sendable {
    package enum Kind: Sendable {
      case text, code, space
      /// The end of a link, behind which its address stands in the source.
      case linkEnd(Int)
    }
    package let start: Int
    package let kind: Kind
    package init(start: Int, kind: Kind) { (self.start, self.kind) = (start, kind) }
  }

  package let kind: Kind
  /// UTF-8; code is there as it is written, and told by the pieces.
  package let text: [UInt8]
  package let pieces: [Piece]
  package let links: [Link]
  /// The lines of the field that the block stands on, from 1; nil for a field that is one block.
  package let lines: ClosedRange<Int>?
  package let words: [Word]
  package let sentences: [Sentence]
  /// What most blocks have not, so that the rules that look for it pass them over.
  let hasCapitals: Bool
  let hasDigit: Bool

  package init(
    kind: Kind, text: [UInt8], pieces: [Piece], links: [Link], lines: ClosedRange<Int>?
  ) {
    self.kind = kind
    self.text = text
    self.pieces = pieces
    self.links = links
    self.lines = lines
    var words = Word.words(of: text)
    Block.mark(&words, pieces, links)
    self.words = words
    sentences = Sentence.sentences(of: text, words)
    hasCapitals = words.contains { $0.isAllCapitals }
    hasDigit = words.contains { $0.hasDigit }
  }

  /// Notes which words are code or stand in a link.
  private static func mark(_ words: inout [Word], _ pieces: [Piece], _ links: [Link]) {
    for (index, piece) in pieces.enumerated() {
      guard case .code = piece.kind else { continue }
      let end = index + 1 < pieces.count ? pieces[index + 1].start : Int.max
      for at in words.indices where words[at].start >= piece.start && words[at].start < end {
        words[at].isCode = true
      }
    }
    for link in links {
      for at in words.indices where link.range.contains(words[at].start) {
        words[at].isLinked = true
      }
    }
  }

  var isHeading: Bool { if case .heading = kind { true } else { false } }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  func string(_ word: Word) -> String { string(word.range) }

  func string(_ sentence: Sentence) -> String { string(sentence.range) }

  /// The link that a place of the text stands in.
  func link(at offset: Int) -> Link? { links.first { $0.range.contains(offset) } }

  /// The bytes of the field that a stretch of the text came from.
  ///
  /// The pieces are looked for in the source one after another, so that a word is found where it
  /// stands and not where the same letters stand before it, in an address for example.
  func range(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let source = source(in: bytes)
    var cursor = source.lowerBound
    let limit = source.upperBound
    var found: (start: Int, end: Int)?
    for (index, piece) in pieces.enumerated() {
      let end = index + 1 < pieces.count ? pieces[index + 1].start : text.count
      if case .linkEnd(let link) = piece.kind {
        if let after = Block.find(Array("](\(links[link].address)".utf8), in: bytes, cursor..<limit)
        {
          cursor = after.upperBound
        }
        continue
      }
      guard end > piece.start else { continue }
      if case .space = piece.kind { continue }
      guard let here = Block.find(text[piece.start..<end], in: bytes, cursor..<limit) else {
        continue
      }
      cursor = here.upperBound
      if range.lowerBound < end, range.upperBound > piece.start {
        let from = here.lowerBound + max(0, range.lowerBound - piece.start)
        let to = here.lowerBound + min(end, range.upperBound) - piece.start
        found = (found?.start ?? from, to)
      }
      if range.upperBound <= end { break }
    }
    guard let found, found.end > found.start else { return source }
    return found.start..<found.end
  }

  /// The block's bytes in its field.
  func source(in bytes: [UInt8]) -> Range<Int> {
    guard let lines else { return 0..<bytes.count }
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    guard lines.lowerBound >= 1, lines.lowerBound <= starts.count else { return 0..<bytes.count }
    let end = lines.upperBound < starts.count ? starts[lines.upperBound] : bytes.count
    return starts[lines.lowerBound - 1]..<max(end, starts[lines.lowerBound - 1])
  }

  static func find(
    _ needle: some RandomAccessCollection<UInt8>, in bytes: [UInt8], _ range: Range<Int>
  ) -> Range<Int>? {
    guard !needle.isEmpty, range.count >= needle.count else { return nil }
    for start in range.lowerBound...(range.upperBound - needle.count)
    where bytes[start..<start + needle.count].elementsEqual(needle) {
      return start..<start + needle.count
    }
    return nil
  }
}
