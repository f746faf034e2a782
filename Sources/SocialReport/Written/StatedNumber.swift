/// A number as a text states it, with how exactly it does.
package struct StatedNumber: Sendable {
  package enum Form: Sendable {
    case cardinal, ordinal, percent, euro
    /// Percentage points, the difference of two percentages.
    case points
  }

  /// What words before a number make of it.
  package enum Bound: Sendable {
    case exact
    /// `circa`, `about`: to the digits that are no zeros.
    case about
    /// `oltre`, `più di`: from it upwards.
    case over
    /// `quasi`, `meno di`: up to it.
    case under
    /// `almeno`, `non meno di`: a limit, however far away.
    case atLeast
    /// `al massimo`, `fino a`.
    case atMost
  }

  /// As written, with its sign.
  package let value: DecimalNumber
  /// The last digit that is stated counts 10 to this power: −1 for `12,5`, 5 for `1,2 milioni`.
  package let exponent: Int
  package var form = Form.cardinal
  package var bound = Bound.exact
  package var hasSign = false
  /// `un`, `una`: as often an article as a number.
  package var isWeak = false
  /// The upper end, for a range such as `60–70`.
  package var upper: DecimalNumber?

  /// Whether a fact, told to this exactness, is this number.
  package func agrees(with fact: DecimalNumber) -> Bool {
    if let upper { return value <= fact && fact <= upper }
    let fact = hasSign ? fact : fact.magnitude
    let stated = hasSign ? value : value.magnitude
    guard let difference = fact.subtracting(stated) else { return false }
    switch bound {
    case .exact:
      guard let twice = difference.magnitude.multiplied(by: 2) else { return false }
      return twice <= DecimalNumber.power(ofTen: exponent)
    case .about: return difference.magnitude <= DecimalNumber.power(ofTen: roundedExponent)
    case .over:
      return difference.coefficient >= 0
        && difference < DecimalNumber.power(ofTen: roundedExponent)
    case .atLeast: return difference.coefficient >= 0
    case .atMost: return difference.coefficient <= 0
    case .under:
      return difference.coefficient <= 0
        && difference.magnitude < DecimalNumber.power(ofTen: roundedExponent)
    }
  }

  /// The power of ten of the last digit that is no zero: `circa 4.300` is exact to the hundreds.
  private var roundedExponent: Int {
    var power = exponent
    while power < 18, let whole = value.divided(byPowerOfTen: power + 1), whole.isWhole,
      whole.coefficient != 0
    {
      power += 1
    }
    return power
  }
}

extension DecimalNumber: Comparable {
  package static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    (a.subtracting(b)?.coefficient ?? 0) < 0
  }

  package var magnitude: DecimalNumber {
    coefficient == Int64.min ? self : DecimalNumber(abs(coefficient), scale: scale)
  }

  package var negated: DecimalNumber {
    coefficient == Int64.min ? self : DecimalNumber(-coefficient, scale: scale)
  }

  /// Nil where it does not fit.
  package func multiplied(by factor: Int64) -> DecimalNumber? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : DecimalNumber(product, scale: scale)
  }

  package func adding(_ other: DecimalNumber) -> DecimalNumber? { subtracting(other.negated) }

  /// 10 to a power from −12 to 18.
  package static func power(ofTen exponent: Int) -> DecimalNumber {
    if exponent < 0 { return DecimalNumber(1, scale: min(-exponent, 12)) }
    var value: Int64 = 1
    for _ in 0..<min(exponent, 18) { value *= 10 }
    return DecimalNumber(value)
  }

  /// Moves the decimal point; nil where that loses digits or does not fit.
  package func divided(byPowerOfTen power: Int) -> DecimalNumber? {
    if power < 0 { return multiplied(by: DecimalNumber.power(ofTen: -power).coefficient) }
    let moved = DecimalNumber(coefficient, scale: scale + power)
    if moved.scale <= 12 { return moved }
    var (coefficient, scale) = (coefficient, scale + power)
    while scale > 12, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    return scale <= 12 ? DecimalNumber(coefficient, scale: scale) : nil
  }

  /// For geometry and statistics, where the last digits do not matter.
  package var approximate: Double {
    Double(coefficient) / Double(DecimalNumber.power(ofTen: scale).coefficient)
  }
}
