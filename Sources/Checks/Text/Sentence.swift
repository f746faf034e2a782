/// A sentence of a block.
package struct Sentence: Sendable {
  /// In the block's words.
  let words: Range<Int>
  /// In bytes of the block's text, from the first word to the last.
  let range: Range<Int>

  /// How many words there are as people and word processors count them, between spaces: `dell'ente`,
  /// `7/2022` and `C.C.` are one each.
  func count(in block: Block) -> Int {
    words.count { index in
      guard index > words.lowerBound else { return true }
      let gap = block.text[block.words[index - 1].end..<block.words[index].start]
      return gap.contains { $0 <= 0x20 } || gap.starts(with: [0xC2, 0xA0])
    }
  }

  /// Titles before a name, whose full stop never ends a sentence.
  private static let titles = hashes([
    "sig", "sigg", "dott", "ssa", "ing", "arch", "avv", "prof", "geom", "rag", "on", "sen", "mons",
    "mr", "mrs", "dr", "cap", "magg", "col", "gen", "ten", "fam",
  ])

  /// Abbreviations before a number or a name: their full stop ends a sentence only before a word
  /// that begins one.
  private static let references = hashes([
    "n", "nn", "nr", "num", "art", "artt", "cfr", "es", "pag", "pagg", "lett", "co", "ca", "tel",
    "prot", "ss", "segg", "fig", "tab", "tav", "all", "vs", "lgs", "reg", "del", "dd", "no", "v",
    "p",
    "pp", "dl", "vol", "sez", "rep", "par", "cfr", "ord", "det", "delib", "circ", "ecc", "etc",
    "max",
    "min", "tit", "mod", "rif", "int", "cit", "ed", "s", "st", "loc", "fraz", "vic", "str", "ab",
    "dlgs",
  ])

  private static let starters = hashes(
    [
      "il", "lo", "la", "i", "gli", "le", "un", "una", "nel", "nella", "per", "con", "dal", "dalla",
      "questo", "questa", "questi", "queste", "anche", "the", "this", "on", "in", "nei", "negli",
      "nelle", "dai", "dagli", "dalle", "dopo", "prima", "tra", "fra", "così", "inoltre", "infine",
      "quando", "chi", "che", "se", "non", "è", "sono", "ogni", "tutti", "tutte", "da", "di", "del",
      "della", "dei", "degli", "delle", "ha", "hanno", "l", "a", "al", "alla", "alle", "ai", "agli",
      "su", "sul",
    ])

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.flatMap { Word.hashes(of: $0) })
  }

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
    // Most words have one space behind them.
    guard next.start - word.end > 1, let stop = stop(in: text[word.end..<next.start]) else {
      return false
    }
    guard next.isCapitalised || next.hasDigit && next.letters == 0 else { return false }
    guard stop == UInt8(ascii: "."), text[word.end] == stop else { return true }
    if titles.contains(word.hash) { return false }
    // `G. Verdi` goes on; behind `S.p.A. La società` a word begins that only begins sentences.
    if word.letters == 1 && !word.hasDigit || references.contains(word.hash) {
      return starters.contains(next.hash) && next.isCapitalised && next.letters > 0
        && !(word.letters == 1 && next.letters == 1)
    }
    return true
  }

  /// The mark that ends a sentence in what stands between two words; nil where it goes on.
  ///
  /// Quotes and brackets may close before it and behind it: `”.`, `».`, `.»`, `?”)`. A full stop with
  /// no space behind stands inside something, `S.p.A`; a comma or a dash behind takes it up again.
  private static func stop(in gap: ArraySlice<UInt8>) -> UInt8? {
    var found: UInt8?
    var hasSpace = false
    for scalar in String(decoding: gap, as: UTF8.self).unicodeScalars {
      switch scalar {
      case ".", "!", "?", "\u{2026}":
        if found != nil, hasSpace { return nil }
        found = found ?? (scalar == "\u{2026}" ? UInt8(ascii: "!") : UInt8(scalar.value & 0x7F))
      case " ", "\u{A0}", "\u{202F}", "\n", "\t":
        // `5 %.` and `12 €.` have a space before the stop.
        hasSpace = found != nil
      case "(", "[", "\u{AB}", "\u{2039}", "\u{201E}":
        guard found != nil else { return nil }
      case ",", ";", ":", "-", "/", "=", "+", "\u{2013}", "\u{2014}":
        // What goes on behind a mark, as `«Perché?», chiede`, and what parts clauses before one.
        guard found != nil, hasSpace else { return nil }
      default: continue
      }
    }
    return hasSpace ? found : nil
  }
}
