import Diagnostics

// What is seen while the pages are put together (`Site/Prose`), and told here for the manual and for
// `controlli:`.

/// A link within the report leads somewhere.
enum BrokenLinks {
  static let rule = Rule(
    .brokenLink, .error, .links,
    Phrase(
      it: "Un collegamento interno porta a un posto che c'è.",
      en: "A link within the report leads to a place that is there."),
    why: Phrase(
      it: "Un collegamento che non porta a nulla ferma chi legge.",
      en: "A link that leads nowhere stops readers."),
    latitude: .none, wrong: [.prose("I [posti](⟦#i-posti⟧) sono 90.")],
    right: [.prose("I [posti](#i-posti) sono qui sotto.\n\n## I posti\n\nSono 90.")])
}

/// A picture has a description, or is declared to be decoration.
enum MissingAlternatives {
  static let rule = Rule(
    .missingAlt, .error, .links,
    Phrase(
      it: "Un'immagine ha una descrizione, oppure è dichiarata decorativa.",
      en: "A picture has a description, or is declared to be decoration."),
    why: Phrase(
      it: "Chi non la vede non sa che cosa perde. Un'immagine che non dice nulla si dichiara: "
        + "`![](foto.png \"decorativa\")`.",
      en:
        "Whoever does not see it does not know what is missed. A picture that says nothing is declared: "
        + "`![](photo.png \"decorative\")`."),
    source: "WCAG 2.2, 1.1.1; H37, H67", latitude: .inPlace,
    wrong: [.prose("![](⟦immagini/mensa.svg⟧)")],
    right: [
      .files(
        """
        === 2021/1-scuole/immagini/filo.svg
        <svg xmlns="http://www.w3.org/2000/svg" width="10" height="2"></svg>
        === 2021/1-scuole/obiettivo.yml
        tipo: obiettivo
        numero: 1
        titolo: Più bambini a mensa
        premessa: |
          Prima.

          ![](immagini/filo.svg "decorativa")
        aggiornato_il: 2021-12-31
        """)
    ])
}

/// Every file of the content is used.
enum UnusedContent {
  static let rule = Rule(
    .unusedFile, .warning, .structure,
    Phrase(
      it: "Ogni file dei contenuti è usato da una pagina.",
      en: "Every file of the content is used by a page."),
    why: Phrase(
      it: "Un file che nessuno usa spesso è un'immagine dimenticata, o un nome scritto male.",
      en: "A file that nobody uses is often a forgotten picture, or a name that is misspelt."),
    wrong: [
      .files(
        """
        === 2021/1-scuole/piantina.svg
        <svg xmlns="http://www.w3.org/2000/svg" width="10" height="2"></svg>
        """)
    ],
    right: [
      .files(
        """
        === 2021/1-scuole/_appunti.svg
        <svg xmlns="http://www.w3.org/2000/svg" width="10" height="2"></svg>
        """)
    ])
}
