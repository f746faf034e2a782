import Diagnostics

/// Capitals that are no acronym: formulas, codes, parts of names, words of an act's solemn style.
enum AcronymLookalikes {
  static func contain(_ index: Int, _ block: Block) -> Bool {
    let word = block.words[index]
    let text = block.string(word)
    return isRoman(text) || currencies.contains(text) || words.contains(word.hash)
      || isPartOfName(word, block) || isRoad(index, block) || isProvince(index, text, block)
      || isName(index, block) || isFirm(index, block)
  }

  /// Whether capitals are an Italian word that acts and notices shout.
  static func isWord(_ word: Word) -> Bool { words.contains(word.hash) }

  private static let numerals: ByteSet = "IVXLCDM"

  /// A Roman numeral that somebody would write: `XIV`, `MMXX`, but neither `CIL` nor `IIII`.
  static func isRoman(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ numerals.contains($0) }) else { return false }
    var rest = text[...]
    func take(_ one: Character, _ five: Character?, _ ten: Character?) {
      if let ten, rest.hasPrefix("\(one)\(ten)") {
        rest = rest.dropFirst(2)
      } else if let five, rest.hasPrefix("\(one)\(five)") {
        rest = rest.dropFirst(2)
      } else {
        if let five, rest.first == five { rest = rest.dropFirst() }
        for _ in 0..<3 where rest.first == one { rest = rest.dropFirst() }
      }
    }
    take("M", nil, nil)
    take("C", "D", "M")
    take("X", "L", "C")
    take("I", "V", "X")
    return rest.isEmpty
  }

  /// `D.LGS`, `OB.8.1`, `M1-C1`, `SS.MM`, `CO₂`, `PEG/PIAO`, `www.EXAMPLE`.
  private static func isPartOfName(_ word: Word, _ block: Block) -> Bool {
    let text = block.text
    func isGlue(_ byte: UInt8) -> Bool { "-/_@&+#".utf8.contains(byte) }
    func isInside(_ byte: UInt8) -> Bool { Alphabet.isPart(byte) || byte >= 0xC3 }
    if word.start > 0 {
      let before = text[word.start - 1]
      if isGlue(before) { return true }
      if before == UInt8(ascii: "."), word.start > 1, Alphabet.isPart(text[word.start - 2]) {
        return true
      }
    }
    guard word.end < text.count else { return false }
    let after = text[word.end]
    if isGlue(after) { return true }
    if after == UInt8(ascii: "."), word.end + 1 < text.count, isInside(text[word.end + 1]) {
      return true
    }
    // Small digits below or above: `CO₂`, `NO₂`, `m²`.
    guard word.end + 2 < text.count else { return false }
    let isLow =
      after == 0xE2 && text[word.end + 1] == 0x82 && (0x80...0x89).contains(text[word.end + 2])
    return isLow || after == 0xC2 && [0xB2, 0xB3, 0xB9].contains(text[word.end + 1])
  }

  private static let roads: Set<String> = ["SS", "SP", "SR", "SC", "RA", "NSA", "SGC", "SV", "EN"]

  /// `SS 113`, `SP 1`: a road, or a standard by its number.
  private static func isRoad(_ index: Int, _ block: Block) -> Bool {
    guard index + 1 < block.words.count else { return false }
    return block.words[index + 1].hasDigit && roads.contains(block.string(block.words[index]))
  }

  /// `Monreale (PA)`, `90046 Monreale PA`.
  private static func isProvince(_ index: Int, _ text: String, _ block: Block) -> Bool {
    guard index > 0, provinces.contains(text) else { return false }
    let before = block.words[index - 1]
    let gap = block.string(before.end..<block.words[index].start)
    return before.isCapitalised && [" ", " (", ", ", " - "].contains(gap)
  }

  private static let kinds = Set(
    [
      "società", "ditta", "impresa", "azienda", "cooperativa", "associazione", "consorzio",
      "fondazione", "gruppo", "piattaforma", "portale", "applicativo", "software", "marchio",
      "partecipata", "app", "onlus",
    ].flatMap { Word.hashes(of: $0) })

  /// `la società AMAP`, `la piattaforma SUE`: what is called so, and has no longer name there.
  private static func isName(_ index: Int, _ block: Block) -> Bool {
    guard index > 0 else { return false }
    let before = block.words[index - 1]
    return kinds.contains(before.hash)
      && ["", " ", " «", " “", " \""].contains(
        block.string(before.end..<block.words[index].start))
  }

  private static let companies = [
    "s.p.a", "spa ", "s.r.l", "srl ", "s.c.", "scarl", "s.n.c", "s.a.s", "soc. coop", "società",
    "coop", "onlus", "a.p.s", "o.d.v", "s.s.d", "a.s.d",
  ].map { Array($0.utf8) }

  /// `EDILCO s.r.l.`, `AUTOLINEE VAL TIDA S.r.l.`: the form of a company stands behind its name.
  static func isFirm(_ index: Int, _ block: Block) -> Bool {
    for at in index..<min(index + 5, block.words.count) where block.words[at].isAllCapitals {
      let after = block.text[block.words[at].end...].drop { $0 == 0x20 }.prefix(12)
        .map(Alphabet.small)
      if companies.contains(where: { after.starts(with: $0) }) { return true }
      // The name goes on in capitals, or it ends here.
      guard after.first.map(Alphabet.isPart) == true, at + 1 < block.words.count,
        block.words[at + 1].isAllCapitals
      else { return false }
    }
    return false
  }

  private static let currencies: Set<String> = ["EUR", "USD", "CHF", "GBP"]

  /// Words that acts and notices write in capitals, and short words that stand beside them.
  private static let words = Set(
    [
      "lgs", "del", "dell", "della", "dello", "dei", "degli", "delle", "dal", "dalla", "dato",
      "atto",
      "visto", "vista", "visti", "viste", "preso", "atteso", "ritenuto", "udito", "sentito",
      "premesso", "letto", "art", "artt", "comma", "nota", "note", "oggetto", "delibera", "dispone",
      "il", "lo", "la", "gli", "le", "un", "una", "uno", "di", "da", "in", "con", "su", "per",
      "tra",
      "fra", "ed", "al", "alla", "alle", "ai", "agli", "nel", "nella", "sul", "sulla", "che", "chi",
      "cui", "non", "si", "sì", "no", "mai", "ora", "oggi", "solo", "tutti", "tutte", "tutto",
      "anche", "sono", "stato", "stata", "nuovo", "nuova", "comune", "sindaco", "giunta", "città",
      "anno", "totale", "tot", "gratis", "stop", "info", "nb", "via", "piazza", "est", "ovest",
      "nord",
      "sud", "zona", "zone", "area", "aree", "casa", "case", "scuola", "scuole", "parco", "museo",
      "teatro",
      "orario", "orari", "aperto", "chiuso", "avviso", "bando", "gara", "lotto", "fase", "linea",
      "quota",
      "entrate", "spese", "uscite", "titolo", "parte", "capo", "estate", "natale", "festa", "sport",
      "donne",
      "giovani", "anziani", "bambini", "sì", "ancora", "sempre", "prima", "dopo", "molto", "grazie",
      "importante", "urgente", "novità", "oltre", "meno", "più", "euro", "mila", "day", "top",
      "new", "open", "roma", "italia", "the", "and", "of",
    ].flatMap { Word.hashes(of: $0) })

  private static let provinces: Set<String> = [
    "AG", "AL", "AN", "AO", "AP", "AQ", "AR", "AT", "AV", "BA", "BG", "BI", "BL", "BN", "BO", "BR",
    "BS", "BT", "BZ", "CA", "CB", "CE", "CH", "CL", "CN", "CO", "CR", "CS", "CT", "CZ", "EN", "FC",
    "FE", "FG", "FI", "FM", "FR", "GE", "GO", "GR", "IM", "IS", "KR", "LC", "LE", "LI", "LO", "LT",
    "LU", "MB", "MC", "ME", "MI", "MN", "MO", "MS", "MT", "NA", "NO", "NU", "OR", "PA", "PC", "PD",
    "PE", "PG", "PI", "PN", "PO", "PR", "PT", "PU", "PV", "PZ", "RA", "RC", "RE", "RG", "RI", "RM",
    "RN", "RO", "SA", "SI", "SO", "SP", "SR", "SS", "SU", "SV", "TA", "TE", "TN", "TO", "TP", "TR",
    "TS", "TV", "UD", "VA", "VB", "VC", "VE", "VI", "VR", "VT", "VV",
  ]
}
