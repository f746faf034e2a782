package import Diagnostics
package import SocialReport

/// Indicators and acts of an edition that no page rests on.
package enum UnusedEntries {
  package static func diagnostics(_ index: EditionIndex, _ gaps: MissingEntities) -> [Diagnostic] {
    // What is left out or could not be read may use any of them.
    guard isWhole(gaps), !gaps.drafts.hasParts else { return [] }
    let (edition, uses) = (index.edition, index.uses)
    let indicators = edition.indicators.filter {
      uses.ofIndicators[$0.id.value] == nil && !edition.sharedFiles.contains($0.place.file)
    }
    let acts = edition.acts.filter { uses.ofActs[$0.id.value] == nil }.map(\.id)
    return [
      diagnostic(
        indicators.map(\.id), at: indicators.first?.name.place, indicator,
        help: Phrase(
          it: "si nomina in `indicatori:` o in un testo, `[](dato:…)`; se non serve più, si toglie",
          en:
            "it is named in `indicators:` or in a text, `[](figure:…)`; where it is of no use any "
            + "more, it is removed")),
      diagnostic(
        acts, at: acts.first?.place, act,
        help: Phrase(
          it:
            "si nomina in `atti:` o in un testo, `[la delibera](atto:…)`; se è dell'anno prima, si "
            + "toglie",
          en: "it is named in `acts:` or in a text, `[the resolution](act:…)`; where it is of the "
            + "year before, it is removed")),
    ].compactMap(\.self)
  }

  static func isWhole(_ gaps: MissingEntities) -> Bool {
    gaps.ids.isEmpty && !gaps.hasUnreadableFile
  }

  private typealias Noun = (one: String, many: String, english: String)

  private static let indicator: Noun = ("l'indicatore", "indicatori", "indicator")
  private static let act: Noun = ("l'atto", "atti", "act")

  /// One message for all of a kind, at the first of them.
  private static func diagnostic(
    _ ids: [Sourced<String>], at place: SourceRange?, _ noun: Noun, help: Phrase
  ) -> Diagnostic? {
    guard let place else { return nil }
    let shown =
      ids.prefix(8).map { "`\($0.value)`" }.joined(separator: ", ") + (ids.count > 8 ? ", …" : "")
    return Diagnostic(
      .neverUsed,
      ids.count == 1
        ? Phrase(
          it: "nessuna pagina nomina \(noun.one) \(shown)",
          en: "no page names the \(noun.english) \(shown)")
        : Phrase(
          it: "nessuna pagina nomina \(ids.count) \(noun.many): \(shown)",
          en: "no page names \(ids.count) \(noun.english)s: \(shown)"),
      help: help, at: place, severity: .hint)
  }
}
