import Diagnostics
import SocialReport

/// The number in a link's text is the value of the observation that it names.
enum StatedFigure {
  static let rule = Rule(
    .statedFigure, .error, .figures,
    Phrase(
      it: "Il numero scritto nel testo di `dato:` è quello dell'osservazione.",
      en: "The number in the text of `figure:` is that of the observation."),
    why: Phrase(
      it: "Una cifra sta in un posto solo. Se il testo ne dice un'altra, uno dei due è sbagliato.",
      en: "A figure lives in one place. Where the text states another, one of the two is wrong."),
    latitude: .inPlace,
    wrong: [.prose("Gli iscritti sono [⟦325⟧](dato:iscritti@2021).")],
    right: [
      .prose("Gli iscritti sono [352](dato:iscritti@2021), [circa 350](dato:iscritti@2021)."),
      .prose("[Gli iscritti del 2021](dato:iscritti@2021) sono [](dato:iscritti@2021)."),
    ], onLink: check)

  private static func check(_ fact: LinkedFact, _ text: LinkText) -> [Finding] {
    guard case .figure(let indicator, let observation) = fact, let value = observation.number,
      let place = observation.value?.place
    else { return [] }
    let factor = indicator.unitFactor
    let numbers = text.numbers.filter { !isOther($0, than: observation) }
    guard let first = numbers.first,
      !numbers.contains(where: { number in
        number.agrees(with: value) || factor.map { number.agrees(with: $0(value)) } == true
      })
    else { return [] }
    let period = observation.period.value.iso8601
    return [
      Finding(
        Phrase(
          it: "\(indicator.id.value) (\(period)) = \(value.written(in: .italian)), "
            + "il testo dice \(first.value.written(in: .italian))",
          en: "\(indicator.id.value) (\(period)) = \(value.written(in: .english)), "
            + "the text says \(first.value.written(in: .english))"),
        help: Phrase(
          it:
            "correggi il testo o il dato; con il testo vuoto, `[](dato:…)`, il numero si scrive da sé",
          en:
            "mend the text or the figure; with an empty text, `[](figure:…)`, the number writes itself"
        ),
        at: text.place,
        notes: [.init(Phrase(it: "il dato è qui", en: "the figure is here"), at: place)])
    ]
  }

  /// The year of the observation and how many were ranked may stand beside the value.
  private static func isOther(_ number: StatedNumber, than observation: Observation) -> Bool {
    guard number.form == .cardinal, number.value != observation.number else { return false }
    let others = [
      observation.period.value.start.year, observation.period.value.end.year,
      observation.outOf?.value, observation.tied?.value,
    ]
    return others.contains { $0.map { number.value == DecimalNumber(Int64($0)) } == true }
  }
}

extension Indicator {
  /// What turns a value in thousands or millions into units; nil where the unit says neither.
  var unitFactor: ((DecimalNumber) -> DecimalNumber)? {
    let unit = unit?.value.lowercased() ?? ""
    let power: Int? =
      if unit.hasPrefix("migliaia") || unit.hasPrefix("thousand") {
        3
      } else if unit.hasPrefix("milioni") || unit.hasPrefix("million") {
        6
      } else {
        nil
      }
    return power.map { power in { $0.divided(byPowerOfTen: -power) ?? $0 } }
  }
}
