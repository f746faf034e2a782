import Diagnostics
import SocialReport

/// A target that was published stays, until its year, as it was.
enum ChangedTargets {
  static let rule = Rule(
    .changedTarget, .warning, .editions,
    Phrase(
      it: "Un traguardo non ancora scaduto resta quello dell'edizione prima.",
      en: "A target that is not yet due stays what it was in the edition before."),
    why: Phrase(
      it:
        "Una promessa che si sostituisce con una più facile, o che sparisce, non si può più mancare: chi "
        + "legge deve saperlo. Un traguardo già raggiunto si può superare.",
      en:
        "A promise that is replaced by an easier one, or that vanishes, can no longer be missed: readers "
        + "must know. A target that was reached already may be surpassed."),
    wrong: [
      EditionExample.indicators(
        old: values(2020) + target("400", 2022),
        new: values(2020, 2021) + target("⟦350⟧", 2022)),
      EditionExample.indicators(
        old: values(2020) + target("400", 2022), new: values(2020, 2021) + target("⟦450⟧", 2024)),
    ],
    right: [
      EditionExample.indicators(
        old: values(2020) + target("400", 2022), new: values(2020, 2021) + target("400", 2022)),
      EditionExample.indicators(
        old: values(2020) + target("340", 2022), new: values(2020, 2021) + target("450", 2024)),
    ], onReport: check)

  private static func values(_ years: Int...) -> String {
    years.map { "  - {periodo: \($0), valore: \($0 == 2020 ? 310 : 352)}\n" }.joined()
  }

  private static func target(_ value: String, _ year: Int) -> String {
    """
    traguardi:
      - valore: \(value)
        anno: \(year)
        base: {anno: 2020, valore: 310}
    """
  }

  private static func check(_ report: Report) -> [Finding] {
    EditionPair.all(of: report).flatMap { pair -> [Finding] in
      let start = pair.newer.period.value.start.year
      let new = Dictionary(
        pair.newer.indicators.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
      return pair.older.indicators.flatMap { old -> [Finding] in
        let due = old.targets.filter { $0.year.value >= start }
        guard !due.isEmpty, !report.gaps.explain(old.id.value) else { return [] }
        guard let now = new[old.id.value] else {
          return [gone(due[0], of: old, isHere: false, pair)]
        }
        guard !ChangedDefinitions.isMeasuredAnew(old, now) else { return [] }
        return due.filter { !isReached($0, now) }.compactMap { finding($0, old, now, pair) }
      }
    }
  }

  /// Whether the newest value has reached it, so that nothing is evaded by another.
  private static func isReached(_ target: Target, _ indicator: Indicator) -> Bool {
    guard target.kind == .reach,
      let last = indicator.observations.last(where: { $0.number != nil }),
      let value = last.number
    else { return false }
    return target.isReached(by: value, indicator.direction.value) == true
  }

  private static func finding(
    _ target: Target, _ old: Indicator, _ new: Indicator, _ pair: EditionPair
  ) -> Finding? {
    let ofYear = new.targets.filter { $0.year.value == target.year.value }
    guard !ofYear.contains(where: { $0.value.value == target.value.value }) else { return nil }
    let known = Set(old.targets.map(\.year.value))
    guard let other = ofYear.first ?? new.targets.first(where: { !known.contains($0.year.value) })
    else { return gone(target, of: new, isHere: true, pair) }
    return Finding(
      Phrase(
        it: "il traguardo di `\(new.id.value)` era \(words(target, .italian)) nell'edizione "
          + "\(pair.oldName), ora è \(words(other, .italian))",
        en: "the target of `\(new.id.value)` was \(words(target, .english)) in the edition of "
          + "\(pair.oldName), now it is \(words(other, .english))"),
      help: help, at: other.value.place, notes: note(target))
  }

  /// - Parameter isHere: whether the newer edition has the indicator.
  private static func gone(
    _ target: Target, of indicator: Indicator, isHere: Bool, _ pair: EditionPair
  ) -> Finding {
    Finding(
      Phrase(
        it: "il traguardo di `\(indicator.id.value)` nell'edizione \(pair.oldName), "
          + "\(words(target, .italian)), in questa non c'è"
          + (isHere ? "" : ", e nemmeno l'indicatore"),
        en: "the target of `\(indicator.id.value)` in the edition of \(pair.oldName), "
          + "\(words(target, .english)), is not in this one"
          + (isHere ? "" : ", nor is the indicator")),
      help: help, at: isHere ? indicator.name.place : pair.newer.year.place, notes: note(target))
  }

  private static let help = Phrase(
    it: "rimetti il traguardo di prima; se è stato cambiato con una decisione, dilla nel testo "
      + "dell'obiettivo e ammetti l'eccezione con il motivo",
    en:
      "put the target back; where it was changed by a decision, tell it in the objective's text and "
      + "admit the exception with its reason")

  private static func note(_ target: Target) -> [Diagnostic.Note] {
    [.init(Phrase(it: "era questo", en: "it was this"), at: target.value.place)]
  }

  private static func words(_ target: Target, _ language: Language) -> String {
    let value = target.value.value.written(in: language)
    return language == .italian
      ? "\(value) entro il \(target.year.value)" : "\(value) by \(target.year.value)"
  }
}
