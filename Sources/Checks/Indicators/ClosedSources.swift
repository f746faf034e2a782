import Diagnostics
import SocialReport

/// The source of a figure can be opened.
enum ClosedSources {
  static let rule = Rule(
    .closedSource, .hint, .indicators,
    Phrase(
      it: "La fonte di un dato si può aprire: ha un indirizzo o una copia.",
      en: "The source of a figure can be opened: it has an address or a copy."),
    why: Phrase(
      it: "La prima pagina dell'edizione conta i valori la cui fonte non si può aprire.",
      en: "The first page of the edition counts the values whose source cannot be opened."),
    source: "D.Lgs. 33/2013, art. 6",
    wrong: [
      .fields(
        .sources,
        """
        voci:
          - id: ⟦registro-iscritti⟧
            titolo: Registro degli iscritti
            organizzazione: Comune di Prova
            tipo: sistema
            qualita: ufficiale
        """)
    ],
    right: [
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
        """)
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      let used = Set(
        edition.indicators.flatMap { indicator in
          indicator.observations.filter { $0.value != nil }.map { indicator.source(of: $0).value }
        })
      return edition.sources.filter {
        used.contains($0.id.value) && !$0.canBeOpened
      }.map {
        Finding(
          Phrase(
            it: "su questa fonte poggiano dei dati, e non si può aprire",
            en: "figures rest on this source, and it cannot be opened"),
          help: Phrase(
            it: "aggiungi `url:` oppure `copia: {file: …}`",
            en: "add `url:` or `archived: {file: …}`"), at: $0.id.place)
      }
    }
  }
}
