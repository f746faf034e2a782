import Diagnostics

/// Headings of a text go down one level at a time.
enum SkippedHeadings {
  static let rule = Rule(
    .skippedHeading, .warning, .structure,
    Phrase(
      it: "I titoli di un testo scendono di un livello per volta.",
      en: "The headings of a text go down one level at a time."),
    why: Phrase(
      it:
        "Chi ascolta la pagina si muove per titoli e pensa di averne perso uno. Sulla pagina il programma "
        + "chiude il salto, ma il testo resta diverso da come lo hai pensato.",
      en:
        "Whoever listens to the page moves by headings and believes to have missed one. The program closes "
        + "the gap on the page, but the text is then not what you had in mind."),
    source: "WCAG 2.2, 1.3.1; H42",
    wrong: [.prose("## I posti\n\nSono tanti.\n\n#### ⟦I turni⟧\n\nSono due.")],
    right: [.prose("## I posti\n\nSono tanti.\n\n### I turni\n\nSono due.\n\n## Altro\n\nFine.")],
    onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.texts.flatMap { text -> [Finding] in
      var last: Int?
      return text.blocks.compactMap { block in
        guard case .heading(let level) = block.kind else { return nil }
        defer { last = level }
        guard let above = last, level > above + 1 else { return nil }
        let (marks, fewer) = (
          String(repeating: "#", count: level), String(repeating: "#", count: above + 1)
        )
        return Finding(
          Phrase(
            it: "dal titolo `\(String(repeating: "#", count: above))` si passa a `\(marks)`",
            en: "from a heading `\(String(repeating: "#", count: above))` it goes to `\(marks)`"),
          help: Phrase(it: "scrivi `\(fewer)`", en: "write `\(fewer)`"),
          at: context.place(of: 0..<block.text.count, in: block, of: text))
      }
    }
  }
}
