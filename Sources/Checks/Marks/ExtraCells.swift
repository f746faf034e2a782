import Diagnostics

/// A row of a table has no more cells than its head.
enum ExtraCells {
  static let rule = Rule(
    .extraCells, .error, .marks,
    Phrase(
      it: "Una riga di tabella non ha più celle dell'intestazione.",
      en: "A row of a table has no more cells than its head."),
    why: Phrase(
      it:
        "Le celle in più si perdono. Spesso c'è un `|` di troppo, o all'intestazione manca una colonna.",
      en:
        "Cells beyond the head are lost. Often there is a `|` too many, or the head lacks a column."
    ),
    source: "GitHub Flavored Markdown 0.29, 4.10",
    overridability: .none,
    wrong: [
      .prose("| Scuola | 2021 |\n|---|---:|\n| Via Roma | 120 |\n⟦| Via Po | 1 | 250 |⟧\n"),
      .prose("Scuola | Posti\n---|---\nVia Roma | 120\n⟦Via Po | 90 | dato provvisorio⟧\n"),
      .prose("> | Scuola | Posti |\n> |---|---|\n> ⟦| Via Po | 90 | 91 |⟧\n"),
    ],
    right: [
      .prose(
        "| Scuola | Posti |\n|---|---|\n| Via Roma \\| Via Po | 120 |\n| Via Po | 90 |\n"
          + "| Via Blu | 80 | |\n")
    ], onText: check)

  private static func check(_ page: PageReading, _ context: TextContext) -> [Finding] {
    context.unfolded(page).flatMap { text in
      text.tableRows.compactMap { row, range, columns -> Finding? in
        let lost = row.cells.dropFirst(columns).filter { !$0.isEmpty }
        guard !lost.isEmpty else { return nil }
        let words = lost.map { "`\(text.string($0))`" }.joined(separator: ", ")
        return Finding(
          Phrase(
            it:
              "questa riga ha più celle dell'intestazione (\(row.cells.count) invece di \(columns)): "
              + "si perde \(words)",
            en: "this row has more cells than the head (\(row.cells.count) instead of \(columns)): "
              + "\(words) is lost"),
          help: Phrase(
            it:
              "aggiungi le colonne all'intestazione e alla riga `---`; un `|` che fa parte del testo "
              + "si scrive `\\|`",
            en:
              "add the columns to the head and to the line `---`; a `|` that is part of the text is "
              + "written `\\|`"),
          at: context.place(ofSource: range, of: text.text))
      }
    }
  }
}
