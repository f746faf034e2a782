import Diagnostics
import SocialReport

/// Pages are updated in or after the period that they account for.
enum OldUpdates {
  static let rule = Rule(
    .oldUpdate, .warning, .editions,
    Phrase(
      it:
        "Le pagine di un'edizione non sono più vecchie del suo periodo, e qualcuna è di dopo la sua fine.",
      en:
        "The pages of an edition are no older than its period, and some are from after its end."),
    why: Phrase(
      it:
        "Una pagina aggiornata prima che il periodo cominciasse è dell'anno prima; un'edizione in cui "
        + "nessuna data arriva alla fine del periodo ne racconta solo una parte. La data di oggi non conta.",
      en:
        "A page updated before the period began is of the year before; an edition in which no date comes "
        + "up to the end of the period tells a part of it only. Today's date does not count."),
    wrong: [
      .fields(
        .achievement, "stato_al: 2020-12-31\naggiornato_il: ⟦2020-12-31⟧\nstato: completata"),
      .files(
        """
        === 2021/edizione.yml
        tipo: edizione
        anno: 2021
        titolo: Bilancio Sociale 2021
        periodo: ⟦2021⟧
        presentazione: Che cosa ha fatto il Comune di Prova.
        \(pages("2021-03-31"))
        """),
    ],
    right: [.files(pages("2021-12")), .fields(.achievement, "aggiornato_il: 2022-03-31")],
    onReport: check)

  private static func pages(_ date: String) -> String {
    """
    === 2021/1-scuole/obiettivo.yml
    tipo: obiettivo
    numero: 1
    titolo: Più bambini a mensa
    premessa: Gli iscritti crescono.
    valutazione: raggiunto
    aggiornato_il: \(date)
    === 2021/1-scuole/1-nuova-mensa.md
    ---
    tipo: realizzazione
    numero: 1
    titolo: Una nuova mensa in via Roma
    in_breve: La mensa di via Roma è aperta.
    ufficio: scuola
    stato: completata
    stato_al: \(date)
    atti: [dgc-2021-10]
    aggiornato_il: \(date)
    ---

    Ha due sale.
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      let period = edition.period.value
      if let last = edition.lastUpdate, !edition.isOver { return [unfinished(edition, last)] }
      return edition.updates.filter { $0.value.lastDay < period.start.firstDay }.map {
        Finding(
          Phrase(
            it: "la pagina è aggiornata al \($0.value.iso8601), prima che il periodo cominciasse "
              + "(\(period.start.iso8601))",
            en: "the page was updated on \($0.value.iso8601), before the period began "
              + "(\(period.start.iso8601))"),
          help: Phrase(
            it: "rileggi la pagina, che può essere dell'anno prima, e scrivi la data di adesso",
            en: "read the page again, which may be of the year before, and write the date of now"),
          at: $0.place)
      }
    }
  }

  private static func unfinished(_ edition: Edition, _ last: CalendarDate) -> Finding {
    let end = edition.period.value.end
    return Finding(
      Phrase(
        it:
          "nessuna pagina arriva alla fine del periodo (\(end.iso8601)): l'ultimo aggiornamento è del "
          + last.iso8601,
        en: "no page comes up to the end of the period (\(end.iso8601)): the last update is of "
          + last.iso8601),
      help: Phrase(
        it:
          "aggiorna `aggiornato_il` delle pagine; se l'edizione ne racconta solo una parte, accorcia "
          + "`periodo`",
        en: "update `updated_on` of the pages; where the edition tells a part of it only, shorten "
          + "`period`"),
      at: edition.period.place)
  }
}

extension Edition {
  /// The dates at which its pages say to be up to date.
  var updates: [Sourced<CalendarDate>] {
    objectives.flatMap { [$0.updatedOn] + $0.achievements.map(\.updatedOn) }
      + contexts.map(\.updatedOn)
  }
}
