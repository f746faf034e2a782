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
      return found.map { range in
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

  /// Dots that go on a list: outside brackets, which mark what a quotation leaves out, and behind a
  /// comma of the same sentence, without which they only pause.
  private static func marks(in block: Block) -> [Range<Int>] {
    let text = block.text
    var found: [Range<Int>] = []
    var at = 0
    while at + 2 < text.count {
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
      if !isOmission, !isCode(at, block), goesOn(at, block) { found.append(at..<at + 3) }
      at += 3
    }
    return found
  }

  private static func goesOn(_ offset: Int, _ block: Block) -> Bool {
    let text = block.text
    let after = text[(offset + 3)...].prefix(3)
    let closesSpeech =
      after.starts(with: [0xC2, 0xBB]) || after.starts(with: [0xE2, 0x80, 0x9D])
      || after.first == UInt8(ascii: "\"")
    let start = block.sentences.last { $0.range.lowerBound <= offset }?.range.lowerBound ?? 0
    return !closesSpeech && text[min(start, offset)..<offset].contains(UInt8(ascii: ","))
  }

  private static func isCode(_ offset: Int, _ block: Block) -> Bool {
    block.hasCode
      && block.pieces.last { $0.start <= offset }.map {
        if case .code = $0.kind { true } else { false }
      }
        == true
  }
}
