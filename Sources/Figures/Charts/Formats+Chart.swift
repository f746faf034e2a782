import Diagnostics
package import SocialReport
import Theme

/// Numbers as charts write them, where room is short.
extension Formats {
  /// A value as it stands at its mark, exact; the unit stands once above the chart.
  package func mark(_ number: DecimalNumber, of indicator: Indicator) -> String {
    guard indicator.measure.value == .amount else { return value(.number(number), of: indicator) }
    if indicator.magnitude != nil { return self.number(number, decimals: indicator.decimals) }
    return self.number(number, decimals: number.isWhole ? 0 : 2)
  }

  /// The first three digits of a value in millions or billions; nil for a smaller one.
  package func rounded(_ number: DecimalNumber) -> String? {
    let size = abs(number.approximate)
    guard size >= 1e6 else { return nil }
    let isBillions = size >= 1e9
    let count = number.approximate / (isBillions ? 1e9 : 1e6)
    let decimals = abs(count) < 10 ? 2 : abs(count) < 100 ? 1 : 0
    let digits = (count * [1.0, 10, 100][decimals]).rounded()
    guard let coefficient = Int64(exactly: digits) else { return nil }
    return large(DecimalNumber(coefficient, scale: decimals).plainest, isBillions: isBillions)
  }

  /// The numbers of an axis, in millions where they are so large.
  func ticks(_ numbers: [DecimalNumber], of indicator: Indicator) -> [String] {
    let size = numbers.map { abs($0.approximate) }.max() ?? 0
    return numbers.map { number in
      if indicator.measure.value == .position { return self.number(number) }
      if size >= 1e6, number.coefficient != 0, indicator.magnitude == nil {
        let isBillions = size >= 1e9
        let shown = DecimalNumber(number.coefficient, scale: number.scale + (isBillions ? 9 : 6))
        return large(shown.plainest, isBillions: isBillions)
      }
      let text = self.number(number)
      return indicator.measure.value == .percentage
        ? strings.format("number.percent", ["n": text]) : text
    }
  }

  private func large(_ number: DecimalNumber, isBillions: Bool) -> String {
    strings.format(isBillions ? "chart.billions" : "chart.millions", ["n": self.number(number)])
  }
}
