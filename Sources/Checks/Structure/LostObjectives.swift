import Diagnostics
import SocialReport

/// What an edition promised does not vanish from the next without a word.
enum LostObjectives {
  static let rule = Rule(
    .lostObjective, .warning, .structure,
    Phrase(
      it: "Ogni obiettivo dell'edizione precedente ritorna, con lo stesso id o con `prosegue`.",
      en: "Every objective of the previous edition returns, by the same id or by `continues`."),
    why: Phrase(
      it:
        "Chi ha letto la promessa l'anno prima vuole sapere com'è andata, anche quando è stata lasciata.",
      en:
        "Whoever read the promise the year before wants to know how it went, even where it was dropped."
    ),
    wrong: [.files(previous + "anno: ⟦2021⟧" + newer)],
    right: [
      .files(
        previous + "anno: 2021" + newer
          + """

          === 2021/1-scuole/obiettivo.yml
          tipo: obiettivo
          numero: 1
          titolo: Più bambini a mensa
          premessa: Gli iscritti crescono.
          prosegue: {edizione: 2020, id: mense}
          aggiornato_il: 2021-12-31
          """)
    ], onReport: check)

  private static let previous = """
    === 2020/edizione.yml
    tipo: edizione
    anno: 2020
    titolo: Bilancio Sociale 2020
    periodo: 2020
    presentazione: Che cosa ha fatto il Comune di Prova.
    === 2020/uffici.yml
    tipo: uffici
    voci:
      - id: scuola
        nome: Ufficio scuola
    === 2020/mense/obiettivo.yml
    tipo: obiettivo
    numero: 1
    titolo: Mense per tutti
    premessa: Le mense sono poche.
    aggiornato_il: 2020-12-31
    === 2020/mense/via-po.md
    ---
    tipo: realizzazione
    numero: 1
    titolo: La mensa di via Po
    in_breve: La mensa di via Po sarà aperta.
    ufficio: scuola
    stato: pianificata
    stato_al: 2020-12-31
    aggiornato_il: 2020-12-31
    ---

    Sarà aperta.
    === 2021/edizione.yml
    tipo: edizione

    """

  private static let newer = """

    titolo: Bilancio Sociale 2021
    periodo: 2021
    edizione_precedente: 2020
    presentazione: Che cosa ha fatto il Comune di Prova.
    """

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      guard let year = edition.previous,
        let previous = report.editions.first(where: { $0.year.value == year.value })
      else { return [] }
      let continued = Set(
        edition.objectives.flatMap { objective -> [String] in
          let named = objective.continues.flatMap {
            $0.edition.value == year.value ? $0.id.value : nil
          }
          return [objective.id.value] + (named.map { [$0] } ?? [])
        })
      return previous.objectives.filter {
        !continued.contains($0.id.value) && !report.gaps.explain($0.id.value)
      }.map { lost in
        Finding(
          Phrase(
            it: "l'obiettivo «\(lost.title.value)» del \(year.value) in questa edizione non c'è",
            en: "the objective “\(lost.title.value)” of \(year.value) is not in this edition"),
          help: Phrase(
            it: "nell'obiettivo che lo continua scrivi `prosegue: {edizione: \(year.value), id: "
              + "\(lost.id.value)}`; se è stato lasciato, dillo con un obiettivo e la sua `motivazione`",
            en: "in the objective that continues it write `continues: {edition: \(year.value), id: "
              + "\(lost.id.value)}`; where it was dropped, say so in an objective and its `rationale`"
          ),
          at: edition.year.place,
          notes: [.init(Phrase(it: "era questo", en: "it was this one"), at: lost.title.place)])
      }
    }
  }
}
