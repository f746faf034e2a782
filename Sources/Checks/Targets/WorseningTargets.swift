import Diagnostics
import SocialReport

/// A target that is to be reached lies on the improving side of its baseline.
enum WorseningTargets {
  static let rule = Rule(
    .worseningTarget, .error, .targets,
    Phrase(
      it: "Un traguardo da raggiungere sta dalla parte in cui si migliora.",
      en: "A target to be reached lies on the improving side."),
    why: Phrase(
      it:
        "Se `verso` dice che alto è meglio, un traguardo più basso della base è un peggioramento promesso.",
      en:
        "Where `direction` says that higher is better, a target below its baseline promises a decline."
    ),
    wrong: [.fields(.indicator, TargetExample.fields(value: "⟦300⟧", year: "2023"))],
    right: [
      .fields(.indicator, TargetExample.fields(value: "400", year: "2023")),
      .fields(
        .indicator, TargetExample.fields(value: "300", year: "2023") + "\n    tipo: mantenere"),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).flatMap { indicator in
      indicator.targets.compactMap { target -> Finding? in
        guard target.kind == .reach, let base = target.baseline else { return nil }
        let isBetter: Bool
        switch indicator.direction.value {
        case .higherIsBetter: isBetter = target.value.value > base.value.value
        case .lowerIsBetter: isBetter = target.value.value < base.value.value
        case .neutral: return nil
        }
        guard !isBetter else { return nil }
        let (goal, start) = (target.value.value, base.value.value)
        return Finding(
          Phrase(
            it: "il traguardo (\(goal.written(in: .italian))) non migliora la base "
              + "(\(start.written(in: .italian)))",
            en: "the target (\(goal.written(in: .english))) is no better than the baseline "
              + "(\(start.written(in: .english)))"),
          help: Phrase(
            it:
              "controlla i valori e `verso`; per un limite scrivi `tipo: mantenere` o `non_superare`",
            en:
              "check the values and `direction`; for a limit write `kind: maintain` or `not_exceed`"
          ),
          at: target.value.place,
          notes: [
            .init(
              Phrase(it: "il verso è qui", en: "the direction is here"),
              at: indicator.direction.place)
          ])
      }
    }
  }
}
