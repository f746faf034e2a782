import Diagnostics
package import Hypertext
import SocialReport

/// The course of a chart at the size of a word, without a scale: its values stand beside it as text.
package struct Sparkline {
  private static let width = 96.0
  private static let height = 28.0
  /// What the mark at the end needs on each side.
  private static let margin = 4.0

  private var line = SVGPath()
  private var mark = SVGPath()

  /// Nil where there are fewer than three values: two are told as quickly.
  package init?(_ chart: Chart) {
    let points = chart.points.filter { $0.value != nil }
    let values = points.compactMap { $0.value?.approximate }
    guard points.count > 2, let first = points.first, let last = points.last,
      let least = values.min(), let most = values.max(), last.moment > first.moment
    else { return nil }
    func spot(_ point: Chart.Point, _ value: Double) -> Spot {
      let across = (point.moment - first.moment) / (last.moment - first.moment)
      // Values that never change run along the middle.
      let up = most > least ? (value - least) / (most - least) : 0.5
      let down = chart.scale.isInverted ? up : 1 - up
      return Spot(
        x: Sparkline.margin + across * (Sparkline.width - 2 * Sparkline.margin),
        y: Sparkline.margin + down * (Sparkline.height - 2 * Sparkline.margin))
    }
    var stretch: [Spot] = []
    for (number, point) in points.enumerated() {
      if number > 0, chart.isBroken(between: points[number - 1], and: point) {
        line.line(stretch)
        stretch = []
      }
      stretch.append(spot(point, values[number]))
    }
    line.line(stretch)
    if let end = stretch.last { mark.circle(end, 3) }
  }

  package var svg: HTML {
    var svg = SVGWriter()
    svg.open("svg")
    svg.attribute("class", "scintilla")
    svg.attribute(
      "viewBox", "0 0 \(SVGWriter.number(Sparkline.width)) \(SVGWriter.number(Sparkline.height))")
    svg.attribute("width", Sparkline.width)
    svg.attribute("height", Sparkline.height)
    svg.attribute("aria-hidden", "true")
    svg.attribute("focusable", "false")
    svg.closeTag()
    for (path, style) in [(line, ChartStyle.line), (mark, .mark)] {
      svg.open("path")
      svg.attribute("class", style.name)
      svg.attribute("d", path)
      svg.markup(style.attributes)
      svg.closeElement()
    }
    svg.markup("</svg>")
    return svg.html
  }
}
