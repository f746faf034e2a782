import Diagnostics
import SocialReport

/// Words have no hyphens that nobody sees.
enum SoftHyphens {
  static let rule = Rule(
    .softHyphen, .hint, .marks,
    Phrase(
      it: "I testi non hanno trattini invisibili di sillabazione.",
      en: "Texts have no invisible hyphens."),
    why: Phrase(
      it:
        "Restano nel testo copiato da Word o da un PDF: chi cerca la parola sulla pagina non la trova.",
      en:
        "They stay in a text copied from Word or a PDF: who searches the page for the word does not "
        + "find it."),
    wrong: [
      .prose("La rendicon⟦\u{AD}⟧tazione e la men\u{AD}sa."),
      .fields(.achievement, "in_breve: La men⟦\u{AD}⟧sa."),
    ],
    right: [.prose("La rendicontazione e la mensa - per le scuole.")], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.texts.compactMap { text in
      let found = text.blocks.lazy.flatMap { block in ranges(in: block).map { (block, $0) } }
      guard let (block, range) = found.first else { return nil }
      let count = found.count
      var finding = Finding(
        Phrase(
          it: count == 1
            ? "qui c'è un trattino invisibile (U+00AD)"
            : "in questo testo ci sono \(count) trattini invisibili (U+00AD)",
          en: count == 1
            ? "there is an invisible hyphen here (U+00AD)"
            : "there are \(count) invisible hyphens in this text (U+00AD)"),
        help: Phrase(
          it: "cancellali: sostituisci `U+00AD` con niente, o riscrivi la parola",
          en: "delete them: replace `U+00AD` by nothing, or type the word anew"),
        at: context.place(of: range, in: block, of: text))
      finding.correction = Correction(
        "\u{AD}", "",
        also: found.dropFirst().compactMap { context.place(of: $1, in: $0, of: text) })
      return finding
    }
  }

  private static func ranges(in block: Block) -> [Range<Int>] {
    guard block.signs.contains(0xAD) else { return [] }
    return block.text.indices.dropLast().compactMap { at in
      block.text[at] == 0xC2 && block.text[at + 1] == 0xAD ? at..<at + 2 : nil
    }
  }
}
