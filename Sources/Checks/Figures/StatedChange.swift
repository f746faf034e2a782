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
    overridability: .inPlace,
    wrong: [
      .prose("Gli iscritti crescono di [⟦44⟧](variazione:iscritti@2020..2021)."),
      .prose("Gli iscritti sono [⟦42 in meno⟧](variazione:iscritti@2020..2021)."),
      .prose("Gli iscritti sono [⟦raddoppiati⟧](variazione:iscritti@2020..2021)."),
      .prose("Gli iscritti sono [⟦dimezzati⟧](variazione:iscritti@2020..2021)."),
      .prose("Gli iscritti sono [⟦un terzo in più⟧](variazione:iscritti@2020..2021)."),
      .prose("Gli iscritti crescono [⟦di oltre il 15 %⟧](variazione:iscritti@2020..2021)."),
      .files(ChangeExample.files("[⟦la metà⟧](variazione:utenti@2020..2021)", "300", "310")),
      .files(ChangeExample.files("[⟦triplicati⟧](variazione:utenti@2020..2021)", "300", "610")),
    ],
    right: [
      .prose("Gli iscritti crescono di [42](variazione:iscritti@2020..2021)."),
      .prose("Gli iscritti crescono del [13,5 %](variazione:iscritti@2020..2021)."),
      .prose(
        "Sono [42 in più](variazione:iscritti@2020..2021), [più di 40](variazione:iscritti@2020..2021)."
      ),
      .files(
        ChangeExample.files(
          "[raddoppiati](variazione:utenti@2020..2021), [il doppio](variazione:utenti@2020..2021), "
            + "[più che raddoppiati](variazione:utenti@2020..2021)", "300", "610")),
      .files(
        ChangeExample.files(
          "[dimezzati](variazione:utenti@2020..2021), [quasi la metà](variazione:utenti@2020..2021)",
          "610", "300")),
      .files(
        ChangeExample.files(
          "[un terzo in meno](variazione:utenti@2020..2021), [calati di un "
            + "terzo](variazione:utenti@2020..2021), [scesi a due terzi](variazione:utenti@2020..2021)",
          "300", "200")),
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
    let proportions = hasRatio(indicator, from) ? text.stated.proportions : []
    if proportions.contains(where: { agrees($0, text.stated.direction, first, last) }) { return [] }
    let way = indicator.measure.value == .position ? nil : text.stated.direction
    guard let stated = numbers.first.map({ Said($0, way) }) ?? proportions.first.map(Said.init),
      !numbers.contains(where: {
        agrees($0.directed(way), change, of: first, indicator)
      })
    else { return [] }
    // Larger first, so that the sum reads as people do it.
    let isRise = change.coefficient >= 0
    let (greater, less) = isRise ? (to, from) : (from, to)
    func sum(_ language: Language) -> String {
      func term(_ observation: Observation) -> String {
        (observation.number?.written(in: language) ?? "") + " (\(observation.period.value.written))"
      }
      return "\(indicator.id.value): \(term(greater)) − \(term(less)) = "
        + change.magnitude.written(in: language)
    }
    let isPercent = numbers.first?.form == .percent
    return [
      Finding(
        Phrase(
          it: "\(sum(.italian)), il testo dice \(stated.text(.italian))",
          en: "\(sum(.english)), the text says \(stated.text(.english))"),
        help: help(isPercent: isPercent, change, indicator),
        at: text.place,
        notes: [from, to].map {
          .init(
            Phrase(
              it: "il valore del \($0.period.value.written) è qui",
              en: "the value of \($0.period.value.written) is here"), at: $0.value?.place)
        })
    ]
  }

  private static func help(
    isPercent: Bool, _ change: DecimalNumber, _ indicator: Indicator
  ) -> Phrase {
    if isPercent, indicator.measure.value == .percentage {
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
      guard abs(share) < 1e9, let exact = DecimalNumber(nearest: share, scale: 6) else {
        return false
      }
      return number.agrees(with: exact)
    }
    // A better position is a smaller number: a rise may be told with its sign or the other.
    let isPosition = indicator.measure.value == .position
    return indicator.agrees(number, with: change)
      || isPosition && number.agrees(with: change.negated)
  }

  /// Whether the two values have a ratio that means something: places in a ranking have none.
  static func hasRatio(_ indicator: Indicator, _ from: Observation) -> Bool {
    indicator.measure.value != .position && from.number.map { $0.coefficient != 0 } == true
  }

  /// `il doppio` and `dimezzati` tell how many times as much; `un terzo` what came, went or is left.
  private static func agrees(
    _ proportion: StatedProportion, _ direction: StatedProportion.Direction?,
    _ first: DecimalNumber, _ last: DecimalNumber
  ) -> Bool {
    let ratio = last.approximate / first.approximate
    let change = ratio - 1
    switch (proportion.kind, direction) {
    case (.multiple, _): return proportion.agrees(with: ratio)
    case (.loss, _), (.part, .less): return proportion.agrees(with: -change)
    case (.part, .more): return proportion.agrees(with: change)
    case (.part, nil) where proportion.isRemainder: return proportion.agrees(with: ratio)
    case (.part, nil):
      return proportion.agrees(with: ratio) || proportion.agrees(with: abs(change))
    }
  }
}

extension StatedNumber {
  /// With the sign that words give it: `42 in meno`.
  fileprivate func directed(_ direction: StatedProportion.Direction?) -> StatedNumber {
    guard let direction, !hasSign, upper == nil, form != .ordinal else { return self }
    return signed(isNegative: direction == .less)
  }
}

/// The content that the rule on stated changes is shown with.
enum ChangeExample {
  static func files(_ text: String, _ first: String, _ last: String) -> String {
    """
    === 2021/utenti.yml
    tipo: indicatore
    nome: Utenti
    definizione: Quante persone usano il servizio.
    misura: conteggio
    unita: persone
    verso: neutro
    fonte: registro-iscritti
    responsabile: scuola
    metodo: Si conta.
    osservazioni:
      - periodo: 2020
        valore: \(first)
      - periodo: 2021
        valore: \(last)
    === 2021/contesto.md
    ---
    tipo: contesto
    titolo: Gli utenti
    periodo: 2021
    aggiornato_il: 2021-12-31
    ---

    Gli utenti sono \(text).
    """
  }
}
