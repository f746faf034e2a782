import Diagnostics
import SocialReport

/// A target lies after the year that it starts from.
enum TargetsBeforeBaseline {
  static let rule = Rule(
    .targetBeforeBaseline, .error, .targets,
    Phrase(
      it: "L'anno del traguardo viene dopo quello della base.",
      en: "The year of a target comes after that of its baseline."),
    why: Phrase(
      it: "Un traguardo già passato quando si parte non è un impegno.",
      en: "A target that has passed before the start is no commitment."),
    wrong: [.fields(.indicator, TargetExample.fields(value: "400", year: "⟦2020⟧"))],
    right: [.fields(.indicator, TargetExample.fields(value: "400", year: "2023"))], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).flatMap(\.targets).compactMap { target in
      guard let base = target.baseline, target.year.value <= base.year.value else { return nil }
      return Finding(
        Phrase(
          it: "il traguardo è per il \(target.year.value), la base è del \(base.year.value)",
          en: "the target is for \(target.year.value), the baseline of \(base.year.value)"),
        help: Phrase(it: "controlla i due anni", en: "check both years"), at: target.year.place,
        notes: [.init(Phrase(it: "la base è qui", en: "the baseline is here"), at: base.year.place)]
      )
    }
  }
}

/// The content that the rules on targets are shown with.
enum TargetExample {
  static func fields(
    value: String, year: String, baseYear: String = "2020", base: String = "310",
    source: String = ""
  ) -> String {
    """
    traguardi:
      - valore: \(value)
        anno: \(year)
        base: {anno: \(baseYear), valore: \(base)\(source)}
    """
  }
}
