import SocialReport

/// Where the parts of a chart stand: its axes, and each point on them.
struct ChartFrame: Sendable {
  /// As narrow as a small phone: a wider page shows the same drawing larger.
  static let width = 320.0
  private static let plotHeight = 150.0
  /// A row of text with the room around it.
  static let row = 18.0

  /// The feet of the rows above the plot.
  static let axisNameFoot = 14.0
  let breakNameFoot: Double
  let plot: Box
  let height: Double
  /// Where each point stands from left to right.
  private(set) var columns: [Double] = []
  /// How wide a bar is, or the room of a point on the line.
  let room: Double
  private let chart: Chart
  /// Where the lowest number of the axis stands.
  private let lowest: Double
  private let moments: (first: Double, span: Double)
  private let inner: (left: Double, width: Double)

  init(_ chart: Chart) {
    self.chart = chart
    let names = chart.tickNames.map { TextWidth.of($0) }
    breakNameFoot = ChartFrame.axisNameFoot + (chart.axisName == nil ? 0 : ChartFrame.row)
    let rows = (chart.axisName == nil ? 0.0 : 1) + (chart.breaks.isEmpty ? 0.0 : 1)
    // Above the plot there is room for the label of a value at its head.
    let top = 4 + rows * ChartFrame.row + 20
    plot = Box(
      left: (names.max() ?? 0) + 8, top: top, right: ChartFrame.width - 6,
      bottom: top + ChartFrame.plotHeight)
    lowest = plot.bottom - (chart.scale.isBelowZero ? ChartFrame.row : 0)
    let lines = chart.ticks.contains { $0.name.second != nil } ? 2.0 : 1
    height = plot.bottom + 8 + lines * ChartFrame.row

    let first = chart.points.first?.moment ?? 0
    let span = (chart.points.last?.moment ?? 0) - first
    moments = (first, span)
    let gaps = zip(chart.points.dropFirst(), chart.points).map { $0.moment - $1.moment }
      .filter { $0 > 0 }
    let share = span > 0 ? (gaps.min() ?? span) / span : 1
    let whole = plot.width - 12
    switch chart.kind {
    case .bars:
      // Half a bar stands beyond the first and the last point.
      let width = span > 0 ? ChartFrame.barShare * share * whole : whole
      room = min(max(width / (1 + ChartFrame.barShare * share), 2), ChartFrame.widestBar)
    case .line: room = share * (whole - 8)
    }
    let margin = chart.kind == .bars ? 6 + room / 2 : 10
    let most = chart.kind == .bars && share > 0 ? ChartFrame.widestStep / share : plot.width
    let width = min(plot.width - 2 * margin, most)
    inner = ((plot.left + plot.right - width) / 2, width)
    columns = chart.points.map { x(of: $0.moment) }
  }

  private static let barShare = 0.64
  private static let widestBar = 44.0
  /// From one bar to the next.
  private static let widestStep = 84.0

  func x(of moment: Double) -> Double {
    moments.span > 0
      ? inner.left + (moment - moments.first) / moments.span * inner.width
      : inner.left + inner.width / 2
  }

  func y(of value: DecimalNumber) -> Double {
    y(at: chart.scale.height(of: value.approximate))
  }

  /// Where bars begin.
  var foot: Double { y(at: chart.scale.foot) }

  private func y(at height: Double) -> Double { lowest - height * (lowest - plot.top) }

  /// Of a mark on the line: smaller where marks are many.
  var radius: Double {
    // The few marks of a crowded line stand out.
    if chart.isCrowded { return 3.5 }
    return room < 8 ? 2.5 : room < 16 ? 3.5 : 4.5
  }

  /// The bar of each point that has one.
  var bars: [Box?] {
    guard chart.kind == .bars else { return chart.points.map { _ in nil } }
    return zip(chart.points, columns).map { point, x in
      point.value.map { value in
        let y = y(of: value)
        return Box(
          left: x - room / 2, top: min(y, foot), right: x + room / 2, bottom: max(y, foot))
      }
    }
  }

  /// The points of the line, one list for each stretch without a gap.
  var stretches: [[Spot]] {
    guard chart.kind == .line else { return [] }
    var found: [[Spot]] = []
    var current: [Spot] = []
    for (index, point) in chart.points.enumerated() {
      if index > 0, chart.isBroken(between: chart.points[index - 1], and: point) {
        found.append(current)
        current = []
      }
      if let value = point.value {
        current.append(Spot(x: columns[index], y: y(of: value)))
      } else {
        found.append(current)
        current = []
      }
    }
    found.append(current)
    return found.filter { $0.count > 1 }
  }
}
