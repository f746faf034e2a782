import Diagnostics

/// One message for all the cells of a table that share a cause: the first, and how many more.
enum SheetComplaint {
  static func about(
    _ cells: [CSV.Cell], _ message: Phrase, as identifier: Diagnostic.Identifier = .csvCell,
    help: Phrase? = nil, severity: Diagnostic.Severity = .error
  ) -> Diagnostic? {
    guard let first = cells.first else { return nil }
    let rest = cells.dropFirst()
    let more =
      rest.isEmpty
      ? Phrase(it: "", en: "")
      : rest.count == 1
        ? Phrase(it: ", e così un'altra cella", en: ", and so another cell")
        : Phrase(it: ", e così altre \(rest.count) celle", en: ", and so \(rest.count) more cells")
    return Diagnostic(
      identifier,
      Phrase(it: message.italian + more.italian, en: message.english + more.english), help: help,
      at: first.place,
      notes: rest.prefix(3).map {
        .init(Phrase(it: "anche `\($0.text)`", en: "`\($0.text)` as well"), at: $0.place)
      }, severity: severity)
  }
}
