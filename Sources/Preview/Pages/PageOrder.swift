import Diagnostics

/// The order of the table of all pages, which its head's links choose.
struct PageOrder {
  enum Column: String, CaseIterable {
    case page = "pagina"
    case errors = "errori"
    case warnings = "avvisi"
    case hints = "suggerimenti"
    case figures = "dati"
    case closed = "fonti-chiuse"
    case acts = "atti"
    case words = "parole"
    case gulpease = "gulpease"
  }

  let column: Column
  let isDescending: Bool

  /// - Parameters:
  ///   - name: the query's `ordina`; the order of reading where it is none of the columns.
  ///   - direction: the query's `verso`: `su` or `giu`.
  init(_ name: String? = nil, direction: String? = nil) {
    column = name.flatMap(Column.init) ?? .page
    isDescending = direction.map { $0 == "giu" } ?? PageOrder.descendsFirst(column)
  }

  /// What is worst comes first at the first click.
  private static func descendsFirst(_ column: Column) -> Bool {
    column != .page && column != .gulpease
  }

  /// Equal rows stay in the order of reading.
  func sorted(_ rows: [Overview.Row]) -> [Overview.Row] {
    if column == .page { return isDescending ? rows.reversed() : rows }
    return rows.enumerated().sorted { a, b in
      let (one, other) = (value(a.element), value(b.element))
      if one == other { return a.offset < b.offset }
      // Pages without the number stand at the end either way.
      guard let one else { return false }
      guard let other else { return true }
      return isDescending ? one > other : one < other
    }.map(\.element)
  }

  private func value(_ row: Overview.Row) -> Int? {
    switch column {
    case .page: nil
    case .errors: row.errors
    case .warnings: row.warnings
    case .hints: row.hints
    case .figures: row.figures
    case .closed: row.closed
    case .acts: row.acts
    case .words: row.words
    case .gulpease: row.gulpease
    }
  }

  /// The head of a column: a link that sorts by it, the other way round where it does already.
  func head(of column: Column, _ say: Wording) -> EscapedHTML {
    let isSorted = column == self.column
    let descends = isSorted ? !isDescending : PageOrder.descendsFirst(column)
    let state: EscapedHTML? =
      isSorted ? " aria-sort=\"\(isDescending ? "descending" : "ascending")\"" : nil
    return """
      <th scope="col"\(state)><a href="?ordina=\(column.rawValue)&amp;verso=\(descends ? "giu" : "su")#pagine">\
      \(PageOrder.name(of: column, say))</a></th>
      """
  }

  private static func name(of column: Column, _ say: Wording) -> String {
    switch column {
    case .page: say("Pagina", "Page")
    case .errors: say("Errori", "Errors")
    case .warnings: say("Avvisi", "Warnings")
    case .hints: say("Suggerimenti", "Hints")
    case .figures: say("Dati", "Figures")
    case .closed: say("Fonti chiuse", "Closed sources")
    case .acts: say("Atti", "Acts")
    case .words: say("Parole", "Words")
    case .gulpease: "Gulpease"
    }
  }
}
