import Diagnostics
package import SocialReport
import Theme

/// Values with the unit that they count.
extension Formats {
  /// A value as it stands by itself, never without its unit: `9,8 giorni`, `12,5 %`, `13°`.
  package func figure(_ value: Observation.Value, of indicator: Indicator) -> String {
    let text = self.value(value, of: indicator)
    guard case .number(let number) = value, let unit = indicator.measureUnit, !unit.text.isEmpty
    else { return text }
    switch indicator.measure.value {
    case .count, .rate, .index:
      let isOne = number == DecimalNumber(1)
      let words = isOne ? UnitWords.singular(of: unit.text, strings.language) : unit.text
      return "\(text) \(words)"
    case .percentage, .amount, .position, .yesNo, .qualitative: return text
    }
  }

  /// Money in the unit of its indicator: `4.325.000 euro`, `45,38 milioni di euro`, `120 euro per
  /// abitante`.
  package func amount(_ number: DecimalNumber, of indicator: Indicator) -> String {
    guard let unit = indicator.measureUnit, !unit.text.isEmpty else { return euro(number) }
    if unit.isMoney, unit.magnitude == 0 { return euro(number) }
    let isOne = number == DecimalNumber(1)
    let text = self.number(
      number, decimals: unit.magnitude > 0 ? indicator.decimals : number.isWhole ? 0 : 2)
    return great(text, isOne: isOne, of: indicator) ?? "\(text) \(unit.text)"
  }

  /// A number in thousands, millions or billions of euro; nil for any other unit.
  func great(_ number: String, isOne: Bool, of indicator: Indicator) -> String? {
    guard let unit = indicator.measureUnit, unit.isMoney else { return nil }
    let name: String? =
      switch unit.magnitude {
      case 3: "thousands"
      case 6: "millions"
      case 9: "billions"
      default: nil
      }
    return name.map {
      strings.format("number.euro-\($0).\(isOne ? "one" : "many")", ["n": number])
    }
  }
}
