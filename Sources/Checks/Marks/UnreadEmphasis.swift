import Diagnostics

/// What is written as bold, italics, struck or code is read so.
enum UnreadEmphasis {
  static let rule = Rule(
    .unreadEmphasis, .warning, .marks,
    Phrase(
      it: "Grassetto e corsivo si scrivono `**così**` e `*così*`, senza spazi accanto ai segni.",
      en: "Bold and italics are written `**so**` and `*so*`, without blanks beside the marks."),
    why: Phrase(
      it:
        "Con uno spazio o una virgoletta di troppo, o senza il secondo segno, sulla pagina si leggono gli "
        + "asterischi.",
      en:
        "With a blank or a quote too many, or without the second mark, readers see the asterisks."),
    source: "CommonMark 0.31.2, 6.2",
    wrong: [
      .prose("La mensa è ⟦** aperta **⟧ da marzo."), .prose("La mensa è ⟦**aperta **⟧da marzo."),
      .prose("La mensa è ⟦**⟧aperta da marzo."), .prose("Dice ⟦**\"così\"**⟧dopo."),
      .prose("La ⟦*«mensa»*⟧dopo è aperta."), .prose("La mensa ⟦__ aperta __⟧ da marzo."),
      .prose("La mensa è ⟦~chiusa~⟧ aperta."), .prose("La mensa è ⟦`⟧aperta da marzo."),
      .prose("La mensa ⟦* aperta *⟧ da marzo."), .prose("⟦**Nota:**⟧la mensa è aperta."),
      .prose("La mensa è ⟦_aperta _⟧ da marzo."), .prose("La mensa è ⟦*aperta *⟧ da marzo."),
      .prose("La mensa è ⟦*** aperta ***⟧ da marzo."),
    ],
    right: [
      .prose("La mensa è **aperta** da *marzo*, ~~chiusa~~ no, `** codice **`. Totale* 5 * 3 * 2."),
      .prose(
        "Cittadin* e tutt* i bambini*, nome_file_1.pdf, costa ~5 euro e dura ~3 ore: a * b * c."),
      .prose("*Dato provvisorio. Scrivi \\*\\* e \\` e \\_x\\_. www.example.it/a_b_c."),
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    page.marked.flatMap { text, block in
      EmphasisMarks.all(in: block).compactMap { mark in
        guard !context.isEscaped(mark.range.lowerBound, in: block, of: text) else { return nil }
        var finding = Finding(
          message(mark), help: help(mark), at: context.place(of: mark.range, in: block, of: text))
        finding.correction = mark.correction
        return finding
      }
    }
  }

  private static func message(_ mark: EmphasisMarks.Found) -> Phrase {
    mark.corrected == nil
      ? Phrase(
        it: "\(mark.quoted) è rimasto nel testo, e chi legge lo vede",
        en: "\(mark.quoted) stayed in the text, and readers see it")
      : Phrase(
        it: "i segni \(mark.quoted) sono rimasti nel testo, e chi legge li vede",
        en: "the marks \(mark.quoted) stayed in the text, and readers see them")
  }

  private static func help(_ mark: EmphasisMarks.Found) -> Phrase {
    if mark.mark.hasPrefix("`") {
      return Phrase(
        it: "se è un apostrofo o un accento, scrivi `'` o la lettera accentata; se no toglilo",
        en:
          "where it is an apostrophe or an accent, write `'` or the letter with its accent; else take "
          + "it away")
    }
    let escaped = mark.mark.map { "\\\($0)" }.joined()
    guard let corrected = mark.corrected else {
      return Phrase(
        it: "metti l'altro `\(mark.mark)` accanto alla parola, senza spazi, o togli questo; per "
          + "mostrarlo scrivi `\(escaped)`",
        en:
          "put the other `\(mark.mark)` beside the word, without blanks, or take this one away; to "
          + "show it write `\(escaped)`")
    }
    return Phrase(
      it: "scrivi `\(corrected)`; per mostrare il segno, `\(escaped)`",
      en: "write `\(corrected)`; to show the mark, `\(escaped)`")
  }
}
