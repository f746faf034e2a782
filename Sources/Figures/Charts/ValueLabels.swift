import SocialReport

/// The values written at their marks, and the targets at their lines, where there is room.
struct ValueLabels {
  let labels: [ChartLabel]
  /// Points whose missing value could not be told by a text.
  let untoldMissing: [Int]

  init(_ chart: Chart, _ frame: ChartFrame) {
    let page = LabelPage(chart, frame)
    let isLarge = chart.points.contains { $0.rounded != nil }
    // All values of a chart are written alike: in full if all can be, else in millions.
    let exact = page.written(isRounded: false, mayCross: !isLarge)
    let found = isLarge && !exact.isComplete ? page.written(isRounded: true, mayCross: true) : exact
    (labels, untoldMissing) = (found.labels, found.untoldMissing)
  }
}

/// What labels of a chart have to keep off, and who comes first.
private struct LabelPage {
  private let chart: Chart
  private let frame: ChartFrame
  private let place: PointPlaces
  private let empty: LabelRoom

  init(_ chart: Chart, _ frame: ChartFrame) {
    (self.chart, self.frame) = (chart, frame)
    let bars = frame.bars
    let spots = zip(chart.points, frame.columns).map { point, x in
      point.value.map { Spot(x: x, y: frame.y(of: $0)) }
    }
    place = PointPlaces(spots: spots, bars: bars, frame: frame)
    let lines = frame.stretches.flatMap { spots in
      zip(spots, spots.dropFirst()).map { Stroke(from: $0, to: $1) }
    }
    let goals = chart.goals.map {
      let y = frame.y(of: $0.value)
      return Stroke(from: Spot(x: frame.plot.left, y: y), to: Spot(x: frame.plot.right, y: y))
    }
    let marks =
      chart.kind == .bars
      ? [] : chart.marked.sorted().compactMap { spots[$0] }.map(frame.mark(at:))
    // A value that stood on a break would belong to both sides of it.
    let breaks = chart.breaks.map {
      let x = frame.x(of: $0.moment)
      return Box(left: x - 1, top: 0, right: x + 1, bottom: frame.plot.bottom)
    }
    empty = LabelRoom(
      bounds: Box(
        left: frame.plot.left - 2, top: frame.plot.top - 22, right: ChartFrame.width - 1,
        bottom: frame.plot.bottom - 1),
      marks: marks + breaks + bars.compactMap(\.self), strokes: lines + goals)
  }

  /// - Parameters:
  ///   - isRounded: whether large values are written in millions.
  ///   - mayCross: whether important values may stand on a line.
  func written(
    isRounded: Bool, mayCross: Bool
  ) -> (labels: [ChartLabel], untoldMissing: [Int], isComplete: Bool) {
    var room = empty
    var labels: [ChartLabel] = []
    var untold: [Int] = []
    for run in chart.points.count > MissingLabels.most ? [] : MissingLabels.runs(of: chart) {
      if let found = MissingLabels.place(run, chart, frame, &room) {
        labels += found
      } else {
        untold += run
      }
    }
    let order = LabelOrder(chart)
    var count = 0
    func write(_ index: Int, _ mayCross: Bool) {
      let point = chart.points[index]
      let words = isRounded ? point.rounded.map { [$0] } ?? point.labels : point.labels
      guard let label = place.label(words, index, mayCross, &room) else { return }
      labels.append(label)
      count += 1
    }
    for index in order.ends { write(index, mayCross) }
    for goal in chart.goals {
      let candidates = goal.labels.flatMap { GoalPlaces.of($0, at: frame.y(of: goal.value), frame) }
      labels += [room.place(candidates, mayCross: true)].compactMap(\.self)
    }
    for index in order.others { write(index, mayCross && order.extremes.contains(index)) }
    return (labels, untold, count == order.ends.count + order.others.count)
  }
}

/// Which values are written first: the ends, then what stands out, then the rest of a short series.
struct LabelOrder {
  let ends: [Int]
  let others: [Int]
  /// The highest and the lowest, which are worth a label on a line.
  let extremes: [Int]

  /// The longest series of which every value is written.
  private static let mostWritten = 8

  init(_ chart: Chart) {
    let known = chart.points.indices.filter { chart.points[$0].value != nil }
    ends = known.isEmpty ? [] : Array(Set([known[known.count - 1], known[0]])).sorted(by: >)
    let isShort = known.count <= LabelOrder.mostWritten
    func value(_ index: Int) -> Double { chart.points[index].value?.approximate ?? 0 }
    let besideBreaks = zip(known, known.dropFirst()).flatMap { pair in
      chart.isBroken(between: chart.points[pair.0], and: chart.points[pair.1])
        ? [pair.0, pair.1] : []
    }
    extremes = [
      known.max { value($0) < value($1) }, known.min { value($0) < value($1) },
    ].compactMap(\.self)
    var seen = Set(ends)
    others = (besideBreaks + extremes + (isShort ? known : [])).filter { seen.insert($0).inserted }
  }
}

/// What stands in place of missing values, at each of them or once for those side by side.
enum MissingLabels {
  /// In a longer series a gap of the line is too narrow for a mark.
  static let most = 200

  /// The points without a value, those side by side together.
  static func runs(of chart: Chart) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, point) in chart.points.enumerated() where point.value == nil {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// The labels of a run, or nil where there is no room for any.
  static func place(
    _ run: Range<Int>, _ chart: Chart, _ frame: ChartFrame, _ room: inout LabelRoom
  ) -> [ChartLabel]? {
    func label(at x: Double) -> ChartLabel {
      ChartLabel.centred(
        chart.missingMark, at: Spot(x: x, y: frame.plot.bottom - 5), line: .foot,
        role: "assente")
    }
    var trial = room
    let each = run.compactMap { trial.place([label(at: frame.columns[$0])], mayCross: true) }
    if each.count == run.count {
      room = trial
      return each
    }
    let middle = (frame.columns[run.lowerBound] + frame.columns[run.upperBound - 1]) / 2
    return room.place([label(at: middle)], mayCross: true).map { [$0] }
  }
}

/// Where the label of a target may stand: along its line, above it or below.
enum GoalPlaces {
  static func of(_ text: String, at y: Double, _ frame: ChartFrame) -> [ChartLabel] {
    let anchors: [(ChartLabel.Anchor, Double)] = [
      (.end, frame.plot.right), (.start, frame.plot.left + 2),
      (.middle, (frame.plot.left + frame.plot.right) / 2),
    ]
    let lines: [(ChartLabel.Line, Double)] = [(.foot, y - 6.5), (.head(lines: 0), y + 6)]
    return lines.flatMap { line, y in
      anchors.map { anchor, x in
        ChartLabel(text: text, at: Spot(x: x, y: y), anchor: anchor, line: line, role: "meta")
      }
    }
  }
}
