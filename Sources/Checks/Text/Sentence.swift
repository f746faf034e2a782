/// A sentence of a block.
package struct Sentence: Sendable {
  /// In the block's words.
  let words: Range<Int>
  /// In bytes of the block's text, from the first word to the last.
  let range: Range<Int>

  /// Abbreviations whose full stop ends no sentence, in small letters.
  private static let abbreviations: Set<String> = [
    "n", "nn", "nr", "art", "artt", "sig", "dott", "ing", "arch", "avv", "prof", "cfr", "es", "pag",
    "pagg", "cap", "lett", "co", "comma", "ca", "tel", "prot", "ss", "segg", "fig", "tab", "all",
    "vs", "lgs", "reg", "del", "dd", "mr", "dr", "no", "art", "v", "p", "pp", "min", "max", "dl",
  ]

  private static let starters = Set(
    [
      "il", "lo", "la", "i", "gli", "le", "un", "una", "nel", "nella", "per", "con", "dal", "dalla",
      "questo", "questa", "anche", "the", "this", "in", "on",
    ].flatMap { Word.hashes(of: $0) })

  static func sentences(of text: [UInt8], _ words: [Word]) -> [Sentence] {
    guard !words.isEmpty else { return [] }
    var found: [Sentence] = []
    var first = 0
    for index in words.indices {
      let isLast = index == words.count - 1
      guard isLast || ends(after: index, text, words) else { continue }
      found.append(
        Sentence(words: first..<index + 1, range: words[first].start..<words[index].end))
      first = index + 1
    }
    return found
  }

  /// Whether what stands between a word and the next ends a sentence.
  private static func ends(after index: Int, _ text: [UInt8], _ words: [Word]) -> Bool {
    let word = words[index]
    let next = words[index + 1]
    let gap = text[word.end..<next.start]
    guard let stop = gap.first(where: { !isCloser($0) }) else { return false }
    let isEllipsis = stop == 0xE2 && gap.contains(0xA6)
    guard isEllipsis || [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(stop)
    else { return false }
    // A full stop with no space behind it stands inside something: `S.p.A`, `D.Lgs`.
    guard gap.contains(0x20) || gap.contains(0xA0) else { return false }
    guard next.isCapitalised || next.hasDigit && next.letters == 0 else { return false }
    if stop == UInt8(ascii: ".") {
      // `G. Verdi` goes on; behind `S.p.A. La società` a word begins that only begins sentences.
      if word.letters == 1, !word.hasDigit { return starters.contains(next.hash) }
      let name = String(decoding: text[word.range], as: UTF8.self).lowercased()
      if abbreviations.contains(name), !(word.letters > 3 && next.isCapitalised) { return false }
    }
    return true
  }

  /// Brackets and quotes that close before the full stop.
  private static func isCloser(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"") || byte == 0xC2 || byte == 0xBB
      || byte == 0xB0 || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "]")
  }
}
