import Diagnostics
package import Hypertext
import SocialReport

/// A chart as SVG: the marks by class and, for pages without style, by plain attributes too.
package struct ChartDrawing {
  private let chart: Chart
  private let frame: ChartFrame
  private let values: ValueLabels
  private let periods: PeriodLabels

  package init(_ chart: Chart) {
    self.chart = chart
    frame = ChartFrame(chart)
    values = ValueLabels(chart, frame)
    periods = PeriodLabels(chart, frame)
  }

  /// - Parameter id: what the ids of the title and the description begin with.
  package func svg(id: String, title: String, description: String) -> HTML {
    var writer = SVGWriter()
    let size = "\(SVGWriter.number(ChartFrame.width)) \(SVGWriter.number(frame.height))"
    writer.element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("class", "disegno"), ("viewBox", "0 0 \(size)"),
        ("role", "img"), ("aria-labelledby", "\(id)-titolo \(id)-testo"), ("focusable", "false"),
        ("font-size", SVGWriter.number(ChartLabel.size)), ("font-family", "sans-serif"),
      ]
    ) { svg in
      svg.lineBreak()
      svg.element("title", [("id", "\(id)-titolo")]) { $0.text(title) }
      svg.lineBreak()
      svg.element("desc", [("id", "\(id)-testo")]) { $0.text(description) }
      svg.lineBreak()
      for (path, style) in paths where !path.isEmpty {
        svg.element("path", [("class", style.name), ("d", path.data)] + style.attributes)
        svg.lineBreak()
      }
      for label in labels {
        svg.element("text", ChartDrawing.attributes(of: label)) { $0.text(label.text) }
        svg.lineBreak()
      }
    }
    return writer.html
  }

  private static func attributes(of label: ChartLabel) -> [(name: String, value: String)] {
    var attributes = [
      ("class", label.role), ("x", SVGWriter.number(label.at.x)),
      ("y", SVGWriter.number(label.at.y)),
    ]
    if label.line.shift != 0 {
      let hundredths = Int(nearest: label.line.shift * 100) ?? 0
      let rest = hundredths % 100
      attributes.append(("dy", "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)em"))
    }
    if label.anchor != .start { attributes.append(("text-anchor", label.anchor.rawValue)) }
    return attributes
  }

  package var labels: [ChartLabel] {
    var labels = zip(chart.scale.ticks, chart.tickNames).map { tick, name in
      ChartLabel(
        text: name, at: Spot(x: frame.plot.left - 6, y: frame.y(of: tick)), anchor: .end,
        line: .middle, role: "nome")
    }
    if let name = chart.axisName {
      labels.append(
        ChartLabel(
          text: name, at: Spot(x: 0, y: ChartFrame.axisNameFoot), anchor: .start, line: .foot,
          role: "nome"))
    }
    labels += chart.breaks.map {
      ChartLabel.centred(
        $0.label, at: Spot(x: frame.x(of: $0.moment), y: frame.breakNameFoot), line: .foot,
        role: "nome")
    }
    return labels + periods.labels + values.labels
  }

  /// Everything but texts, from the back to the front.
  private var paths: [(SVGPath, ChartStyle)] {
    var (grid, axis, goals, breaks) = (SVGPath(), SVGPath(), SVGPath(), SVGPath())
    for tick in chart.scale.ticks {
      grid.across(from: frame.plot.left, to: frame.plot.right, at: frame.y(of: tick))
    }
    let (bottom, foot) = (frame.plot.bottom, chart.scale.holdsZero ? frame.foot : frame.plot.bottom)
    axis.across(from: frame.plot.left, to: frame.plot.right, at: foot)
    for tick in chart.ticks where foot == bottom {
      axis.down(from: bottom, to: bottom + 4, at: frame.x(of: tick.moment))
    }
    for goal in chart.goals {
      goals.across(from: frame.plot.left, to: frame.plot.right, at: frame.y(of: goal.value))
    }
    for item in chart.breaks {
      breaks.down(
        from: frame.breakNameFoot + 5, to: frame.plot.bottom, at: frame.x(of: item.moment))
    }
    // A target is seen on bars too.
    return [(grid, .grid), (axis, .axis), (breaks, .methodBreak)] + marks
      + (chart.kind == .bars ? [(goals, .goalGround)] : []) + [(goals, .goal)]
  }

  private var marks: [(SVGPath, ChartStyle)] {
    var (line, full, open, missing) = (SVGPath(), SVGPath(), SVGPath(), SVGPath())
    for stretch in frame.stretches { line.line(stretch) }
    let bars = frame.bars
    for (index, point) in chart.points.enumerated() {
      guard let value = point.value else { continue }
      var mark = SVGPath()
      if let bar = bars[index] {
        mark.box(bar)
      } else if chart.marked.contains(index) {
        mark.circle(Spot(x: frame.columns[index], y: frame.y(of: value)), frame.radius)
      }
      if point.isOpen { open.append(mark) } else { full.append(mark) }
    }
    for index in values.untoldMissing {
      missing.cross(Spot(x: frame.columns[index], y: frame.plot.bottom - 7), 2.5)
    }
    let isBars = chart.kind == .bars
    return [
      (line, chart.isCrowded ? .thinLine : .line), (full, isBars ? .bar : .mark),
      (open, isBars ? .openBar : .openMark),
      (missing, .missing),
    ]
  }
}
