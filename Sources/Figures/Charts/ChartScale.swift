import SocialReport

/// The axis of values: round numbers that hold all that is drawn, and where a value stands.
struct ChartScale: Sendable {
  /// In order of size, exact, as they are written.
  let ticks: [DecimalNumber]
  /// Whether small values stand at the top, as places in a ranking do.
  let isInverted: Bool
  private let lower: Double
  private let upper: Double

  /// The axis of amounts: from zero for bars, and wherever zero is not far off.
  ///
  /// - Parameter isWhole: whether nothing lies between two whole numbers.
  init(holding values: [Double], fromZero: Bool, isWhole: Bool, isInverted: Bool = false) {
    var lower = values.min() ?? 0
    var upper = values.max() ?? 0
    let isNearZero = lower > 0 ? 2 * lower < upper : upper < 0 && 2 * upper > lower
    if fromZero || isNearZero || lower == upper {
      lower = min(lower, 0)
      upper = max(upper, 0)
    }
    if lower == upper { upper = 1 }
    // Where the axis does not begin at zero, no value stands on its foot.
    if lower > 0 { lower = max(0, lower - ChartScale.air * (upper - lower)) }
    let step = TickStep(atLeast: (upper - lower) / ChartScale.steps, isWhole: isWhole)
    let first = step.index(upTo: lower)
    let last = max(step.index(downTo: upper), first + 1)
    self.init(
      ticks: (0...min(last - first, ChartScale.mostTicks)).compactMap { step.tick(first + $0) },
      isInverted: isInverted, lower: Double(first) * step.size, upper: Double(last) * step.size)
  }

  /// The axis of places in a ranking: the first at the top.
  ///
  /// - Parameter last: the place that ends the axis, where it is known.
  init(ofPlaces values: [Double], last: Int?) {
    guard let best = values.min(), let worst = values.max(), best >= 1 else {
      self.init(holding: values, fromZero: false, isWhole: true, isInverted: true)
      return
    }
    let end = max(worst, last.map(Double.init) ?? 0, 3)
    let step = TickStep(atLeast: (end - 1) / ChartScale.steps, isWhole: true)
    // 1, 3, 5 or 1, 10, 20: the first place is always named, the others are round.
    let start = step.size > 2 ? 0.0 : 1.0
    var places = [1.0]
    while let place = places.last, place < end, places.count <= ChartScale.mostTicks {
      let count = ((place - start) / step.size).rounded(.down) + 1
      places.append(start + count * step.size)
    }
    if last != nil {
      places.removeAll { $0 > end }
    } else if let place = places.last, place - worst < ChartScale.sliver * (end - 1) {
      places.append(place + step.size)
    }
    self.init(
      ticks: places.compactMap { Int64(exactly: $0) }.map { DecimalNumber($0) }, isInverted: true,
      lower: 1, upper: last == nil ? places.last ?? end : end)
  }

  private init(ticks: [DecimalNumber], isInverted: Bool, lower: Double, upper: Double) {
    self.ticks = ticks
    self.isInverted = isInverted
    self.lower = lower
    self.upper = upper
  }

  /// How many steps an axis has about.
  private static let steps = 4.0
  private static let mostTicks = 12
  /// The least room below the lowest value, as a share of what all values take.
  private static let air = 0.08
  /// The same for places, whose marks may come near the foot but not on it.
  private static let sliver = 0.02

  /// From 0 at the foot of the chart to 1 at its head.
  func height(of value: Double) -> Double {
    let share = (value - lower) / (upper - lower)
    return min(max(isInverted ? 1 - share : share, 0), 1)
  }

  /// Where bars begin: at zero, and for places at the last of them.
  var foot: Double { isInverted ? 0 : height(of: 0) }

  /// Whether zero is on the axis, so that amounts stand on it or hang from it.
  var holdsZero: Bool { lower <= 0 && upper >= 0 && !isInverted }

  /// Whether values hang down from zero, and their words below them.
  var isBelowZero: Bool { lower < 0 && !isInverted }
}
