import Diagnostics
import SocialReport

/// An acronym is in the glossary or explained where a page first uses it.
enum UnexplainedAcronyms {
  static let rule = Rule(
    .unexplainedAcronym, .warning, .text,
    Phrase(
      it: "Una sigla è nel glossario, oppure è spiegata dove la pagina la usa per la prima volta.",
      en: "An acronym is in the glossary, or explained where a page first uses it."),
    why: Phrase(
      it: "Chi non lavora in Comune non conosce DUP, PEG e PTPCT.",
      en: "Whoever does not work in a town hall does not know DUP, PEG and PTPCT."),
    source: "Designers Italia, manuale di linguaggio: sigle e acronimi",
    wrong: [.prose("La mensa è nel ⟦DUP⟧. Il DUP è un piano.")],
    right: [
      .prose("La mensa è nel DUP (documento unico di programmazione). Il DUP è un piano."),
      .prose("La mensa è nel documento unico di programmazione (DUP)."),
      .prose(
        "La mensa è nel DUP, il documento unico di programmazione. L'IVA è al 4 %, nel capo II."),
    ], onText: check)

  /// Those that everybody knows better than their words.
  private static let known: Set<String> = [
    "IVA", "CAP", "UE", "EU", "UK", "USA", "ONU", "PDF", "SMS", "TV", "CD", "DVD", "USB", "GPS",
    "WC",
    "CEO", "DNA", "RAI", "FIAT", "NATO", "OK", "PIN", "IBAN", "ISBN", "CC", "BY", "SPA", "SRL",
    "URL",
    "WWW", "HTML", "CSV", "JSON", "XML", "EUR", "COVID", "AM", "PM", "LED", "QR", "MB", "GB", "TB",
    "KM", "PEC", "INPS", "ISTAT", "IRPEF", "UNI", "EN", "ISO", "DPR", "DPCM", "DL",
  ]

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    var seen: Set<UInt64> = []
    return page.blocks.flatMap { text, block -> [Finding] in
      // A whole line in capitals is told as that.
      guard block.hasCapitals, !block.isShouted else { return [] }
      let shouted = AllCapitals.runs(in: block)
      return block.words.indices.compactMap { index in
        let word = block.words[index]
        guard word.isAllCapitals, word.letters <= 7, !word.isCode,
          !shouted.contains(where: { $0.contains(index) }), seen.insert(word.hash).inserted,
          !isPartOfName(index, block)
        else { return nil }
        let acronym = block.string(word)
        guard !known.contains(acronym), !context.knownAcronyms.contains(acronym),
          !isRoman(acronym), !isExplained(index, block), !isTerm(word, block)
        else { return nil }
        return Finding(
          Phrase(
            it: "la sigla «\(acronym)» non è nel glossario e qui non è spiegata",
            en: "the acronym “\(acronym)” is not in the glossary and not explained here"),
          help: Phrase(
            it:
              "la prima volta scrivi le parole intere e la sigla tra parentesi, oppure mettila nel "
              + "glossario con `sigla:`",
            en:
              "at first write the whole words and the acronym in brackets, or put it into the glossary "
              + "with `acronym:`"), at: context.place(of: word.range, in: block, of: text))
      }
    }
  }

  private static func isRoman(_ text: String) -> Bool { text.allSatisfy { "IVXLC".contains($0) } }

  /// Capitals that belong to a longer name or a code: `S.p.A.`, `M1-C1`, `CO2`, `A-B`.
  private static func isPartOfName(_ index: Int, _ block: Block) -> Bool {
    let word = block.words[index]
    func isGlue(_ byte: UInt8) -> Bool {
      [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "@")].contains(byte)
    }
    if word.start > 0, isGlue(block.text[word.start - 1]) { return true }
    return word.end < block.text.count && isGlue(block.text[word.end])
  }

  /// Words before or behind it in brackets, or behind a comma with their article.
  private static func isExplained(_ index: Int, _ block: Block) -> Bool {
    let word = block.words[index]
    let text = block.text
    if word.start > 0, text[word.start - 1] == UInt8(ascii: "("), index > 1 { return true }
    // `Documento unico di programmazione, DUP, …`
    if index > 2, word.start > 1, text[word.start - 2] == UInt8(ascii: ","), word.end < text.count,
      text[word.end] == UInt8(ascii: ",")
    {
      return true
    }
    var after = word.end
    while after < text.count, text[after] == 0x20 { after += 1 }
    guard after < text.count, index + 1 < block.words.count else { return false }
    if text[after] == UInt8(ascii: "(") { return true }
    // The name of a company.
    if companies.contains(where: { text[after...].starts(with: $0) }) { return true }
    // `[PNRR](voce:pnrr), cioè il piano …`, `PNRR, il piano …`
    guard text[after] == UInt8(ascii: ",") || text[after] == UInt8(ascii: ":") else { return false }
    return openers.contains(block.words[index + 1].hash)
  }

  /// A link to the glossary explains what it names.
  private static func isTerm(_ word: Word, _ block: Block) -> Bool {
    guard let link = block.link(at: word.start) else { return false }
    return if case .success(.term) = TypedLink.parse(link.address) { true } else { false }
  }

  private static let companies = ["S.p.A", "S.r.l", "Spa ", "Srl "].map { Array($0.utf8) }

  private static let openers: Set<UInt64> = Set(
    [
      "il", "la", "lo", "l", "i", "gli", "le", "cioè", "ossia", "ovvero", "un", "una", "the",
      "that",
      "a", "an",
    ].flatMap { Word.hashes(of: $0) })
}

extension Block {
  /// Whether most of it is in capitals.
  var isShouted: Bool {
    let letters = words.reduce(0) { $0 + $1.letters }
    let capitals = words.reduce(0) { $0 + ($1.isAllCapitals ? $1.letters : 0) }
    return words.count > 2 && capitals * 2 > letters
  }
}
