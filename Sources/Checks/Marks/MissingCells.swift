import Diagnostics

/// A row of a table has as many cells as its head.
enum MissingCells {
  static let rule = Rule(
    .missingCells, .warning, .marks,
    Phrase(
      it: "Una riga di tabella ha tante celle quante l'intestazione.",
      en: "A row of a table has as many cells as its head."),
    why: Phrase(
      it:
        "Le celle che mancano escono vuote, e i valori scivolano sotto un'altra colonna. Il testo "
        + "attaccato sotto una tabella ne diventa una riga.",
      en:
        "Cells that are missing go out empty, and values slip below another column. A text right below "
        + "a table becomes a row of it."),
    source: "GitHub Flavored Markdown 0.29, 4.10",
    wrong: [
      .prose("| Scuola | 2020 | 2021 |\n|---|---|---|\n⟦| Via Po | 90 |⟧\n"),
      .prose("| Scuola | Posti |\n|---|---|\n| Via Po | 90 |\n⟦Fonte: registro della scuola.⟧\n"),
    ],
    right: [
      .prose(
        "| Scuola | Posti |\n|---|---|\n| Via Po | |\n| | 90 |\n\nFonte: registro della scuola.\n\n"
          + "| Scuola |\n|---|\n| Via Po |\nVia Blu\n")
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    context.unfolded(page).flatMap { text in
      text.tableRows.compactMap { row, range, columns -> Finding? in
        guard row.cells.count < columns else { return nil }
        return Finding(
          row.isDivided
            ? Phrase(
              it: "questa riga ha meno celle dell'intestazione (\(row.cells.count) invece di "
                + "\(columns))",
              en:
                "this row has fewer cells than the head (\(row.cells.count) instead of \(columns))")
            : Phrase(
              it: "questa riga di testo è letta come una riga della tabella",
              en: "this line of text is read as a row of the table"),
          help: row.isDivided
            ? Phrase(
              it: "metti tutte le celle, anche vuote: `| … | |`",
              en: "put in all cells, empty ones too: `| … | |`")
            : Phrase(
              it: "lascia una riga vuota tra la tabella e il testo",
              en: "leave an empty line between the table and the text"),
          at: context.place(ofSource: range, of: text.text))
      }
    }
  }
}
