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
    var svg = SVGWriter()
    svg.open("svg")
    svg.attribute("xmlns", "http://www.w3.org/2000/svg")
    svg.attribute("class", "disegno")
    svg.attribute(
      "viewBox", "0 0 \(SVGWriter.number(ChartFrame.width)) \(SVGWriter.number(frame.height))")
    svg.attribute("role", "img")
    svg.attribute("aria-labelledby", "\(id)-titolo \(id)-testo")
    svg.attribute("focusable", "false")
    svg.attribute("font-size", ChartLabel.size)
    svg.attribute("font-family", "sans-serif")
    svg.closeTag()
    svg.markup("\n")
    for (name, part, text) in [
      ("title" as StaticString, "titolo", title), ("desc", "testo", description),
    ] {
      svg.open(name)
      svg.attribute("id", "\(id)-\(part)")
      svg.closeTag()
      svg.close(name, text)
    }
    for (path, style) in paths where !path.isEmpty {
      svg.open("path")
      svg.attribute("class", style.name)
      svg.attribute("d", path)
      svg.markup(style.attributes)
      svg.closeElement()
    }
    for label in labels {
      svg.open("text")
      write(label, to: &svg)
      svg.closeTag()
      svg.close("text", label.text)
    }
    svg.markup("</svg>")
    return svg.html
  }

  private func write(_ label: ChartLabel, to svg: inout SVGWriter) {
    svg.attribute("class", label.role)
    svg.attribute("x", label.at.x)
    svg.attribute("y", label.at.y)
    if label.line.shift != 0 {
      let hundredths = Int(nearest: label.line.shift * 100) ?? 0
      let rest = hundredths % 100
      svg.attribute("dy", "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)em")
    }
    if label.anchor != .start { svg.attribute("text-anchor", label.anchor.rawValue) }
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
