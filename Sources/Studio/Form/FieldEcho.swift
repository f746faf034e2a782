import Diagnostics
import SocialReport

/// What a value was understood as, where that is not how it is written: `venerdì 31 dicembre 2021`.
enum FieldEcho {
  /// Whether values of a type are said again.
  static func isSaid(_ type: FieldType) -> Bool {
    switch type {
    case .date, .dateOrUnknown, .period, .money, .decimal: true
    default: false
    }
  }

  /// Empty where there is nothing to say, or the value cannot be read: that is a problem of its own.
  static func of(_ value: String, _ type: FieldType) -> String {
    let said: String? =
      switch type {
      case .date: DateText.date(value)?.spoken
      case .dateOrUnknown, .period: DateText.date(value)?.spoken ?? DateText.period(value)?.spoken
      case .money: number(value).map { "\($0) €" }
      case .decimal: number(value)
      default: nil
      }
    guard let said, said != value else { return "" }
    return "→ \(said)"
  }

  private static func number(_ value: String) -> String? {
    guard case .number(let number) = Numerals.read(value, isQuoted: false) else { return nil }
    return number.written(in: .italian)
  }
}
