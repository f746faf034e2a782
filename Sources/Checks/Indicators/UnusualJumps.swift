import Diagnostics
import SocialReport

/// A value that jumps far beyond the usual is explained or a slip.
enum UnusualJumps {
  static let rule = Rule(
    .unusualJump, .warning, .indicators,
    Phrase(
      it: "Un salto di oltre cinque volte il solito ha una nota o una rottura.",
      en: "A jump of over five times the usual has a note or a break."),
    why: Phrase(
      it: "Spesso è uno zero di troppo. Se è vero, chi legge vuole sapere che cosa è successo.",
      en: "Often it is one zero too many. Where it is true, readers want to know what happened."),
    wrong: [.fields(.indicator, fields("⟦3520⟧", ""))],
    right: [
      .fields(.indicator, fields("330", "")),
      .fields(.indicator, fields("3520", "    nota: Dal 2021 si iscrivono tutte le scuole.")),
    ], onReport: check)

  private static func fields(_ value: String, _ rest: String) -> String {
    """
    osservazioni:
      - periodo: 2017
        valore: 300
      - periodo: 2018
        valore: 312
      - periodo: 2019
        valore: 305
      - periodo: 2020
        valore: 310
      - periodo: 2021
        valore: \(value)
    \(rest)
    """
  }

  /// Fewer steps do not tell what is usual.
  private static let leastSteps = 3
  private static let factor = 5.0
  /// Beyond this nobody reads the digits.
  private static let mostTimes = 1_000_000.0

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap(\.indicators).flatMap { indicator -> [Finding] in
      // A year beside quarters is no jump; it is told as what it is.
      guard !indicator.isOfMixedPeriods else { return [] }
      let pairs = zip(indicator.observations, indicator.observations.dropFirst()).compactMap {
        one, next -> (step: Double, next: Observation)? in
        guard let a = one.number, let b = next.number,
          indicator.break(between: one, and: next) == nil
        else { return nil }
        return (abs(b.approximate - a.approximate), next)
      }
      guard pairs.count > leastSteps else { return [] }
      let steps = pairs.map(\.step).sorted()
      // The median of the other steps.
      let middle = (steps.count - 1) / 2
      return pairs.enumerated().compactMap { index, pair in
        let usual = pair.step <= steps[middle] ? steps[middle + 1] : steps[middle]
        guard usual > 0, pair.step > factor * usual, pair.next.note == nil,
          let place = pair.next.value?.place,
          // The way back after a jump is told with the jump.
          index == 0 || pairs[index - 1].step <= factor * usual
        else { return nil }
        let ratio = pair.step / usual
        let times = Int(nearest: min(ratio, mostTimes)) ?? 0
        return Finding(
          Phrase(
            it: "il valore salta di \(ratio > mostTimes ? "oltre " : "")\(times) volte il solito",
            en: "the value jumps by \(ratio > mostTimes ? "over " : "")\(times) times the usual"),
          help: Phrase(
            it: "controlla le cifre; se è giusto, spiegalo in `nota`",
            en: "check the digits; where it is right, explain it in `note`"), at: place)
      }
    }
  }
}
