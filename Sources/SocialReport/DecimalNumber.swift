import Diagnostics

/// An exact decimal number: a whole number of tenths, hundredths, … as it was written.
package struct DecimalNumber: Sendable {
  /// The digits with their sign, without the decimal separator.
  package let coefficient: Int64
  /// How many of the digits stand after the separator, 0 to 12.
  package let scale: Int

  /// The least whole number of the machine has no opposite, and becomes the one above it.
  package init(_ coefficient: Int64, scale: Int = 0) {
    self.coefficient = max(coefficient, -Int64.max)
    self.scale = scale
  }

  /// A floating-point number with so many decimals; nil where it does not fit.
  package init?(nearest value: Double, scale: Int) {
    let power = Double(DecimalNumber.power(ofTen: scale).coefficient)
    guard let coefficient = Int64(nearest: value * power) else { return nil }
    self.init(coefficient, scale: scale)
  }

  /// Reads plain digits with an optional sign and one separator; nil for anything else.
  package init?(digits: some StringProtocol, separator: Character) {
    var coefficient: Int64 = 0
    var scale = 0
    var isFraction = false
    var count = 0
    var body = digits[...]
    let isNegative = body.first == "-" || body.first == "\u{2212}"
    if isNegative || body.first == "+" { body = body.dropFirst() }
    for character in body {
      if character == separator, !isFraction {
        isFraction = true
        continue
      }
      guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
      let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(digit))
      if overflow || carry { return nil }
      coefficient = sum
      count += 1
      if isFraction { scale += 1 }
    }
    guard count > 0, scale <= 12, !(isFraction && scale == 0) else { return nil }
    self.init(isNegative ? -coefficient : coefficient, scale: scale)
  }

  /// The number in its plainest form, with a decimal point: `-1234.5`.
  package var plain: String {
    var digits = String(coefficient.magnitude)
    if scale > 0 {
      if digits.utf8.count <= scale {
        digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
    }
    return coefficient < 0 ? "-" + digits : digits
  }

  package var isWhole: Bool { rescaled(to: 0) != nil }

  /// The same number with another count of decimals, where that loses nothing and fits.
  package func rescaled(to wanted: Int) -> DecimalNumber? {
    var (coefficient, scale) = (self.coefficient, self.scale)
    while scale < wanted {
      let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      coefficient = product
      scale += 1
    }
    while scale > wanted {
      guard coefficient % 10 == 0 else { return nil }
      coefficient /= 10
      scale -= 1
    }
    return DecimalNumber(coefficient, scale: scale)
  }

  /// The number without zeros at its end.
  package var plainest: DecimalNumber {
    (0..<scale).lazy.compactMap { rescaled(to: $0) }.first ?? self
  }

  /// The difference, or nil where it does not fit.
  package func subtracting(_ other: DecimalNumber) -> DecimalNumber? {
    let common = max(scale, other.scale)
    return Int64(exactly: units(ofScale: common) - other.units(ofScale: common))
      .flatMap { $0 == .min ? nil : DecimalNumber($0, scale: common) }
  }

  /// The sum, or nil where it does not fit.
  package func adding(_ other: DecimalNumber) -> DecimalNumber? { subtracting(other.negated) }

  /// How many tenths, hundredths, … it is, where there are at least as many as its own.
  ///
  /// Any 64 bits times ten to the nineteenth are less than half of 128 bits, so nothing that is made of
  /// two of them overflows; two numbers of a report are at most twelve decimals apart.
  private func units(ofScale wanted: Int) -> Int128 {
    var value = Int128(coefficient)
    for _ in 0..<min(max(wanted - scale, 0), 19) { value *= 10 }
    return value
  }
}

extension DecimalNumber: Comparable {
  package static func == (a: DecimalNumber, b: DecimalNumber) -> Bool {
    let common = max(a.scale, b.scale)
    return a.units(ofScale: common) == b.units(ofScale: common)
  }

  /// In order of size, whatever their difference is.
  package static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    let common = max(a.scale, b.scale)
    return a.units(ofScale: common) < b.units(ofScale: common)
  }
}
