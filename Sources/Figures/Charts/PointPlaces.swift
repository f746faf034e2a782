import SocialReport

/// Where the label of a point may stand: above or below its mark, or beside it.
struct PointPlaces {
  let spots: [Spot?]
  let bars: [Box?]
  let frame: ChartFrame

  /// The label of a point where one of its wordings has room.
  func label(
    _ words: [String], _ index: Int, _ mayCross: Bool, _ room: inout LabelRoom
  ) -> ChartLabel? {
    let candidates = words.map { self.candidates($0, index) }
    for candidates in candidates {
      if let label = room.place(candidates, mayCross: false) { return label }
    }
    guard mayCross else { return nil }
    for candidates in candidates {
      if let label = room.place(candidates, mayCross: true) { return label }
    }
    return nil
  }

  private func candidates(_ text: String, _ index: Int) -> [ChartLabel] {
    guard let spot = spots[index] else { return [] }
    func label(_ x: Double, _ y: Double, _ anchor: ChartLabel.Anchor, _ line: ChartLabel.Line)
      -> ChartLabel
    {
      ChartLabel(text: text, at: Spot(x: x, y: y), anchor: anchor, line: line, role: "valore")
    }
    func row(_ y: Double, _ line: ChartLabel.Line, reach: Double) -> [ChartLabel] {
      [
        label(spot.x, y, .middle, line), label(spot.x + reach, y, .end, line),
        label(spot.x - reach, y, .start, line),
      ]
    }
    if let bar = bars[index] {
      let isDown = bar.bottom > frame.foot + 0.5
      return isDown
        ? row(bar.bottom + 5, .head(lines: 0), reach: bar.width / 2)
        : row(bar.top - 5, .foot, reach: bar.width / 2)
    }
    let gap = frame.radius + 5.5
    let above = row(spot.y - gap, .foot, reach: 6)
    let below = row(spot.y + gap, .head(lines: 0), reach: 6)
    let beside = [
      label(spot.x + gap + 1, spot.y, .start, .middle),
      label(spot.x - gap - 1, spot.y, .end, .middle),
    ]
    return (isValley(index) ? below + above : above + below) + beside
  }

  /// Whether the line comes down to a point and goes up from it, so that there is room below.
  private func isValley(_ index: Int) -> Bool {
    guard let spot = spots[index] else { return false }
    let neighbours = [index - 1, index + 1].compactMap {
      spots.indices.contains($0) ? spots[$0] : nil
    }
    return !neighbours.isEmpty && neighbours.allSatisfy { $0.y < spot.y }
  }
}

extension ChartFrame {
  /// The room of a mark on the line.
  func mark(at spot: Spot) -> Box {
    Box(
      left: spot.x - radius - 1, top: spot.y - radius - 1, right: spot.x + radius + 1,
      bottom: spot.y + radius + 1)
  }
}
