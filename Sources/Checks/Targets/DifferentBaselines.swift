import Diagnostics
import SocialReport

/// A baseline is an observation of the series.
enum DifferentBaselines {
  static let rule = Rule(
    .differentBaseline, .error, .targets,
    Phrase(
      it: "La base di un traguardo è il valore osservato in quell'anno.",
      en: "The baseline of a target is the value observed in that year."),
    why: Phrase(
      it: "Con una base diversa dai dati il progresso che si calcola è inventato.",
      en: "With a baseline other than the data, the progress that is computed is invented."),
    wrong: [
      .fields(.indicator, TargetExample.fields(value: "400", year: "2023", base: "⟦300⟧")),
      .fields(
        .indicator,
        TargetExample.fields(
          value: "400", year: "2023", base: "⟦300⟧", source: ", fonte: registro-iscritti")),
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
          guard let base = target.baseline else { return nil }
          // Of a year that the series does not hold, its source is asked for (`UnsourcedBaselines`).
          guard let observed = observations[base.year.value], let value = observed.number
          else { return nil }
          guard value != base.value.value else { return nil }
          let stated = base.value.value
          return Finding(
            Phrase(
              it:
                "\(indicator.id.value) (\(base.year.value)) = \(value.written(in: .italian)), la base dice "
                + stated.written(in: .italian),
              en:
                "\(indicator.id.value) (\(base.year.value)) = \(value.written(in: .english)), the baseline "
                + "says \(stated.written(in: .english))"),
            help: Phrase(it: "correggi l'uno o l'altra", en: "mend one or the other"),
            at: base.value.place,
            notes: [
              .init(
                Phrase(it: "il valore osservato è qui", en: "the observed value is here"),
                at: observed.value?.place)
            ])
        }
      }
  }
}

extension Indicator {
  /// The first observation within each year; none where there are no targets that would ask.
  var observationsOfYears: [Int: Observation] {
    guard !targets.isEmpty else { return [:] }
    return Dictionary(
      observations.compactMap { observation in
        let (start, end) = (observation.period.value.start, observation.period.value.end)
        return start.year == end.year ? (start.year, observation) : nil
      }, uniquingKeysWith: { first, _ in first })
  }
}
