import SocialReport
import Testing

/// A table with what must be read of it.
struct Sheet: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let measure: IndicatorMeasure
  let text: String
  let observations: String
  let findings: [String]

  init(
    _ what: String, _ measure: IndicatorMeasure, _ text: String, gives observations: String,
    saying findings: [String] = []
  ) {
    (testDescription, self.measure, self.text) = (what, measure, text)
    (self.observations, self.findings) = (observations, findings)
  }

  /// A table of percentages.
  init(
    _ what: String, _ text: String, gives observations: String, saying findings: [String] = []
  ) {
    self.init(what, .percentage, text, gives: observations, saying: findings)
  }
}

extension Sheet {
  static let all = layouts + totals + numbers + gaps + periods + refused + kept

  static let whole = "2023=57.9 2024=63.4"
  static let unread = "hint csv-non-letto"
  static let total = "hint csv-totale"
  static let missing = "hint csv-valore-mancante"
  static let cell = "error csv-cella"
  static let header = "error csv-intestazione"
}
