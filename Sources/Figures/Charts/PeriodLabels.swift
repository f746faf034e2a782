/// The names of periods under the axis: all of them, or as many as stand apart.
struct PeriodLabels {
  let labels: [ChartLabel]

  init(_ chart: Chart, _ frame: ChartFrame) {
    let spots = chart.ticks.map { Spot(x: frame.x(of: $0.moment), y: frame.plot.bottom + 8) }
    let names = zip(chart.ticks, spots).map { PeriodLabels.lines(of: $0.name, at: $1) }
    let boxes = names.map { lines in
      lines.dropFirst().reduce(lines[0].box) {
        Box(
          left: min($0.left, $1.box.left), top: $0.top, right: max($0.right, $1.box.right),
          bottom: $1.box.bottom)
      }
    }
    var labels: [ChartLabel] = []
    var year: String?
    // The months of a crowded line are named from the first, single points back from the last.
    for index in chart.isCrowded && chart.ticks.count < chart.points.count
      ? PeriodLabels.row(boxes) : PeriodLabels.shown(boxes)
    {
      let name = chart.ticks[index].name
      labels.append(names[index][0])
      if let second = names[index].dropFirst().first, !name.sharesSecond || year != second.text {
        labels.append(second)
      }
      year = name.sharesSecond ? name.second : nil
    }
    self.labels = labels
  }

  private static func lines(of name: PeriodName, at spot: Spot) -> [ChartLabel] {
    ([name.first] + [name.second].compactMap(\.self)).enumerated().map {
      ChartLabel.centred(
        $1, at: spot, line: .head(lines: $0), role: "nome")
    }
  }

  /// Which names stand: the last, and back from it every second, third, … so that all have room.
  private static func shown(_ boxes: [Box]) -> [Int] {
    guard let last = boxes.indices.last else { return [] }
    func isApart(_ a: Int, _ b: Int) -> Bool {
      boxes[a].right + gap < boxes[b].left || boxes[b].right + gap < boxes[a].left
    }
    let ends = last > 0 && isApart(0, last) ? [0, last] : [last]
    for step in 1...max(1, last) {
      let row = Array(stride(from: last, through: 0, by: -step).reversed())
      guard zip(row, row.dropFirst()).allSatisfy({ isApart($0, $1) }) else { continue }
      // Where every second name stands, readers find the first by themselves.
      if step < 3 { return row }
      return Set(row.filter { index in ends.allSatisfy { $0 == index || isApart($0, index) } })
        .union(ends).sorted()
    }
    return ends
  }

  /// The first name, and from it every second, third, … so that all have room.
  private static func row(_ boxes: [Box]) -> [Int] {
    for step in 1...max(1, boxes.count) {
      let row = Array(stride(from: 0, to: boxes.count, by: step))
      if zip(row, row.dropFirst()).allSatisfy({ boxes[$0].right + gap < boxes[$1].left }) {
        return row
      }
    }
    return []
  }

  private static let gap = 7.0
}
