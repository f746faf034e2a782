import Diagnostics

/// Signs of a text are not taken for marks.
enum UnmeantEmphasis {
  static let rule = Rule(
    .unmeantEmphasis, .warning, .marks,
    Phrase(
      it: "Asterischi e apostrofi rovesciati del testo non diventano corsivo o codice.",
      en: "Asterisks and backquotes of a text do not become italics or code."),
    why: Phrase(
      it: "`3*4*5` si legge «345» con il 4 in corsivo, e «l`asilo e l`anno» perde gli apostrofi.",
      en: "`3*4*5` reads “345” with an italic 4, and “l`asilo e l`anno” loses its apostrophes."),
    source: "CommonMark 0.31.2, 6.1 e 6.2",
    wrong: [
      .prose("Una sala di 3*⟦4⟧*5 metri."), .prose("Sono 2*⟦3 e 4⟧*5 posti."),
      .prose("La mensa apre il __⟦/⟧__/2021."),
      .prose("Per l`⟦asilo e l⟧`anno nuovo."), .prose("E`⟦ vero perche⟧` no."),
    ],
    right: [
      .prose("Una sala di 3 × 4 × 5 metri, 3\\*4\\*5, *3* e **4**, auto*bus* e `a*b`, `x` e `y`.")
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.headingsAndBlocks.flatMap { text, block -> [Finding] in
      vanished(in: block).map { range in
        Finding(
          Phrase(
            it: "i segni intorno spariscono: ne fanno un corsivo o un grassetto",
            en: "the signs around this vanish: they make italics or bold of it"),
          help: Phrase(
            it: "per il prodotto scrivi `×`; per mostrare il segno, `\\*` o `\\_`",
            en: "for a product write `×`; to show the sign, `\\*` or `\\_`"),
          at: context.place(of: range, in: block, of: text))
      }
        + quotes(in: block, of: text, context).map { range in
          Finding(
            Phrase(
              it: "questi apostrofi rovesciati spariscono: ne fanno un codice",
              en: "these backquotes vanish: they make code"),
            help: Phrase(
              it: "scrivi `'` per l'apostrofo e la lettera accentata per l'accento: `l'asilo`, `è`",
              en: "write `'` for an apostrophe, and the letter with its accent: `l'asilo`, `è`"),
            at: context.place(of: range, in: block, of: text))
        }
    }
  }

  /// Emphasis with a digit right before it and one right at its beginning, or with no word in it.
  private static func vanished(in block: Block) -> [Range<Int>] {
    block.spans.compactMap { span in
      let range = span.range
      guard !range.isEmpty else { return nil }
      if block.text[range].allSatisfy("/.,;:-_ ".utf8.contains) { return range }
      guard span.kind == .emphasis, range.lowerBound > 0,
        Alphabet.isDigit(block.text[range.lowerBound - 1]),
        Alphabet.isDigit(block.text[range.lowerBound])
      else { return nil }
      return range
    }
  }

  /// Code that begins right behind a letter.
  private static func quotes(
    in block: Block, of text: TextReading, _ context: TextContext
  ) -> [Range<Int>] {
    guard block.hasCode else { return [] }
    return block.pieces.indices.compactMap { index in
      let piece = block.pieces[index]
      let end = index + 1 < block.pieces.count ? block.pieces[index + 1].start : block.text.count
      guard case .code = piece.kind, piece.start > 0, end > piece.start,
        isLetter(before: piece.start, in: block.text)
      else { return nil }
      return piece.start..<end
    }
  }

  /// Whether a letter, of two bytes where it has an accent, ends before an offset.
  private static func isLetter(before offset: Int, in text: [UInt8]) -> Bool {
    let last = text[offset - 1]
    if last < 0x80 { return (0x61...0x7A).contains(last | 0x20) }
    return offset > 1 && text[offset - 2] == 0xC3
  }
}
