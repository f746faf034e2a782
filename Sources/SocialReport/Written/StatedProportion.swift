/// A part or a multiple of something, as words state it: `due terzi`, `9 su 10`, `il doppio`.
package struct StatedProportion: Sendable {
  package enum Kind: Sendable {
    /// `un terzo`, `9 su 10`.
    case part
    /// `il doppio`, `triplicati`, `tre volte`.
    case multiple
    /// `dimezzati`: so much has gone.
    case loss
  }

  /// Whether a change is told as a growth or as a loss: `un terzo in più`, `calati di un terzo`.
  package enum Direction: Sendable { case more, less }

  package let kind: Kind
  package let value: Double
  /// Of how many parts one is meant: 3 for `due terzi`, 10 for `9 su 10`.
  package let parts: Int
  package var bound = NumberBound.exact
  package var direction: Direction?
  /// Whether it is what is left: `ridotti a un terzo`.
  package var isRemainder = false

  package init(_ kind: Kind, _ numerator: Double, of parts: Int = 1) {
    self.kind = kind
    value = numerator / Double(max(parts, 1))
    self.parts = max(parts, 1)
  }

  /// Whether a ratio of two facts is told rightly by it.
  package func agrees(with ratio: Double) -> Bool {
    let difference = ratio - value
    let distance = abs(difference)
    switch bound {
    case .exact: return distance <= tolerance
    case .about: return distance <= 2 * tolerance
    case .over: return difference >= -roundness && difference < (isPart ? half : 1)
    case .under: return difference <= roundness && distance <= (isPart ? min(half, 0.06) : 0.3)
    case .moreThan: return difference > -roundness && distance > 0
    case .lessThan: return difference < roundness && distance > 0
    case .atLeast: return difference >= -roundness
    case .atMost: return difference <= roundness
    }
  }

  private var isPart: Bool { kind != .multiple }

  /// Half of one part.
  private var half: Double { 0.5 / Double(parts) }

  /// As near as another usual fraction is far: nobody says `un terzo` of 33,3 % alone.
  ///
  /// Of tens and more, `6 su 10`, the count itself is rounded.
  private var tolerance: Double {
    guard isPart else { return 0.07 * abs(value) }
    return parts >= 10 ? half : min(half, 0.03, 0.12 * abs(value))
  }

  /// A third is no number of decimals: `oltre un terzo` may be 33,3 %.
  private var roundness: Double {
    var rest = parts
    for prime in [2, 5] { while rest % prime == 0 { rest /= prime } }
    return rest == 1 ? 1e-9 : 0.004
  }

  /// In percent, with one decimal at most, for messages.
  package var percent: DecimalNumber {
    guard let number = DecimalNumber(nearest: value * 100, scale: 1) else {
      return DecimalNumber(0)
    }
    return number.rescaled(to: 0) ?? number
  }
}
