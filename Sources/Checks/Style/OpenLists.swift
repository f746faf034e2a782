import Diagnostics

/// A list says all that it means.
enum OpenLists {
  static let rule = Rule(
    .openList, .warning, .text,
    Phrase(
      it: "Gli elenchi sono chiusi: niente «…» né «ecc.».",
      en: "Lists are closed: no “…” and no “etc.”."),
    why: Phrase(
      it: "In un rendiconto ciò che sta nei puntini non si può controllare.",
      en: "In an account, what lies in the dots cannot be checked."),
    source: "Dipartimento della Funzione pubblica, direttiva 8 maggio 2002",
    wrong: [
      .prose("Abbiamo aperto mense, palestre⟦…⟧ in città."),
      .prose("Abbiamo aperto mense, palestre, ⟦ecc⟧. in città."),
    ],
    right: [
      .prose("Abbiamo aperto mense e palestre. «Il piano […] prevede»."),
      .prose("«Per fortuna era solo una prova...», ha detto. E poi… la festa, con la banda."),
    ], onText: check)

  private static let words = Phrases(["ecc", "eccetera", "etc"])

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.blocks.flatMap { text, block -> [Finding] in
      let found =
        words.ranges(in: 0..<block.words.count, of: block).map(block.bytes) + marks(in: block)
      guard !found.isEmpty else { return [] }
      let leftovers = Stretches(Placeholders.ranges(in: block))
      return found.lazy.filter { mark in !leftovers.overlaps(mark) }.map { range in
        Finding(
          Phrase(
            it: "«\(block.string(range))» lascia aperto l'elenco",
            en: "“\(block.string(range))” leaves the list open"),
          help: Phrase(
            it: "di' tutte le voci, oppure «per esempio» prima di quelle che dici",
            en: "tell all entries, or put “for example” before those that you tell"),
          at: context.place(of: range, in: block, of: text))
      }
    }
  }

  /// Dots that leave something open: not those in brackets, which mark what a quotation leaves out,
  /// nor those at the end of a speech or in mid-sentence, which pause.
  private static func marks(in block: Block) -> [Range<Int>] {
    guard block.hasRow || block.hasEllipsis else { return [] }
    let text = block.text
    var found: [Range<Int>] = []
    var at = 0
    var comma = -1
    var sentences = block.sentences[...]
    var start = 0
    while at + 2 < text.count {
      if text[at] == UInt8(ascii: ",") { comma = at }
      while let next = sentences.first, next.range.lowerBound <= at {
        start = next.range.lowerBound
        sentences = sentences.dropFirst()
      }
      let (first, last) = (text[at], text[at + 2])
      guard
        first == 0xE2 && text[at + 1] == 0x80 && last == 0xA6
          || first == UInt8(ascii: ".") && text[at + 1] == first && last == first
      else {
        at += 1
        continue
      }
      let before = at > 0 ? text[at - 1] : 0
      let isOmission = before == UInt8(ascii: "[") || before == UInt8(ascii: "(")
      let isPause = comma < start && goesOn(at, block) || closesSpeech(at, block)
      if !isOmission, !isPause, !isCode(at, block) {
        found.append(at..<at + 3)
      }
      at += 3
    }
    return found
  }

  /// Whether the sentence goes on behind the dots.
  private static func goesOn(_ offset: Int, _ block: Block) -> Bool {
    let after = block.text[(offset + 3)...].prefix(3)
    return after.first == 0x20 && after.dropFirst().first.map { (0x61...0x7A).contains($0) } == true
  }

  private static func closesSpeech(_ offset: Int, _ block: Block) -> Bool {
    let after = block.text[(offset + 3)...].prefix(3)
    return after.starts(with: [0xC2, 0xBB]) || after.starts(with: [0xE2, 0x80, 0x9D])
      || after.first == UInt8(ascii: "\"")
  }

  private static func isCode(_ offset: Int, _ block: Block) -> Bool {
    guard block.hasCode, case .code = block.piece(at: offset)?.kind else { return false }
    return true
  }
}
