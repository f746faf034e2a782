import Diagnostics
import SocialReport

/// A round distance between two numbers of an axis: 1, 2 or 5, with zeros or behind them.
struct TickStep {
  private let digit: Int64
  private let exponent: Int
  let size: Double

  init(atLeast wanted: Double, isWhole: Bool) {
    let least = isWhole ? max(wanted, 1) : wanted
    var exponent = 0
    var power = 1.0
    while power * 10 <= least, exponent < 18 {
      power *= 10
      exponent += 1
    }
    while power > least, exponent > -18 {
      power /= 10
      exponent -= 1
    }
    // What was meant to be the size itself must not fall behind it by a rounding error.
    let digit = [1.0, 2, 5].first { $0 * power >= least * (1 - TickStep.tolerance) } ?? 10
    self.digit = Int64(nearest: digit) ?? 10
    self.exponent = exponent
    size = digit * power
  }

  private static let tolerance = 1e-9
  /// More steps from zero than any axis has, and few enough to be added.
  private static let most = 1e17

  /// The last multiple that is not above a value.
  func index(upTo value: Double) -> Int { -index(downTo: -value) }

  /// The first multiple that is not below a value.
  func index(downTo value: Double) -> Int {
    let quotient = value / size
    let nearest = quotient.rounded()
    let isMultiple = abs(quotient - nearest) < TickStep.tolerance * max(1, abs(quotient))
    let wanted = isMultiple ? nearest : quotient.rounded(.up)
    return Int(exactly: min(max(wanted, -TickStep.most), TickStep.most)) ?? 0
  }

  /// A multiple as an exact number, or nil where it does not fit.
  func tick(_ index: Int) -> DecimalNumber? {
    var (coefficient, overflow) = digit.multipliedReportingOverflow(by: Int64(index))
    if overflow { return nil }
    for _ in 0..<max(exponent, 0) {
      (coefficient, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
    }
    return DecimalNumber(coefficient, scale: max(-exponent, 0))
  }
}
