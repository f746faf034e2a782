import Diagnostics

/// A sign or a year at the beginning of a line is not taken for the mark of an entry.
enum UnmeantLists {
  static let rule = Rule(
    .unmeantList, .warning, .marks,
    Phrase(
      it: "Un segno o un anno a inizio riga non diventa la voce di un elenco.",
      en: "A sign or a year at the beginning of a line does not become an entry of a list."),
    why: Phrase(
      it:
        "`+ 12 %` a inizio riga diventa un punto di elenco e perde il più, `> 65 anni` una citazione; "
        + "«2024. Un anno…» un elenco che comincia da 2024.",
      en: "`+ 12 %` at the beginning of a line becomes a bullet and loses its plus, `> 65 years` a "
        + "quotation; “2024. A year…” a list that begins at 2024."),
    source: "CommonMark 0.31.2, 5.1 e 5.2",
    wrong: [
      .prose("Gli iscritti crescono.\n\n⟦+ 12 % in un anno⟧"),
      .prose("La temperatura:\n\n⟦- 5 gradi⟧"), .prose("⟦2024. Un anno di mensa.⟧"),
      .prose("| Anno | Posti |\n|---|---|\n| 2021 | 90* |\n\n⟦* Dato provvisorio.⟧"),
      .prose("La mensa,\n⟦- dicono le famiglie - costa poco.⟧"),
      .prose("⟦1. gennaio 2024: apre la mensa.⟧"), .prose("Chi ha:\n\n⟦> 65 anni paga meno.⟧"),
    ],
    right: [
      .prose("- 5 nuove sale\n- 3 palestre\n\n1. La mensa\n2. La sala\n\n> «La mensa è bella.»"),
      .prose("\\+ 12 % in un anno\n\n−5 gradi\n\n2024\\. Un anno\n\n- Una voce sola di 12 %"),
      .prose("Raccogliamo:\n- la carta\n\n* Una voce"),
    ], onText: check)

  private static let measures = [
    "%", "€", "°", "euro", "gradi", "punti", "per cento", "milioni", "mila", "percento",
  ]
  private static let months = [
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre",
  ]

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    context.unfolded(page).flatMap { text -> [Finding] in
      // Asked for the lists of one entry with an asterisk, and looked for once.
      var isStarred: Bool?
      return text.parts.indices.compactMap { index in
        let part = text.parts[index]
        switch part.kind {
        case .quote, .list: break
        default: return nil
        }
        let line = text.trimmed(part.lines.lowerBound)
        guard !line.isEmpty,
          let (mark, escaped) = mark(index, text, text.string(line), &isStarred)
        else {
          return nil
        }
        return Finding(
          Phrase(
            it: "`\(mark)` a inizio riga sparisce o cambia: è letto come il segno "
              + (mark == ">" ? "di una citazione" : "di un elenco"),
            en:
              "`\(mark)` at the beginning of the line vanishes or changes: it is read as the mark of "
              + (mark == ">" ? "a quotation" : "a list")),
          help: Phrase(
            it: "scrivi `\(escaped)`, o comincia la riga con una parola",
            en: "write `\(escaped)`, or begin the line with a word"),
          at: context.place(ofSource: line, of: text.text))
      }
    }
  }

  /// The sign that a list or a quotation was made of, and how it is kept.
  private static func mark(
    _ index: Int, _ text: WrittenText, _ line: String, _ isStarred: inout Bool?
  ) -> (String, String)? {
    let part = text.parts[index]
    switch part.kind {
    case .quote:
      let rest = line.dropFirst().drop { $0 == " " }
      guard line.first == ">", rest.first?.isNumber == true else { return nil }
      return (">", "\\>")
    case .list(let start):
      // Entries of one list are the blocks right inside it.
      let entries = text.parts[(index + 1)...].prefix { $0.depth > part.depth }
        .count { $0.depth == part.depth + 1 }
      guard let sign = line.first else { return nil }
      guard let start else {
        let rest = line.dropFirst().drop { $0 == " " }
        if entries == 1, sign == "*" {
          let hasStar = isStarred ?? hasStarredWord(text)
          isStarred = hasStar
          if hasStar { return ("*", "\\*") }
        }
        if entries == 1, sign == "-", rest.first?.isLowercase == true, goesOn(before: part, text) {
          return ("-", "–")
        }
        guard rest.first?.isNumber == true else { return nil }
        if sign == "+" { return ("+", "\\+") }
        guard sign == "-", entries == 1 else { return nil }
        let words = rest.drop { $0.isNumber || ".,  \u{A0}".contains($0) }
        return measures.contains(where: words.hasPrefix) || words.isEmpty ? ("-", "−") : nil
      }
      guard entries == 1 else { return nil }
      let words = line.drop { $0.isNumber || ".) ".contains($0) }
      let isDate = start <= 31 && months.contains { words.lowercased().hasPrefix($0) }
      return start >= 1000 || isDate ? ("\(start).", "\(start)\\.") : nil
    default: return nil
    }
  }

  /// Whether an asterisk stands behind a word or a number of the text, for a note below.
  private static func hasStarredWord(_ text: WrittenText) -> Bool {
    text.text.blocks.contains { block in
      block.text.indices.dropFirst().contains {
        block.text[$0] == UInt8(ascii: "*") && Alphabet.isPart(block.text[$0 - 1])
      }
    }
  }

  /// Whether the line right above is a text that has not ended.
  private static func goesOn(before list: Outline.Part, _ text: WrittenText) -> Bool {
    let above = text.trimmed(list.lines.lowerBound - 1)
    guard let last = text.bytes[above].last, text.bytes[above].first != UInt8(ascii: "-") else {
      return false
    }
    return last == UInt8(ascii: ",") || (0x61...0x7A).contains(last)
  }
}
