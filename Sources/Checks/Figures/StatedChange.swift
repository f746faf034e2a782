import Diagnostics
import SocialReport

/// The number in a link's text is the difference of the two observations that it names.
enum StatedChange {
  static let rule = Rule(
    .statedChange, .error, .figures,
    Phrase(
      it: "Il numero scritto nel testo di `variazione:` è la differenza dei due valori.",
      en: "The number in the text of `change:` is the difference of the two values."),
    why: Phrase(
      it: "Una differenza si ricalcola: chi legge trova i due valori e rifà il conto.",
      en: "A difference is computed again: readers find both values and do the sum."),
    latitude: .inPlace,
    wrong: [.prose("Gli iscritti crescono di [⟦44⟧](variazione:iscritti@2020..2021).")],
    right: [
      .prose("Gli iscritti crescono di [42](variazione:iscritti@2020..2021)."),
      .prose("Gli iscritti crescono del [13,5 %](variazione:iscritti@2020..2021)."),
    ], onLink: check)

  private static func check(_ fact: LinkedFact, _ text: LinkText) -> [Finding] {
    guard case .change(let indicator, let from, let to) = fact, let first = from.number,
      let last = to.number, let change = last.subtracting(first)
    else { return [] }
    let years = [from, to].flatMap {
      [$0.period.value.start.year, $0.period.value.end.year].map { DecimalNumber(Int64($0)) }
    }
    // `da 310 a 352`: the two values may stand beside their difference, or for it.
    let ends = [first, last]
    let numbers = text.numbers.filter { number in
      number.value == change.magnitude
        || !years.contains(number.value) && !ends.contains(number.value)
          && number.upper.map(ends.contains) != true
    }
    guard let stated = numbers.first,
      !numbers.contains(where: { agrees($0, change, of: first, indicator) })
    else { return [] }
    // Larger first, so that the sum reads as people do it.
    let isRise = change.coefficient >= 0
    let (greater, less) = isRise ? (to, from) : (from, to)
    func sum(_ language: Language) -> String {
      func term(_ observation: Observation) -> String {
        (observation.number?.written(in: language) ?? "") + " (\(observation.period.value.iso8601))"
      }
      return "\(indicator.id.value): \(term(greater)) − \(term(less)) = "
        + change.magnitude.written(in: language)
    }
    let sign = stated.form == .percent ? " %" : ""
    return [
      Finding(
        Phrase(
          it: "\(sum(.italian)), il testo dice \(stated.value.written(in: .italian))\(sign)",
          en: "\(sum(.english)), the text says \(stated.value.written(in: .english))\(sign)"),
        help: help(stated, change, indicator),
        at: text.place,
        notes: [from, to].map {
          .init(
            Phrase(
              it: "il valore del \($0.period.value.iso8601) è qui",
              en: "the value of \($0.period.value.iso8601) is here"), at: $0.value?.place)
        })
    ]
  }

  private static func help(
    _ stated: StatedNumber, _ change: DecimalNumber, _ indicator: Indicator
  ) -> Phrase {
    if stated.form == .percent, indicator.measure.value == .percentage {
      return Phrase(
        it: "la differenza di due percentuali si dice in punti: "
          + "«\(change.magnitude.written(in: .italian)) punti»",
        en: "the difference of two percentages is told in points: "
          + "“\(change.magnitude.written(in: .english)) points”")
    }
    return Phrase(
      it:
        "correggi il testo o i dati; con il testo vuoto, `[](variazione:…)`, il numero si scrive da sé",
      en:
        "mend the text or the figures; with an empty text, `[](change:…)`, the number writes itself"
    )
  }

  /// A percentage is the change in proportion to the first value; the difference of two percentages
  /// is told in points.
  private static func agrees(
    _ number: StatedNumber, _ change: DecimalNumber, of first: DecimalNumber, _ indicator: Indicator
  ) -> Bool {
    if number.form == .percent {
      guard first.coefficient != 0 else { return false }
      let share = change.approximate / first.approximate * 100
      guard abs(share) < 1e9 else { return false }
      return number.agrees(with: DecimalNumber(Int64((share * 1e6).rounded()), scale: 6))
    }
    // A better position is a smaller number: a rise may be told with its sign or the other.
    let isPosition = indicator.measure.value == .position
    return number.agrees(with: change) || isPosition && number.agrees(with: change.negated)
      || indicator.unitFactor.map { number.agrees(with: $0(change)) } == true
  }
}
