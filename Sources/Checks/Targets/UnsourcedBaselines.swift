import Diagnostics
import SocialReport

/// A baseline from before the series says where it comes from.
enum UnsourcedBaselines {
  static let rule = Rule(
    .unsourcedBaseline, .warning, .targets,
    Phrase(
      it: "La base di un traguardo è nella serie, oppure ha una fonte sua.",
      en: "The baseline of a target is in the series, or has a source of its own."),
    why: Phrase(
      it:
        "Una base che non sta tra i dati non si può controllare, e il progresso poggia su di essa.",
      en: "A baseline that is not among the data cannot be checked, and the progress rests on it."),
    wrong: [
      .fields(.indicator, TargetExample.fields(value: "400", year: "2023", baseYear: "⟦2018⟧"))
    ],
    right: [
      .fields(.indicator, TargetExample.fields(value: "400", year: "2023")),
      .fields(
        .indicator,
        TargetExample.fields(
          value: "400", year: "2023", baseYear: "2011", base: "0",
          source: ", fonte: registro-iscritti")),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).filter { !report.gaps.ids.contains($0.id.value) }
      .flatMap { indicator -> [Finding] in
        let observations = indicator.observationsOfYears
        return indicator.targets.compactMap { target -> Finding? in
          guard let base = target.baseline, base.source == nil,
            observations[base.year.value]?.number == nil
          else { return nil }
          return Finding(
            Phrase(
              it: "del \(base.year.value), l'anno della base, non c'è né un valore né una fonte",
              en:
                "of \(base.year.value), the year of the baseline, there is neither a value nor a source"
            ),
            help: Phrase(
              it: "scrivi nella base da dove viene, "
                + "`base: {anno: \(base.year.value), valore: …, fonte: …}`, o aggiungi l'osservazione",
              en: "write in the baseline where it comes from, "
                + "`baseline: {year: \(base.year.value), value: …, source: …}`, or add the observation"
            ),
            at: base.year.place)
        }
      }
  }
}
