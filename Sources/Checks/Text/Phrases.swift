import SocialReport

/// Some words and phrases to look for in texts, capitals aside.
struct Phrases: Sendable {
  private var byFirst: [UInt64: [[UInt64]]] = [:]
  private var firstWords = WordFilter()
  /// The longest word of each, which is the rarest: a text without all of them has none of the phrases.
  private(set) var rareWords = WordFilter()

  init(_ phrases: [String]) {
    for phrase in phrases {
      let words = Word.words(of: Array(phrase.utf8))
      guard let first = words.first, let longest = words.max(by: { $0.letters < $1.letters })
      else { continue }
      byFirst[first.hash, default: []].append(words.map(\.hash))
      firstWords.insert(first.hash)
      rareWords.insert(longest.hash)
    }
    // The longer of two that begin alike is the one that was meant.
    for key in byFirst.keys { byFirst[key]?.sort { $0.count > $1.count } }
  }

  /// Where they stand in some words of a block, as ranges of its words.
  func ranges(in words: Range<Int>, of block: Block) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = words.lowerBound
    let all = block.words
    while at < words.upperBound {
      guard firstWords.mayContain(all[at].hash) else {
        at += 1
        continue
      }
      let length = length(at: at, in: words, of: block)
      if length > 0, !block.words[at].isCode { found.append(at..<at + length) }
      at += max(1, length)
    }
    return found
  }

  private func length(at: Int, in words: Range<Int>, of block: Block) -> Int {
    let hash = block.words[at].hash
    guard let candidates = byFirst[hash] else { return 0 }
    for candidate in candidates where at + candidate.count <= words.upperBound {
      if zip(candidate, at...).allSatisfy({ $0 == block.words[$1].hash }) { return candidate.count }
    }
    return 0
  }
}

extension Block {
  /// The bytes from the first of some words to the last.
  func bytes(of range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].start..<words[range.upperBound - 1].end
  }

  /// Whether some words hold a number or a link to a figure.
  func hasFigure(_ range: Range<Int>) -> Bool {
    let stretch = bytes(of: range)
    return words[range].contains { $0.hasDigit }
      || links(from: stretch.lowerBound, to: stretch.upperBound).contains { link in
        stretch.overlaps(link.range) && TypedLink.isFigure(link.address)
      }
  }
}
