/// The ways in which Italian and English texts explain an acronym where they use it.
enum AcronymExplanations {
  static func explain(_ index: Int, _ block: Block) -> Bool {
    standsInBrackets(index, block) || hasBracketsBehind(index, block)
      || isIntroduced(index, block) || isContinued(index, block) || Initials.areBeside(index, block)
      || Initials.standNear(index, block)
  }

  /// A line of a legend, which holds for the whole page: `DUP: documento unico …`, `DUP = …`.
  static func isLegend(_ block: Block) -> Bool {
    guard let first = block.words.first, first.isAllCapitals, block.words.count > 2 else {
      return false
    }
    let gap = gap(after: 0, block)
    return [":", "=", "\u{2013}", "\u{2014}", " - ", "("].contains(where: gap.contains)
      && Initials.spell(first, in: block, from: 1, to: min(block.words.count, 16)) != nil
  }

  /// `(DUP)`, `(«DUP»)`, `(in breve DUP)`, `(di seguito «PEG»)`, behind some words.
  private static func standsInBrackets(_ index: Int, _ block: Block) -> Bool {
    let text = block.text
    let word = block.words[index]
    var open = word.start - 1
    while open >= 0, text[open] != UInt8(ascii: "(") {
      if text[open] == UInt8(ascii: ")") || word.start - open > 60 { return false }
      open -= 1
    }
    guard open >= 0 else { return false }
    var first = index
    while first > 0, block.words[first - 1].start > open { first -= 1 }
    guard first > 1, block.words[first..<index].allSatisfy({ introducers.contains($0.hash) }) else {
      return false
    }
    return gap(after: index, block).contains(")")
  }

  /// `DUP (documento unico di programmazione)`, also where the letters are others.
  private static func hasBracketsBehind(_ index: Int, _ block: Block) -> Bool {
    guard gap(after: index, block).contains("("), index + 1 < block.words.count else {
      return false
    }
    let behind = block.text[block.words[index].end...].prefix(400)
    let close = behind.firstIndex(of: UInt8(ascii: ")")) ?? behind.endIndex
    let inside = block.words[(index + 1)...].prefix { $0.start < close }
    guard let first = inside.first else { return false }
    if Initials.spell(
      block.words[index], in: block, from: index + 1, to: index + 1 + inside.count) != nil
    {
      return true
    }
    // `FPA (ForumPA)`: one longer name for it.
    if inside.count == 1, first.hasSmallLetter, first.letters > block.words[index].letters,
      block.text[first.start] == block.text[block.words[index].start]
    {
      return true
    }
    // A reference is no explanation, and neither is a year.
    return inside.count >= 2 && !inside.contains { $0.hasDigit } && !references.contains(first.hash)
      && inside.contains { $0.hasSmallLetter && $0.letters > 3 }
  }

  /// `detto SUAP`, `in sigla PEG`, `acronimo: DUP`, `cosiddetto PNRR`.
  private static func isIntroduced(_ index: Int, _ block: Block) -> Bool {
    guard index > 1 else { return false }
    let before = block.words[index - 1].hash
    if naming.contains(before) { return true }
    guard index > 2 else { return false }
    return pairs.contains { $0.0 == block.words[index - 2].hash && $0.1 == before }
  }

  /// `DUP, cioè …`, `DUP, acronimo di …`, `DUP sta per …`, `PNRR, il Piano nazionale …`.
  private static func isContinued(_ index: Int, _ block: Block) -> Bool {
    guard index + 2 < block.words.count else { return false }
    let next = block.words[index + 1]
    if continuing.contains(next.hash) { return true }
    // `ROE medio, cioè il rendimento del capitale`
    if block.words[(index + 2)...].prefix(2).contains(where: { glosses.contains($0.hash) }) {
      return true
    }
    let gap = gap(after: index, block)
    guard [",", ":", "="].contains(where: gap.contains), articles.contains(next.hash) else {
      return false
    }
    // A list goes on in the same way: `l'INPS, l'INAIL`, `il PEG, la mensa`.
    let after = block.words[index + 2]
    let initial = Alphabet.small(block.text[block.words[index].start])
    return !after.isAllCapitals && Alphabet.small(block.text[after.start]) == initial
  }

  private static func gap(after index: Int, _ block: Block) -> String {
    let end = index + 1 < block.words.count ? block.words[index + 1].start : block.text.count
    return block.string(block.words[index].end..<end)
  }

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.flatMap { Word.hashes(of: $0) })
  }

  /// What stands with an acronym between brackets.
  private static let introducers = hashes([
    "in", "breve", "di", "seguito", "d", "ora", "poi", "avanti", "per", "brevità", "sigla",
    "acronimo", "abbreviato", "detto", "detta", "detti", "dette", "anche", "solo", "soltanto",
    "semplicemente", "il", "lo", "la", "l", "i", "gli", "le", "nel", "prosieguo", "cosiddetto",
    "cosiddetta", "cd", "c", "o", "denominato", "denominata", "chiamato", "chiamata", "noto",
    "nota",
    "come", "conosciuto", "conosciuta", "successivamente", "hereafter", "short", "for", "called",
    "known", "as", "ex",
  ])

  private static let naming = hashes([
    "detto", "detta", "detti", "dette", "cosiddetto", "cosiddetta", "cosiddetti", "cosiddette",
    "acronimo", "sigla", "abbreviato", "abbreviata", "called",
  ])

  private static let pairs: [(UInt64, UInt64)] = [
    ("in", "breve"), ("di", "seguito"), ("in", "sigla"), ("in", "poi"), ("in", "avanti"),
    ("per", "brevità"), ("noto", "come"), ("nota", "come"), ("conosciuto", "come"),
    ("conosciuta", "come"), ("abbreviato", "in"), ("abbreviata", "in"), ("c", "d"),
    ("detto", "anche"), ("detta", "anche"), ("known", "as"), ("in", "short"),
  ].compactMap { first, second in
    guard let one = Word.hashes(of: first).first, let two = Word.hashes(of: second).first else {
      return nil
    }
    return (one, two)
  }

  private static let continuing = hashes([
    "cioè", "ossia", "ovvero", "acronimo", "sigla", "significa", "sta", "vuol", "indica", "stands",
    "means",
  ])

  private static let glosses = hashes(["cioè", "ossia", "ovverosia"])

  private static let articles = hashes([
    "il", "la", "lo", "l", "i", "gli", "le", "un", "una", "the", "that", "a", "an",
  ])

  private static let references = hashes([
    "vedi", "vd", "cfr", "art", "artt", "delibera", "deliberazione", "determina", "see", "dal",
    "dalla", "fino", "nel", "nella", "pag", "approvato", "approvata", "aggiornato", "aggiornata",
  ])
}
