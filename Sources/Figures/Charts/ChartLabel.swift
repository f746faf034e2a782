/// A line of text in a chart.
package struct ChartLabel: Sendable {
  enum Anchor: String, Sendable { case start, middle, end }

  /// What stands at the place that is named.
  enum Line: Sendable {
    /// The line that letters stand on.
    case foot
    case middle
    /// The height of the capital letters, so many lines further down.
    case head(lines: Int)

    /// How far below the place the letters stand, in sizes of the text: a page may show texts
    /// smaller than they are measured here, and they stay where they belong.
    var shift: Double {
      switch self {
      case .foot: 0
      case .middle: 0.35
      case .head(let lines): 0.8 + Double(lines) * 1.15
      }
    }
  }

  let text: String
  let at: Spot
  let anchor: Anchor
  let line: Line
  /// The class that styles the text.
  let role: String
  /// The room that it takes.
  let box: Box
  /// The room of the text when a reader sets its letters and words wider apart, as far as pages
  /// must bear it (https://www.w3.org/TR/WCAG22/#text-spacing).
  let spacedBox: Box

  /// The size of all texts, at which they are legible when the chart is as wide as a small phone.
  static let size = 14.0
  private static let ascent = 10.5
  private static let descent = 3.5

  init(text: String, at: Spot, anchor: Anchor, line: Line, role: String) {
    (self.text, self.at, self.anchor, self.line, self.role) = (text, at, anchor, line, role)
    let width = TextWidth.of(text)
    let spaces = text.unicodeScalars.reduce(0) { $0 + ($1 == " " ? 0.28 : 0.12) }
    box = ChartLabel.box(width: width, at, anchor, line)
    spacedBox = ChartLabel.box(width: width + spaces * ChartLabel.size, at, anchor, line)
  }

  private static func box(width: Double, _ at: Spot, _ anchor: Anchor, _ line: Line) -> Box {
    let left =
      switch anchor {
      case .start: at.x
      case .middle: at.x - width / 2
      case .end: at.x - width
      }
    let foot = at.y + line.shift * ChartLabel.size
    return Box(
      left: left, top: foot - ChartLabel.ascent, right: left + width,
      bottom: foot + ChartLabel.descent)
  }

  /// The same text, centred at its place and moved sideways only as far as it must be.
  static func centred(
    _ text: String, at spot: Spot, line: Line, role: String
  ) -> ChartLabel {
    let half = TextWidth.of(text) / 2
    let x = max(min(spot.x, ChartFrame.width - half - 0.5), half + 0.5)
    return ChartLabel(
      text: text, at: Spot(x: x, y: spot.y), anchor: .middle, line: line, role: role)
  }
}
