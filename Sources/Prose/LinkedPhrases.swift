import Checks
import Hypertext
import Markdown

/// A stretch of a block's words that becomes a link.
struct LinkedPhrase {
  /// In bytes of the block's text.
  let range: Range<Int>
  let opening: HTML
}

/// Markup that is put into a text: where a link begins or ends in it.
struct PhraseMark {
  /// In bytes of the text.
  let place: Int
  let markup: HTML
}

/// The words of a block that are plain text in one place of the tree: no code, no link, nothing that begins
/// or ends inside a stretch of them.
struct PlainWords {
  private let reading: ProseReading
  private let number: Int
  private let block: Block

  init(_ reading: ProseReading, block number: Int) {
    (self.reading, self.number, block) = (reading, number, reading.text.blocks[number])
  }

  func hold(_ range: Range<Int>) -> Bool {
    if block.isHeading || block.link(overlapping: range) != nil { return false }
    let covered = reading.pieces(covering: range, ofBlock: number)
    guard let first = covered.first, let parent = reading.nodes[number][first].parent else {
      return false
    }
    return covered.allSatisfy { index in
      switch block.pieces[index].kind {
      case .space, .text: reading.nodes[number][index].parent == parent
      case .code, .linkEnd, .object: false
      }
    }
  }
}

extension ProseReading {
  /// Notes where a stretch of a block, which must be plain, begins and ends in the tree's texts.
  func mark(_ phrase: LinkedPhrase, inBlock number: Int, _ marks: inout [Node: [PhraseMark]]) {
    let block = text.blocks[number]
    let texts = pieces(covering: phrase.range, ofBlock: number).filter {
      if case .text = block.pieces[$0].kind { true } else { false }
    }
    guard let first = texts.first, let last = texts.last else { return }
    let start = range(ofPiece: first, block).lowerBound
    marks[nodes[number][first], default: []].append(
      PhraseMark(place: max(0, phrase.range.lowerBound - start), markup: phrase.opening))
    let end = range(ofPiece: last, block)
    marks[nodes[number][last], default: []].append(
      PhraseMark(
        place: min(phrase.range.upperBound, end.upperBound) - end.lowerBound,
        markup: HTML(bytes: Array("</a>".utf8))))
  }

  fileprivate func pieces(covering range: Range<Int>, ofBlock number: Int) -> [Int] {
    let block = text.blocks[number]
    // The first that ends behind where the stretch begins; pieces are in order.
    var first = 0
    var behind = block.pieces.count
    while first < behind {
      let middle = (first + behind) / 2
      if self.range(ofPiece: middle, block).upperBound <= range.lowerBound {
        first = middle + 1
      } else {
        behind = middle
      }
    }
    return block.pieces.indices[first...].prefix { block.pieces[$0].start < range.upperBound }
      .filter { !self.range(ofPiece: $0, block).isEmpty }
  }

  fileprivate func range(ofPiece index: Int, _ block: Block) -> Range<Int> {
    let end = index + 1 < block.pieces.count ? block.pieces[index + 1].start : block.text.count
    return block.pieces[index].start..<end
  }
}
