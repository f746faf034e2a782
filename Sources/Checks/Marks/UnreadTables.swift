import Diagnostics

/// What is written as a table is one.
enum UnreadTables {
  static let rule = Rule(
    .unreadTable, .warning, .marks,
    Phrase(
      it: "Una tabella ha le celle tra `|`, e sotto l'intestazione una riga `|---|---|`.",
      en: "A table has its cells between `|`, and a line `|---|---|` below its head."),
    why: Phrase(
      it:
        "Senza quella riga, o con i tabulatori di Excel e di Word, le celle si leggono di seguito, in un "
        + "paragrafo solo.",
      en:
        "Without that line, or with the tabs of Excel and Word, the cells run together in one paragraph."
    ),
    source: "GitHub Flavored Markdown 0.29, 4.10; WCAG 2.2, 1.3.1",
    wrong: [
      .prose("⟦| Scuola | Posti |⟧\n| Via Po | 90 |\n"),
      .prose("⟦Scuola | Posti⟧\nVia Po | 90\n"),
      .prose("⟦| Scuola | Posti | Anno |⟧\n|---|---|\n| Via Po | 90 | 2021 |\n"),
      .prose("⟦| Scuola | Posti |⟧\n|—|—|\n| Via Po | 90 |\n"),
      .prose("| Scuola | Posti |\n|---|---|\n| Via Po | 90 |\n\n⟦| Via Blu | 80 |⟧\n"),
      .prose("⟦| Scuola | Posti |⟧\n\n|---|---|\n\n| Via Po | 90 |\n"),
      .prose("⟦Scuola\tPosti⟧\nVia Po\t90\nVia Blu\t80\n"),
      .prose("⟦Scuola\tPosti\tAnno⟧\n"),
      .prose("⟦Scuola   Posti   2021⟧\nVia Po   90   91\n"),
      .prose("⟦Scuola;Posti;Anno⟧\nVia Po;90;2021\n"),
    ],
    right: [
      .prose(
        "Prima riga.\n| Scuola | Posti |\n|:--|--:|\n| Via Po | 90 |\n\nComune di Borgo | Scuola"),
      .prose("Il comando è `a | b`\ne poi `c | d`. Il valore \\| assoluto\n\\|x\\|."),
      .prose("Frase una.   Frase due.\nRiga dopo; e altro;\naltro ancora; fine."),
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    context.unfolded(page).flatMap { text -> [Finding] in
      guard text.signs.intersects(dividers) || text.hasWideGap else { return [] }
      return text.runs.flatMap { run -> [Finding] in
        TableRun(run, of: text).found.map { finding($0, text, context) }
      }
    }
  }

  /// What parts the cells of a row, but for spaces.
  private static let dividers: ByteSet = "|\t;"

  private static func finding(
    _ found: TableRun.Found, _ text: WrittenText, _ context: TextContext
  ) -> Finding {
    let row = "|" + String(repeating: "---|", count: max(1, found.columns))
    let message: Phrase
    let help: Phrase
    switch found.cause {
    case .noRule:
      message = Phrase(
        it: "questa tabella non si legge: sotto l'intestazione manca la riga `\(row)`",
        en: "this table cannot be read: the line `\(row)` is missing below its head")
      help = Phrase(
        it: "aggiungi sotto questa riga `\(row)`", en: "add `\(row)` below this line")
    case .wrongRule(let written):
      message = Phrase(
        it:
          "questa tabella non si legge: la riga sotto l'intestazione (`\(written)`) non è fatta di "
          + "tante colonne di trattini quante l'intestazione",
        en:
          "this table cannot be read: the line below its head (`\(written)`) does not have as many "
          + "columns of hyphens as the head")
      help = Phrase(it: "scrivi `\(row)`", en: "write `\(row)`")
    case .spaced:
      message = Phrase(
        it: "questa tabella non si legge: tra le sue righe ci sono righe vuote",
        en: "this table cannot be read: there are empty lines between its rows")
      help = Phrase(it: "togli le righe vuote", en: "take the empty lines away")
    case .cutOff:
      message = Phrase(
        it: "questa riga è fuori dalla tabella: una riga vuota la taglia",
        en: "this row is outside the table: an empty line cuts it off")
      help = Phrase(
        it: "togli la riga vuota qui sopra", en: "take away the empty line above")
    case .otherDivider(let name):
      message = Phrase(
        it: "questa tabella non si legge: le celle sono divise da \(name.italian)",
        en: "this table cannot be read: its cells are divided by \(name.english)")
      let cells = "| " + found.cells.joined(separator: " | ") + " |"
      help = Phrase(
        it: "scrivi `\(cells)`, sotto una riga `\(row)`, e così le altre righe",
        en: "write `\(cells)`, below it a line `\(row)`, and the other rows alike")
    }
    return Finding(
      message, help: help, at: context.place(ofSource: found.range, of: text.text))
  }
}
