import Diagnostics
import SocialReport

/// A target and the value that falls short of it, in words.
struct MissedTarget {
  let phrase: Phrase
  let notes: [Diagnostic.Note]

  init(_ due: Outcome.Due, of indicator: Indicator) {
    let (value, target) = (due.value, due.target)
    let id = indicator.id.value
    let year = target.year.value
    phrase = Phrase(
      it: "`\(id)` nel \(year) è \(value.written(in: .italian)) e il traguardo era "
        + target.value.value.written(in: .italian),
      en: "`\(id)` in \(year) is \(value.written(in: .english)) and the target was "
        + target.value.value.written(in: .english))
    notes = [
      .init(
        Phrase(it: "il traguardo è qui", en: "the target is here"), at: target.value.place),
      .init(
        Phrase(it: "il valore è qui", en: "the value is here"), at: due.observation.value?.place),
    ]
  }
}

extension Observation {
  /// The value with its period, `310 (2020)`, for messages.
  func written(in language: Language) -> String {
    value.map { "\($0.value.written(in: language)) (\(period.value.written))" }
      ?? "– (\(period.value.written))"
  }
}

extension Observation.Value {
  func written(in language: Language) -> String {
    switch self {
    case .number(let number): number.written(in: language)
    case .text(let text): "«\(text)»"
    }
  }
}
