import Diagnostics
import SocialReport

/// What an edition promised and did not conclude does not vanish from the next without a word.
enum LostObjectives {
  static let rule = Rule(
    .lostObjective, .warning, .structure,
    Phrase(
      it:
        "Ogni obiettivo che l'edizione precedente non ha concluso ritorna, con lo stesso id o con "
        + "`prosegue`.",
      en:
        "Every objective that the previous edition did not conclude returns, by the same id or by "
        + "`continues`."),
    why: Phrase(
      it:
        "Chi ha letto la promessa l'anno prima vuole sapere com'è andata, anche quando è stata lasciata.",
      en:
        "Whoever read the promise the year before wants to know how it went, even where it was dropped."
    ),
    wrong: [
      .files(previous() + "anno: ⟦2021⟧" + newer("edizione_precedente: 2020")),
      .files(
        previous("valutazione: non_raggiunto\nmotivazione: Pochi soldi.") + "anno: ⟦2021⟧" + newer()
      ),
      .files(previous(year: "2019") + "anno: ⟦2021⟧" + newer()),
    ],
    right: [
      .files(previous("valutazione: raggiunto") + "anno: 2021" + newer()),
      .files(previous("conclude: sì") + "anno: 2021" + newer()),
      .files(previous(status: "completata\natti: []") + "anno: 2021" + newer()),
      .files(previous() + "anno: 2021" + newer("edizione_precedente: 2018")),
      .files(previous() + "anno: 2021" + newer("genere: aggiornamento")),
      .files(
        previous() + "anno: 2021" + newer()
          + """

          === 2021/1-scuole/obiettivo.yml
          tipo: obiettivo
          numero: 1
          titolo: Più bambini a mensa
          premessa: Gli iscritti crescono.
          prosegue: {edizione: 2020, id: mense}
          aggiornato_il: 2021-12-31
          """),
    ], onReport: check)

  private static func previous(
    _ assessment: String = "", year: String = "2020", status: String = "pianificata"
  ) -> String {
    """
    === \(year)/edizione.yml
    tipo: edizione
    anno: \(year)
    titolo: Bilancio Sociale \(year)
    periodo: \(year)
    presentazione: Che cosa ha fatto il Comune di Prova.
    === \(year)/uffici.yml
    tipo: uffici
    voci:
      - id: scuola
        nome: Ufficio scuola
    === \(year)/mense/obiettivo.yml
    tipo: obiettivo
    numero: 1
    titolo: Mense per tutti
    premessa: Le mense sono poche.
    \(assessment)
    aggiornato_il: 2020-12-31
    === \(year)/mense/via-po.md
    ---
    tipo: realizzazione
    numero: 1
    titolo: La mensa di via Po
    in_breve: La mensa di via Po sarà aperta.
    ufficio: scuola
    stato: \(status)
    stato_al: 2020-12-31
    aggiornato_il: 2020-12-31
    ---

    Sarà aperta.
    === 2021/edizione.yml
    tipo: edizione

    """
  }

  private static func newer(_ field: String = "") -> String {
    """

    titolo: Bilancio Sociale 2021
    periodo: 2021
    \(field)
    presentazione: Che cosa ha fatto il Comune di Prova.
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition -> [Finding] in
      // An update tells what is new, and need not come back to the rest.
      guard edition.reportType?.value != .update || edition.previous != nil,
        let previous = report.previous(of: edition)
      else { return [] }
      let name = previous.id.value
      let continued = Set(
        edition.objectives.flatMap { objective -> [String] in
          let named = objective.continues.flatMap {
            report.edition(named: $0.edition.value)?.id.value == name ? $0.id.value : nil
          }
          // A name that it did not share before is still its own.
          return [objective.id.value] + [objective.shared?.name, named].compactMap(\.self)
        })
      return previous.objectives.filter {
        !continued.contains($0.id.value) && !$0.isFinished && !report.gaps.explain($0.id.value)
          && !report.gaps.drafts.contains($0.id.value, in: edition)
      }.map { lost in
        Finding(
          Phrase(
            it: "l'obiettivo «\(lost.title.value)» del \(name) in questa edizione non c'è",
            en: "the objective “\(lost.title.value)” of \(name) is not in this edition"),
          help: Phrase(
            it: "nell'obiettivo che lo continua scrivi `prosegue: {edizione: \(name), id: "
              + "\(lost.id.value)}`; se si è concluso, scrivi là `conclude: sì`; se è stato lasciato, "
              + "dillo con un obiettivo e la sua `motivazione`",
            en: "in the objective that continues it write `continues: {edition: \(name), id: "
              + "\(lost.id.value)}`; where it is concluded, write `concludes: yes` there; where it was "
              + "dropped, say so in an objective and its `rationale`"),
          at: edition.year.place,
          notes: [.init(Phrase(it: "era questo", en: "it was this one"), at: lost.title.place)])
      }
    }
  }
}

extension Objective {
  /// Whether readers know how it ended: it was reached, its end is stated, or all was done and nobody
  /// says that it was not enough.
  fileprivate var isFinished: Bool {
    if isConcluded || assessment?.value == .reached { return true }
    return assessment == nil && !achievements.isEmpty
      && achievements.allSatisfy { [.completed, .cancelled].contains($0.status.value) }
  }
}
