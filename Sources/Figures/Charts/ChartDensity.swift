import SocialReport

/// What of a long series is marked and named: a line of hundreds of points is read by its shape.
struct ChartDensity {
  /// The points that have a mark.
  let marked: Set<Int>
  private let periods: [Period]
  private let points: [Chart.Point]
  private let isCrowded: Bool

  /// The longest line of which every point has a mark and a tick.
  private static let mostMarked = 40

  init(_ kind: ChartKind, _ periods: [Period], _ points: [Chart.Point], _ breaks: [Chart.Break]) {
    (self.periods, self.points) = (periods, points)
    isCrowded = kind == .line && points.count > ChartDensity.mostMarked
    marked = isCrowded ? ChartDensity.landmarks(points, breaks) : Set(points.indices)
  }

  /// The first, the last, the least and the greatest, and what no line reaches.
  private static func landmarks(_ points: [Chart.Point], _ breaks: [Chart.Break]) -> Set<Int> {
    let known = points.indices.filter { points[$0].value != nil }
    func value(_ index: Int) -> Double { points[index].value?.approximate ?? 0 }
    func isAlone(_ index: Int) -> Bool {
      [index - 1, index + 1].allSatisfy { other in
        guard points.indices.contains(other), points[other].value != nil else { return true }
        let (from, to) = (
          min(points[index].moment, points[other].moment),
          max(points[index].moment, points[other].moment)
        )
        return breaks.contains { from < $0.moment && $0.moment < to }
      }
    }
    let outstanding = [
      known.first, known.last, known.min { value($0) < value($1) },
      known.max { value($0) < value($1) },
    ]
    return Set(outstanding.compactMap(\.self) + known.filter(isAlone))
  }

  /// One at each point; where they are many, at the first point of each month, year or ten years.
  func ticks(_ formats: Formats) -> [Chart.Tick] {
    let all = points.map { Chart.Tick(moment: $0.moment, name: $0.name) }
    guard isCrowded else { return all }
    for unit in [Unit.month, .year, .decade] {
      let ticks = ticks(of: unit, formats)
      if !ticks.isEmpty, ticks.count <= ChartDensity.mostMarked, 2 * ticks.count <= all.count {
        return ticks
      }
    }
    return all
  }

  private enum Unit { case month, year, decade }

  private func ticks(of unit: Unit, _ formats: Formats) -> [Chart.Tick] {
    var found: [Chart.Tick] = []
    var last: Int?
    for (period, point) in zip(periods, points) {
      let start = period.start
      // A series of years has no months to name.
      if unit == .month, start.month == nil { return [] }
      let number =
        switch unit {
        case .month: start.year * 12 + (start.month ?? 1)
        case .year: start.year
        case .decade: start.year / 10
        }
      guard number != last,
        let date = CalendarDate(year: start.year, month: unit == .month ? start.month : nil)
      else { continue }
      last = number
      found.append(Chart.Tick(moment: point.moment, name: PeriodName(Period(date), formats)))
    }
    return found
  }
}
