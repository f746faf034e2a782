import Diagnostics
import SocialReport

/// The edition that is said to come before is the one that did.
enum DifferentPrevious {
  static let rule = Rule(
    .differentPrevious, .warning, .editions,
    Phrase(
      it: "`edizione_precedente` è l'ultima uscita prima di questa.",
      en: "`previous` is the last that came out before this one."),
    why: Phrase(
      it:
        "Ciò che è cambiato si confronta con l'edizione che i lettori hanno letto per ultima: se se ne salta "
        + "una, i confronti e i collegamenti tra gli anni sono sbagliati.",
      en:
        "What changed is compared with the edition that readers read last: where one is skipped, comparisons "
        + "and the links between years are wrong."),
    wrong: [
      .fields(.edition, "edizione_precedente: ⟦2021⟧"),
      .files(EditionExample.older + edition("⟦2019⟧")),
    ],
    right: [
      .files(EditionExample.older + edition("2020")),
      .fields(.edition, "edizione_precedente: 2020"),
    ], onReport: check)

  private static func edition(_ previous: String) -> String {
    """
    === 2021/edizione.yml
    tipo: edizione
    anno: 2021
    titolo: Bilancio Sociale 2021
    periodo: 2021
    edizione_precedente: \(previous)
    presentazione: Che cosa ha fatto il Comune di Prova.

    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.enumerated().compactMap { place, edition in
      guard let stated = edition.previous else { return nil }
      let named = report.edition(named: stated.value)
      if named?.id.value == edition.id.value {
        return finding(
          stated, edition, report,
          Phrase(
            it: "l'edizione \(edition.id.value) non viene prima di se stessa",
            en: "the edition \(edition.id.value) does not come before itself"))
      }
      if let named,
        report.editions[..<place].contains(where: { $0.id.value == named.id.value })
      {
        return finding(
          stated, edition, report,
          Phrase(
            it: "l'edizione \(named.id.value) viene dopo la \(edition.id.value), e non prima",
            en: "the edition \(named.id.value) comes after \(edition.id.value), and not before"))
      }
      // Of another type it may be meant: a report of the middle of the term goes back to that of its beginning.
      guard edition.reportType?.value != .update, named.map({ isAlike($0, edition) }) ?? true,
        let inferred = report.inferredPrevious(of: edition),
        inferred.id.value != named?.id.value,
        let year = named?.year.value ?? Int(stated.value), year < inferred.year.value
      else { return nil }
      return finding(
        stated, edition, report,
        Phrase(
          it: "tra l'edizione \(stated.value) e questa c'è la \(inferred.id.value)",
          en: "between the edition \(stated.value) and this one there is \(inferred.id.value)"))
    }
  }

  private static func isAlike(_ one: Edition, _ other: Edition) -> Bool {
    (one.reportType?.value ?? .annual) == (other.reportType?.value ?? .annual)
  }

  private static func finding(
    _ stated: Sourced<String>, _ edition: Edition, _ report: Report, _ message: Phrase
  ) -> Finding {
    let found = report.inferredPrevious(of: edition)?.id.value
    return Finding(
      message,
      help: Phrase(
        it: "togli `edizione_precedente`: "
          + (found.map { "da sé è la \($0)" } ?? "da sé non ce n'è nessuna"),
        en: "take `previous` away: "
          + (found.map { "by itself it is \($0)" } ?? "by itself there is none")),
      at: stated.place)
  }
}
