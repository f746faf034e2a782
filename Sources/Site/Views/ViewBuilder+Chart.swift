import Diagnostics
import Facts
import Figures
import Hypertext
import SocialReport
import Theme

extension ViewBuilder {
  /// An indicator's chart, drawn when the first page asks for it.
  func chart(of indicator: Indicator) -> ChartFigures {
    guard context.writes else { return .none }
    return index.charts.figures(of: indicator.id.value) { drawn(indicator) }
  }

  private func drawn(_ indicator: Indicator) -> ChartFigures {
    let maker = ChartMaker(indicator: indicator, formats: formats)
    let id = "grafico-" + indicator.id.value
    guard let chart = maker.chart() else {
      guard maker.isToldInWords, let words = indicator.chart else { return .none }
      return figures(
        of: indicator, id, title: words.title.value, HTML(), notes: [words.description.value])
    }
    let words = ChartWords(chart, maker)
    let drawing = ChartDrawing(chart).svg(
      id: id, title: words.title, description: words.description)
    return figures(of: indicator, id, title: words.title, drawing, notes: words.notes)
  }

  /// - Parameter drawing: empty where all is told in words.
  private func figures(
    of indicator: Indicator, _ id: String, title: String, _ drawing: HTML, notes: [String]
  ) -> ChartFigures {
    func figure(_ values: [View]) -> HTML {
      context.theme.render(
        component: "chart",
        .record([
          "id": .text(id), "title": .text(title), "drawing": .html(drawing),
          "name": .text(indicator.name.value), "unit": .text(indicator.unit?.value),
          "notes": .list(notes.map { .text($0) }),
          "sources": .list(sources(of: indicator)),
          "csv": .text(context.href(Addresses.csv(indicator.id.value, of: edition))),
          "values": .list(values),
        ]))
    }
    return ChartFigures(
      plain: figure([]), withValues: figure(indicator.observations.map { view($0, of: indicator) }))
  }

  /// Where the values come from, each source once.
  private func sources(of indicator: Indicator) -> [View] {
    var seen: Set<String> = []
    return indicator.observations.filter { $0.value != nil }
      .map { $0.source ?? indicator.source }
      .filter { seen.insert($0.value).inserted }.map { source($0) }
  }
}
