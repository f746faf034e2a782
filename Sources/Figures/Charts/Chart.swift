import SocialReport

/// What a chart shows of an indicator: its marks and their words, before anything has a place.
package struct Chart: Sendable {
  /// A value at its period, or the place of one that is missing.
  struct Point: Sendable {
    /// In years: the middle of the period.
    let moment: Double
    let name: PeriodName
    /// Nil where the value is missing.
    let value: DecimalNumber?
    /// What may be written at the point, the fullest wording first.
    let labels: [String]
    /// The value in millions, where it is so large, for charts that have no room for all its digits.
    let rounded: String?
    /// Whether the value may still change, and the mark is hollow.
    let isOpen: Bool
  }

  /// A change of method: the line stops before it and begins anew behind it.
  struct Break: Sendable {
    package let moment: Double
    package let label: String
    /// What the notes under the chart say of it.
    package let note: String
  }

  /// A value to come to, drawn across the chart.
  struct Goal: Sendable {
    let value: DecimalNumber
    /// The fullest wording first.
    let labels: [String]
  }

  /// A place on the axis of time that has a name.
  struct Tick: Sendable {
    let moment: Double
    let name: PeriodName
  }

  let kind: ChartKind
  let scale: ChartScale
  /// The numbers along the axis of values, as they are written.
  let tickNames: [String]
  /// What stands above the axis, where its direction needs a word.
  let axisName: String?
  let points: [Point]
  /// One for each point, and for a month or a year where points are many.
  let ticks: [Tick]
  /// The points that have a mark.
  let marked: Set<Int>
  let breaks: [Break]
  let goals: [Goal]
  /// What stands in place of a missing value.
  let missingMark: String

  /// Whether there are too many points for a mark at each.
  var isCrowded: Bool { marked.count < points.count }

  func isBroken(between a: Point, and b: Point) -> Bool {
    breaks.contains { a.moment < $0.moment && $0.moment < b.moment }
  }
}
