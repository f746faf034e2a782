import Diagnostics
import SocialReport

/// Words that stand where the true ones are to come, or that writers left for each other.
enum Placeholders {
  /// In bytes of the block's text, in order, none over another.
  static func ranges(in block: Block) -> [Range<Int>] {
    var found: [Range<Int>] = []
    if block.words.contains(where: { rareWords.mayContain($0.hash) }) {
      found += words(block) + phrases(block)
    }
    if block.signs.contains(UInt8(ascii: "[")) { found += brackets(block) }
    if block.hasRow || block.hasEllipsis { found += rows(block) }
    if block.signs.contains(UInt8(ascii: "#")) { found += spreadsheet(block) }
    guard found.count > 1 else { return found }
    var kept: [Range<Int>] = []
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = kept.last, last.upperBound >= range.lowerBound {
        kept[kept.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        kept.append(range)
      }
    }
    return kept
  }

  /// A block without one of these has none of the words and phrases: most have none.
  private static let rareWords: WordFilter = {
    var filter = sentences.rareWords.union(tasks.rareWords)
    // As `xxx` is written in small letters and in capitals, and of any length.
    let crosses = (2...longest).map { String(repeating: "x", count: $0) }
    for word in notes + crosses + ["gg"] {
      for hash in Word.hashes(of: word) { filter.insert(hash) }
    }
    return filter
  }()

  // Words

  /// The most letters of a word that stands for another.
  private static let longest = 12

  /// The first in two parts, as a test looks for it in the sources, where it would be ours.
  private static let notes: Set<String> = ["TO" + "DO", "FIXME", "TBD", "TBC", "XYZ"]
  /// What thirty of can be, and what says that it is a number.
  private static let counted = Phrases([
    "edizione", "giornata", "anniversario", "congresso", "assemblea", "legislatura", "secolo",
    "rassegna", "festa", "fiera", "sagra", "premio", "convegno", "concorso", "domenica", "mostra",
    "seduta", "capitolo", "volume", "aprile",
  ])

  private static func words(_ block: Block) -> [Range<Int>] {
    block.words.indices.compactMap { index in
      let word = block.words[index]
      guard !word.isCode, !word.hasDigit, word.letters <= longest, mayStand(word, block) else {
        return nil
      }
      let text = block.string(word)
      if notes.contains(text) { return word.range }
      if text == "gg", isDate(word, block) {
        return word.start..<min(word.end + 3, block.text.count)
      }
      guard text.allSatisfy({ $0 == "x" || $0 == "X" }) else { return nil }
      if text.count == 2 { return text == "xx" && isNumber(index, block) ? word.range : nil }
      guard text.count > 2, text != "XXX" || !isThirty(index, block) else { return nil }
      return word.range
    }
  }

  /// Whether a word begins as one of them: most do not.
  private static func mayStand(_ word: Word, _ block: Block) -> Bool {
    switch block.text[word.start] {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): true
    case UInt8(ascii: "T"), UInt8(ascii: "F"): word.isAllCapitals
    case UInt8(ascii: "g"): word.range.count == 2
    default: false
    }
  }

  /// `gg/mm/aaaa`.
  private static func isDate(_ word: Word, _ block: Block) -> Bool {
    block.text[word.end...].starts(with: "/mm".utf8)
  }

  /// Whether two letters stand for a number: beside a slash, a sign of money, `n.`.
  private static func isNumber(_ index: Int, _ block: Block) -> Bool {
    let word = block.words[index]
    let before = block.text[max(0, word.start - 5)..<word.start]
    let after = block.text[word.end..<min(block.text.count, word.end + 6)]
    let ends = ["€ ", "€", "n. ", "n.", "/"].contains {
      before.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
    return ends || ["/", " euro", " €", " %", "%", ".xxx"].contains { after.starts(with: $0.utf8) }
  }

  /// `la XXX edizione`, `XXX Giornata`.
  private static func isThirty(_ index: Int, _ block: Block) -> Bool {
    let next = index + 1
    if next < block.words.count {
      let word = block.words[next]
      if word.start - block.words[index].end == 1,
        word.isCapitalised && !word.isAllCapitals
          || !counted.ranges(in: next..<next + 1, of: block).isEmpty
      {
        return true
      }
    }
    // Popes and kings.
    return index > 0 && block.words[index - 1].isCapitalised
      && block.words[index].start - block.words[index - 1].end == 1
      && !block.words[index - 1].isAllCapitals && index > 1
  }

  // Phrases

  private static let sentences = Phrases([
    "lorem ipsum", "inserire qui", "inserisci qui", "scrivere qui", "scrivi qui il testo",
    "testo di prova", "testo segnaposto", "testo provvisorio", "fare clic o toccare qui",
    "fare clic qui per immettere", "click or tap here", "click here to enter",
    "l'origine riferimento non è stata trovata", "il segnalibro non è definito",
    "reference source not found", "bookmark not defined",
  ])
  private static let tasks = Phrases(
    [
      "completare", "verificare", "controllare", "inserire", "aggiornare", "definire", "scrivere",
      "confermare", "integrare", "rivedere", "aggiungere", "correggere", "compilare", "sistemare",
      "chiedere", "decidere", "specificare", "allegare",
    ].map { "da " + $0 })

  private static func phrases(_ block: Block) -> [Range<Int>] {
    let all = 0..<block.words.count
    let told = tasks.ranges(in: all, of: block).filter { range in
      // In small letters they are a part of a sentence, unless they are all that is said.
      block.words[range].allSatisfy(\.isAllCapitals) || range.count == block.words.count
        || isBracketed(block.bytes(of: range), block)
    }
    return (sentences.ranges(in: all, of: block) + told).map(block.bytes)
  }

  private static let openers: ByteSet = "([{"
  private static let closers: ByteSet = ")]}"

  private static func isBracketed(_ range: Range<Int>, _ block: Block) -> Bool {
    range.lowerBound > 0 && range.upperBound < block.text.count
      && openers.contains(block.text[range.lowerBound - 1])
      && closers.contains(block.text[range.upperBound])
  }

  // Brackets

  private static let orders: Set<String> = [
    "inserire", "inserisci", "aggiungere", "aggiungi", "completare", "completa", "verificare",
    "verifica", "controllare", "controlla", "nota", "manca", "mancano", "chiedere", "chiedi",
    "specificare", "indicare", "scrivere", "scrivi", "segnaposto", "allegare",
  ]
  private static let nouns: Set<String> = [
    "importo", "data", "nome", "cognome", "numero", "cifra", "cifre", "testo", "titolo", "link",
    "foto", "immagine", "tabella", "grafico", "descrizione", "indirizzo", "percentuale", "anno",
    "ufficio",
  ]

  /// `[NOTA DI ANNA: …]`, `[inserire importo]`, `[VERIFICARE CON LA RAGIONERIA]`.
  private static func brackets(_ block: Block) -> [Range<Int>] {
    let text = LiteralText(block)
    var found: [Range<Int>] = []
    var at = 0
    while at < text.bytes.count {
      defer { at += 1 }
      guard text.bytes[at] == UInt8(ascii: "["), let end = text.end(of: at, by: UInt8(ascii: "]")),
        end - at < 200, !isLink(at, end, text.bytes)
      else { continue }
      let inside = block.words(in: at..<end)
      guard let first = inside.first, isNote(first, Array(inside), block) else { continue }
      found.append(at..<end)
      at = end - 1
    }
    return found
  }

  private static func isLink(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
    end < bytes.count && "([:".utf8.contains(bytes[end])
      || start > 0 && "]!".utf8.contains(bytes[start - 1])
  }

  private static func isNote(_ first: Word, _ words: [Word], _ block: Block) -> Bool {
    let name = block.string(first).lowercased()
    if name == "nota" {
      // `[nota del traduttore]` is for readers.
      return first.isAllCapitals
        || words.count > 1 && ["per", "a"].contains(block.string(words[1]))
    }
    if orders.contains(name) || nouns.contains(name) && words.count <= 3 { return true }
    return words.count > 1 && words.allSatisfy { $0.isAllCapitals || $0.letters == 1 }
      && words.reduce(0) { $0 + $1.letters } >= 8
  }

  // Signs

  /// `???`, `@@@`, `____`, `……`: three of one sign, five full stops.
  private static func rows(_ block: Block) -> [Range<Int>] {
    let text = block.hasCode ? LiteralText(block).bytes : block.text
    var found: [Range<Int>] = []
    var at = 0
    while at < text.count {
      let sign = text[at]
      guard isRepeated(sign) else {
        at += 1
        continue
      }
      let start = at
      if sign == 0xE2 {
        while text[at...].starts(with: "…".utf8) { at += 3 }
        if at - start >= 6 { found.append(start..<at) }
        at = max(at, start + 3)
        continue
      }
      while at < text.count, text[at] == sign { at += 1 }
      let enough = sign == UInt8(ascii: ".") ? 5 : 3
      // `###Orari` is a heading that is not read, and told as that.
      let isHeading =
        sign == UInt8(ascii: "#") && at < text.count
        && Alphabet.isPart(text[at])
      if at - start >= enough, !isHeading { found.append(start..<at) }
    }
    return found
  }

  /// A sign, or the first byte of `…`.
  private static func isRepeated(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "$"),
      UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "."), 0xE2:
      true
    default: false
    }
  }

  // What spreadsheets say of a value that they cannot make

  private static let errors = [
    "#DIV/0!", "#RIF!", "#VALORE!", "#NOME?", "#NUM!", "#NULLO!", "#N/D", "#REF!", "#VALUE!",
    "#NAME?", "#N/A",
  ]

  private static func spreadsheet(_ block: Block) -> [Range<Int>] {
    let text = block.text
    return text.indices.compactMap { at in
      guard text[at] == UInt8(ascii: "#"),
        let error = errors.first(where: { text[at...].starts(with: $0.utf8) })
      else { return nil }
      return at..<at + error.utf8.count
    }
  }
}

extension Block {
  /// Whether the first and the last byte of `…` are in the text.
  var hasEllipsis: Bool { signs.contains(0xE2) && signs.contains(0xA6) }

  /// The words that begin and end within a stretch of the text.
  func words(in range: Range<Int>) -> ArraySlice<Word> {
    var (first, behind) = (0, words.count)
    while first < behind {
      let middle = (first + behind) / 2
      if words[middle].start < range.lowerBound { first = middle + 1 } else { behind = middle }
    }
    return words[first...].prefix { $0.end <= range.upperBound }
  }
}
