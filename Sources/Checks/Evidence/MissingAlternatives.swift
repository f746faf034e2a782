import Diagnostics

/// A picture has a description, or is declared to be decoration.
///
/// It is seen while the pages are put together (`Prose`).
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
    source: "WCAG 2.2, 1.1.1; H37, H67", overridability: .inPlace,
    wrong: [.prose("⟦![](immagini/mensa.svg)⟧")],
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
