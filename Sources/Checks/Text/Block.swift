import Diagnostics

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
    /// Its place among the block's links, from 0.
    package let number: Int
    /// In bytes of the block's text.
    package let range: Range<Int>
    package let address: String
    package init(number: Int, range: Range<Int>, address: String) {
      (self.number, self.range, self.address) = (number, range, address)
    }
  }

  /// A picture, for which one character stands in the block's text.
  package struct Picture: Sendable {
    package let at: Int
    /// What is said to those who do not see it.
    package let alternative: String
    /// What stands below it for all; empty for nothing.
    package let caption: String
    package let address: String
    package init(at: Int, alternative: String, caption: String, address: String) {
      (self.at, self.alternative) = (at, alternative)
      (self.caption, self.address) = (caption, address)
    }
  }

  /// A stretch of the text that marks around it made something of.
  package struct Span: Sendable {
    package enum Kind: Sendable { case emphasis, strong, strikethrough }
    package let kind: Kind
    /// In bytes of the block's text, without the marks.
    package let range: Range<Int>
    package init(kind: Kind, range: Range<Int>) { (self.kind, self.range) = (kind, range) }
  }

  /// The place of a cell in its field: the row 0 is the head of a table.
  package struct Cell: Hashable, Sendable {
    package let table: Int
    package let row: Int
    package let column: Int
    package init(table: Int, row: Int, column: Int) {
      (self.table, self.row, self.column) = (table, row, column)
    }
  }

  /// A stretch of the text as it stands in the source without marks between.
  package struct Piece: Sendable {
    package enum Kind: Sendable {
      case text, code, space
      /// A picture or the mark of a note, for which one character stands in the text.
      case object
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
  /// In the order in which they begin.
  package let links: [Link]
  /// For each link how far it or one before it reaches, so that the link at a place is found by halving.
  private let reaches: [Int]
  package let pictures: [Picture]
  package let spans: [Span]
  /// The lines of the field that the block stands on, from 1; nil for a field that is one block.
  package let lines: ClosedRange<Int>?
  /// Where it stands in a table; nil for what is no cell.
  package let cell: Cell?
  package let words: [Word]
  package let sentences: [Sentence]
  /// The bytes of the text, so that rules pass over the blocks that have none of the signs they look for.
  let signs: ByteSet
  /// Whether a sign that is no letter, digit or blank stands twice in a row.
  let hasRow: Bool
  /// What most blocks have not, so that the rules that look for it pass them over.
  let hasCapitals: Bool
  let hasDigit: Bool
  let hasCode: Bool

  package init(
    kind: Kind, text: [UInt8], pieces: [Piece], links: [Link], pictures: [Picture] = [],
    spans: [Span] = [], lines: ClosedRange<Int>?, cell: Cell? = nil
  ) {
    self.kind = kind
    self.cell = cell
    self.text = text
    self.pieces = pieces
    self.links = links
    reaches = links.reduce(into: []) { $0.append(max($0.last ?? 0, $1.range.upperBound)) }
    self.pictures = pictures
    self.spans = spans
    self.lines = lines
    var words = Word.words(of: text)
    Block.mark(&words, pieces, links)
    self.words = words
    sentences = Sentence.sentences(of: text, words)
    (signs, hasRow) = Block.signs(of: text)
    hasCapitals = words.contains { $0.isAllCapitals }
    hasDigit = words.contains { $0.hasDigit }
    hasCode = pieces.contains { if case .code = $0.kind { true } else { false } }
  }

  /// What the text is made of, seen once for all rules.
  private static func signs(of text: [UInt8]) -> (all: ByteSet, hasRow: Bool) {
    var hasRow = false
    var last: UInt8 = 0x20
    for byte in text {
      if byte == last, byte > 0x20, !Alphabet.isPart(byte) { hasRow = true }
      last = byte
    }
    return (ByteSet(text), hasRow)
  }

  /// Notes which words are code or stand in a link; pieces, links and words are all in order.
  private static func mark(_ words: inout [Word], _ pieces: [Piece], _ links: [Link]) {
    var code: [Range<Int>] = []
    for (index, piece) in pieces.enumerated() {
      guard case .code = piece.kind else { continue }
      code.append(piece.start..<(index + 1 < pieces.count ? pieces[index + 1].start : Int.max))
    }
    if !code.isEmpty { walk(&words, code) { $0.isCode = true } }
    if !links.isEmpty { walk(&words, links.map(\.range)) { $0.isLinked = true } }
  }

  private static func walk(
    _ words: inout [Word], _ ranges: [Range<Int>], _ change: (inout Word) -> Void
  ) {
    var next = 0
    for at in words.indices {
      while next < ranges.count, ranges[next].upperBound <= words[at].start { next += 1 }
      guard next < ranges.count else { return }
      if ranges[next].contains(words[at].start) { change(&words[at]) }
    }
  }

  package var isHeading: Bool { if case .heading = kind { true } else { false } }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  func string(_ word: Word) -> String { string(word.range) }

  func string(_ sentence: Sentence) -> String { string(sentence.range) }

  /// The words of the sentence that a word stands in.
  func sentence(of word: Int) -> Range<Int> {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].words.upperBound <= word { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? sentences[low].words : word..<word + 1
  }

  /// The last words before a place, as many as a phrase may have.
  func end(before place: Int) -> String {
    var start = max(0, place - Block.phrase)
    while start > 0, start < place, text[start] != 0x20 { start += 1 }
    return string(start..<place)
  }

  /// The first words behind a place.
  func beginning(behind place: Int) -> String {
    var end = min(text.count, place + Block.phrase)
    while end < text.count, end > place, text[end - 1] != 0x20 { end -= 1 }
    return string(place..<end)
  }

  /// In bytes.
  private static let phrase = 64

  /// The link that a place of the text stands in.
  func link(at offset: Int) -> Link? { link(overlapping: offset..<offset + 1) }

  /// The first link that has a part of a stretch of the text.
  package func link(overlapping range: Range<Int>) -> Link? {
    links(from: range.lowerBound, to: range.upperBound).first { $0.range.overlaps(range) }
  }

  /// The links that end behind one place and begin before another, and whatever stands between them.
  func links(from start: Int, to end: Int) -> some Sequence<Link> {
    var (first, behind) = (0, links.count)
    while first < behind {
      let middle = (first + behind) / 2
      if reaches[middle] <= start { first = middle + 1 } else { behind = middle }
    }
    return links[first...].lazy.prefix { $0.range.lowerBound < end }
  }

  /// The piece that a byte of the text stands in.
  func piece(at offset: Int) -> Piece? {
    var (first, behind) = (0, pieces.count)
    while first < behind {
      let middle = (first + behind) / 2
      if pieces[middle].start <= offset { first = middle + 1 } else { behind = middle }
    }
    return first > 0 ? pieces[first - 1] : nil
  }
}
