import Diagnostics
import SocialReport

/// No date lies years after the period that an edition accounts for.
enum DistantDates {
  static let rule = Rule(
    .distantDate, .warning, .editions,
    Phrase(
      it: "Nessuna data è di oltre due anni dopo la fine del periodo.",
      en: "No date is more than two years after the end of the period."),
    why: Phrase(
      it:
        "`2035` al posto di `2025` è un tasto sbagliato che la pagina stampa come un fatto. La data di oggi "
        + "non si guarda: gli stessi testi danno lo stesso sito ogni giorno.",
      en:
        "`2035` in place of `2025` is a wrong key that the page prints as a fact. Today's date is not looked "
        + "at: the same texts give the same site every day."),
    wrong: [
      .fields(.achievement, "aggiornato_il: ⟦31/03/2035⟧"),
      .fields(.edition, "pubblicata_il: ⟦2031-03-31⟧"),
      .fields(
        .sources,
        """
        voci:
          - id: registro-iscritti
            titolo: Registro degli iscritti
            organizzazione: Comune di Prova
            tipo: sistema
            qualita: ufficiale
            url: https://bilancio.example.it/registro
            consultata_il: ⟦2212-03-01⟧
        """),
    ],
    right: [
      .fields(.achievement, "aggiornato_il: 31/03/2022"),
      .fields(.edition, "pubblicata_il: 2023-12-31"),
    ], onReport: check)

  /// Reports come out in the year after their period, late ones in the second.
  private static let years = 2

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition in
      let last = edition.period.value.end.lastDay
      return dates(of: edition).filter {
        let date = $0.value.firstDay
        return (date.year - last.year, date.month ?? 1) > (years, last.month ?? 12)
      }.map { date in
        Finding(
          Phrase(
            it: "la data è il \(date.value.iso8601), oltre due anni dopo la fine del periodo "
              + "(\(last.iso8601))",
            en:
              "the date is \(date.value.iso8601), more than two years after the end of the period "
              + "(\(last.iso8601))"),
          help: Phrase(it: "controlla l'anno", en: "check the year"), at: date.place)
      }
    }
  }

  private static func dates(of edition: Edition) -> [Sourced<CalendarDate>] {
    edition.updates + edition.achievements.map(\.statusOn)
      + edition.achievements.flatMap { $0.attachments.compactMap(\.date) }
      + edition.sources.flatMap { [$0.date, $0.retrievedOn].compactMap(\.self) }
      + edition.acts.map(\.date) + [edition.publishedOn].compactMap(\.self)
  }
}
