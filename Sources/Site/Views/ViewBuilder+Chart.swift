import Diagnostics
import Facts
import Figures
import Hypertext
import SocialReport
import Theme

extension ViewBuilder {
  /// An indicator's chart, drawn when the first page asks for it; empty where there is none.
  ///
  /// - Parameter withValues: whether the values are folded under it; on the indicator's own page their table
  ///   stands below.
  func chart(of indicator: Indicator, withValues: Bool) -> HTML {
    guard context.writes,
      let chart = index.charts.chart(of: indicator.id.value, made: { drawn(indicator) })
    else { return HTML() }
    return context.theme.render(
      component: "chart",
      .record([
        "id": .text(drawingID(indicator)), "title": .text(chart.title),
        "drawing": .html(chart.drawing), "name": .text(indicator.name.value),
        "unit": .text(indicator.unit?.value), "notes": .list(chart.notes.map { .text($0) }),
        "sources": .list(sources(of: indicator)),
        "csv": .text(context.href(Addresses.csv(indicator.id.value, of: edition))),
        "values": .list(withValues ? indicator.observations.map { view($0, of: indicator) } : []),
      ]))
  }

  /// The course of an indicator at the size of a word; empty where there is none.
  func spark(of indicator: Indicator) -> HTML {
    guard context.writes else { return HTML() }
    let chart = index.charts.chart(of: indicator.id.value, made: { drawn(indicator) })
    return chart?.spark ?? HTML()
  }

  private func drawingID(_ indicator: Indicator) -> String { "grafico-" + indicator.id.value }

  private func drawn(_ indicator: Indicator) -> DrawnChart? {
    let maker = ChartMaker(indicator: indicator, formats: formats)
    guard let chart = maker.chart() else {
      guard maker.isToldInWords, let words = indicator.chart else { return nil }
      return DrawnChart(
        title: words.title.value, drawing: HTML(), notes: [words.description.value])
    }
    let words = ChartWords(chart, maker)
    let drawing = ChartDrawing(chart).svg(
      id: drawingID(indicator), title: words.title, description: words.description)
    return DrawnChart(
      title: words.title, drawing: drawing, notes: words.notes,
      spark: Sparkline(chart)?.svg ?? HTML())
  }

  /// Where the values come from, each source once.
  private func sources(of indicator: Indicator) -> [View] {
    var seen: Set<String> = []
    return indicator.observations.filter { $0.value != nil }
      .map { $0.source ?? indicator.source }
      .filter { seen.insert($0.value).inserted }.map { source($0) }
  }
}
