import Diagnostics
import SocialReport

/// The years of interim targets increase.
enum UnorderedTargets {
  static let rule = Rule(
    .unorderedTargets, .warning, .targets,
    Phrase(
      it: "I traguardi intermedi sono in ordine di anno, ciascuno una volta.",
      en: "Interim targets are in order of year, each once."),
    why: Phrase(
      it: "Due traguardi per un anno, o in disordine, di solito sono un errore di battitura.",
      en: "Two targets for one year, or out of order, are a slip as a rule."),
    wrong: [
      .fields(
        .indicator,
        TargetExample.fields(value: "400", year: "2023")
          + "\n  - valore: 380\n    anno: ⟦2022⟧\n    base: {anno: 2020, valore: 310}")
    ],
    right: [
      .fields(
        .indicator,
        TargetExample.fields(value: "380", year: "2022")
          + "\n  - valore: 400\n    anno: 2023\n    base: {anno: 2020, valore: 310}")
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).flatMap { indicator in
      zip(indicator.targets, indicator.targets.dropFirst()).filter {
        $0.year.value >= $1.year.value
      }.map { before, target in
        Finding(
          Phrase(
            it: "il traguardo del \(target.year.value) viene dopo quello del \(before.year.value)",
            en: "the target of \(target.year.value) comes after that of \(before.year.value)"),
          help: Phrase(it: "mettili in ordine di anno", en: "put them in order of year"),
          at: target.year.place,
          notes: [
            .init(Phrase(it: "l'altro è qui", en: "the other is here"), at: before.year.place)
          ])
      }
    }
  }
}
