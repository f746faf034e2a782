/// A number as a text states it, with how exactly it does.
package struct StatedNumber: Sendable {
  package enum Form: Sendable {
    case cardinal, ordinal, percent, euro
    /// Percentage points, the difference of two percentages.
    case points
  }

  /// As written, with its sign.
  package let value: DecimalNumber
  /// The last digit that is stated counts 10 to this power: −1 for `12,5`, 5 for `1,2 milioni`.
  package let exponent: Int
  package var form = Form.cardinal
  package var bound = NumberBound.exact
  /// Whether the words of the bound stand outside what is compared, and may speak of more than it.
  package var isOuterBound = false
  package var hasSign = false
  /// `un`, `una`: as often an article as a number.
  package var isWeak = false
  /// `una trentina`, `un centinaio`: round by itself.
  package var isRound = false
  /// Whether it is a part of `9 su 10`.
  package var isOfShare = false
  /// The power of ten of a word such as `milioni` that stands behind it.
  package var magnitude: Int?
  /// The power of ten of such a word at its neighbour: `67,7` of `da 67,7 a 56,8 milioni`.
  package var borrowedMagnitude: Int?
  /// The upper end, for a range such as `60–70`.
  package var upper: DecimalNumber?

  /// Whether a fact, told to this exactness, is this number.
  package func agrees(with fact: DecimalNumber) -> Bool {
    if agrees(with: fact, bound) || isOuterBound && agrees(with: fact, .exact) { return true }
    return borrowed?.agrees(with: fact) ?? false
  }

  private func agrees(with fact: DecimalNumber, _ bound: NumberBound) -> Bool {
    if let upper { return value <= fact && fact <= upper }
    let fact = hasSign ? fact : fact.magnitude
    let stated = hasSign ? value : value.magnitude
    guard let difference = fact.subtracting(stated) else { return false }
    let distance = difference.magnitude
    let isAbove = difference.coefficient >= 0
    let isBelow = difference.coefficient <= 0
    switch bound {
    case .exact:
      guard let twice = distance.multiplied(by: 2) else { return false }
      return twice <= DecimalNumber.power(ofTen: exponent)
    case .about:
      let isNear = distance <= DecimalNumber.power(ofTen: isRound ? exponent : roundedExponent)
      return isNear || isRound && distance.approximate <= 0.25 * stated.magnitude.approximate
    case .over: return isAbove && isWithin(distance, 0.25)
    case .under: return isBelow && isWithin(distance, 0.1)
    case .moreThan: return isAbove && distance.coefficient != 0
    case .lessThan: return isBelow && distance.coefficient != 0
    case .atLeast: return isAbove
    case .atMost: return isBelow
    }
  }

  /// `oltre 1.200` is not far above: by less than its last digit, or than a share of it.
  private func isWithin(_ distance: DecimalNumber, _ share: Double) -> Bool {
    distance < DecimalNumber.power(ofTen: roundedExponent)
      || distance.approximate <= share * abs(value.approximate)
  }

  /// The same with the magnitude of its neighbour.
  package var borrowed: StatedNumber? {
    guard let power = borrowedMagnitude, let value = value.divided(byPowerOfTen: -power) else {
      return nil
    }
    var number = StatedNumber(value: value, exponent: exponent + power, form: form)
    (number.bound, number.isOuterBound, number.hasSign) = (bound, isOuterBound, hasSign)
    number.magnitude = power
    return number
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

extension DecimalNumber {
  package var magnitude: DecimalNumber { coefficient < 0 ? negated : self }

  package var negated: DecimalNumber { DecimalNumber(-coefficient, scale: scale) }

  /// Nil where it does not fit.
  package func multiplied(by factor: Int64) -> DecimalNumber? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow || product == .min ? nil : DecimalNumber(product, scale: scale)
  }

  /// 10 to a power from −12 to 18.
  package static func power(ofTen exponent: Int) -> DecimalNumber {
    if exponent < 0 { return DecimalNumber(1, scale: min(-exponent, 12)) }
    var value: Int64 = 1
    for _ in 0..<min(exponent, 18) { value *= 10 }
    return DecimalNumber(value)
  }

  /// Moves the decimal point; nil where that loses digits or does not fit.
  package func divided(byPowerOfTen power: Int) -> DecimalNumber? {
    guard power >= -18 else { return coefficient == 0 ? self : nil }
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
