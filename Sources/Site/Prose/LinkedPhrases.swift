import Checks
import Markdown

/// A stretch of a block's words that becomes a link.
struct LinkedPhrase {
  /// In bytes of the block's text.
  let range: Range<Int>
  let opening: String
}

/// The words of a block that are plain text in one place of the tree: no code, no link, nothing that begins
/// or ends inside a stretch of them.
struct PlainWords {
  private let reading: ProseReading
  private let number: Int
  private let block: Block
  /// Whether pieces are in the tree as they were read: each is compared once, as it may be the whole text.
  private var known: [Int: Bool] = [:]

  init(_ reading: ProseReading, block number: Int) {
    (self.reading, self.number, block) = (reading, number, reading.text.blocks[number])
  }

  mutating func hold(_ range: Range<Int>) -> Bool {
    if block.isHeading || block.link(overlapping: range) != nil { return false }
    let covered = reading.pieces(covering: range, ofBlock: number)
    guard let first = covered.first, let parent = reading.nodes[number][first].parent else {
      return false
    }
    return covered.allSatisfy { index in
      switch block.pieces[index].kind {
      case .space: reading.nodes[number][index].parent == parent
      case .text: reading.nodes[number][index].parent == parent && isUnchanged(index)
      case .code, .linkEnd, .object: false
      }
    }
  }

  /// A pass before may have changed a text, as the one that makes captions does.
  private mutating func isUnchanged(_ index: Int) -> Bool {
    if let known = known[index] { return known }
    let found =
      reading.nodes[number][index].literal == block.string(reading.range(ofPiece: index, block))
    known[index] = found
    return found
  }
}

extension ProseReading {
  /// Makes links of stretches of a block, which must be plain, apart and in order.
  func wrap(_ phrases: [LinkedPhrase], inBlock number: Int) {
    let block = text.blocks[number]
    let links = phrases.map { Node.customInline(enter: $0.opening, exit: "</a>") }
    var placed = 0
    var first = 0
    for (index, node) in nodes[number].enumerated() {
      let piece = range(ofPiece: index, block)
      while first < phrases.count, phrases[first].range.upperBound <= piece.lowerBound {
        first += 1
      }
      let inside = phrases.indices[first...].prefix {
        phrases[$0].range.lowerBound < piece.upperBound
      }
      guard !inside.isEmpty, !piece.isEmpty else { continue }
      switch block.pieces[index].kind {
      case .code, .linkEnd, .object: continue
      case .text, .space: break
      }
      // The node itself becomes the last part of what it was, as passes to come know it.
      var rest = piece
      func part(_ end: Int, to link: Node?) {
        guard end > rest.lowerBound else { return }
        let isLast = end == piece.upperBound
        let text = block.string(rest.lowerBound..<end)
        if isLast {
          if case .text = block.pieces[index].kind { node.literal = text }
          link?.append(node)
        } else if let new = Node.text(text) {
          if let link { link.append(new) } else { new.insert(before: node) }
        }
        rest = end..<piece.upperBound
      }
      for phrase in inside {
        guard let link = links[phrase] else { continue }
        let range = phrases[phrase].range
        part(min(max(range.lowerBound, piece.lowerBound), piece.upperBound), to: nil)
        if phrase >= placed {
          link.insert(before: node)
          placed = phrase + 1
        }
        part(min(range.upperBound, piece.upperBound), to: link)
      }
      part(piece.upperBound, to: nil)
    }
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
