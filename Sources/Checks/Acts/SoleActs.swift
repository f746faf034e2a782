import SocialReport

extension Block {
  /// The links to acts that have a sentence to themselves, with the sentence: of two acts in one nobody
  /// knows whose its words are.
  var soleActs: [(link: Link, act: String, sentence: Sentence)] {
    var found: [(link: Link, act: String, sentence: Int)] = []
    var counts: [Int: Int] = [:]
    for link in links {
      guard let act = TypedLink.actID(in: link.address),
        let sentence = sentenceNumber(at: link.range.lowerBound)
      else { continue }
      counts[sentence, default: 0] += 1
      found.append((link, act, sentence))
    }
    return found.filter { counts[$0.sentence] == 1 }.map {
      ($0.link, $0.act, sentences[$0.sentence])
    }
  }

  /// Which sentence a byte of the text stands in.
  private func sentenceNumber(at offset: Int) -> Int? {
    var (first, behind) = (0, sentences.count)
    while first < behind {
      let middle = (first + behind) / 2
      if sentences[middle].range.upperBound <= offset {
        first = middle + 1
      } else {
        behind = middle
      }
    }
    return first < sentences.count && sentences[first].range.contains(offset) ? first : nil
  }
}
