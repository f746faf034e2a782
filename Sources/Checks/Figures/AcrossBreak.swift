import Diagnostics
import SocialReport

/// No change is stated across a break of method without a word.
enum AcrossBreak {
  static let rule = Rule(
    .acrossBreak, .warning, .figures,
    Phrase(
      it: "Una variazione non passa sopra un cambio di metodo.",
      en: "A change does not reach across a break of method."),
    why: Phrase(
      it:
        "Prima e dopo la rottura si misurano cose diverse: la differenza non dice quanto è cambiato il "
        + "fatto. Se la riporti lo stesso, la pagina lo dice in una nota.",
      en:
        "Before and after the break different things are measured: the difference does not say how far "
        + "the fact changed. Where you state it all the same, the page says so in a note."
    ),
    source: "SDMX, CL_OBS_STATUS: B, break in time series",
    wrong: [
      .files(
        """
        === 2021/iscritti.yml
        tipo: indicatore
        nome: Bambini iscritti alla mensa
        definizione: Quanti bambini si sono iscritti alla mensa scolastica.
        misura: conteggio
        unita: bambini
        verso: alto_meglio
        fonte: registro-iscritti
        responsabile: scuola
        metodo: Si contano gli iscritti.
        rotture:
          - tra: [2020, 2021]
            motivo: Dal 2021 si contano anche i nidi.
        osservazioni:
          - periodo: 2020
            valore: 310
          - periodo: 2021
            valore: 352
            stato: B
        === 2021/contesto.md
        ---
        tipo: contesto
        titolo: Gli iscritti
        periodo: 2021
        aggiornato_il: 2021-12-31
        ---

        Gli iscritti crescono di [⟦42⟧](variazione:iscritti@2020..2021).
        """)
    ],
    right: [.prose("Gli iscritti crescono di [42](variazione:iscritti@2020..2021).")],
    onLink: check)

  private static func check(_ fact: LinkedFact, _ text: LinkText) -> [Finding] {
    guard case .change(let indicator, let from, let to) = fact,
      let found = indicator.break(between: from, and: to)
    else { return [] }
    let years = "\(found.years.value.lowerBound)–\(found.years.value.upperBound)"
    return [
      Finding(
        Phrase(
          it: "\(indicator.id.value): tra il \(from.period.value.written) e il "
            + "\(to.period.value.written) è cambiato il metodo (\(years))",
          en: "\(indicator.id.value): the method changed between \(from.period.value.written) and "
            + "\(to.period.value.written) (\(years))"),
        help: Phrase(
          it:
            "racconta i due valori senza la differenza; oppure spiega, e ammetti l'eccezione con il motivo",
          en:
            "tell the two values without the difference; or explain, and admit the exception with its reason"
        ),
        at: text.place,
        notes: [
          .init(Phrase(it: "la rottura è qui", en: "the break is here"), at: found.years.place)
        ])
    ]
  }
}
