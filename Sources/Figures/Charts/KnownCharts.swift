package import Hypertext
import Synchronization

/// An indicator's chart as pages show it; empty where there is none.
package struct ChartFigures: Sendable {
  /// For the indicator's own page, where the table of its values stands below.
  package let plain: HTML
  /// For the pages that use the indicator, with the values folded under it.
  package let withValues: HTML

  package init(plain: HTML, withValues: HTML) {
    (self.plain, self.withValues) = (plain, withValues)
  }

  package static let none = ChartFigures(plain: HTML(), withValues: HTML())
}

/// The charts that pages of an edition have shown, by the ids of their indicators: each is drawn
/// once, however many pages show it.
package final class KnownCharts: Sendable {
  private let figures = Mutex<[String: ChartFigures]>([:])

  package init() {}

  package func figures(of id: String, made: () -> ChartFigures) -> ChartFigures {
    if let known = figures.withLock({ $0[id] }) { return known }
    let new = made()
    figures.withLock { $0[id] = new }
    return new
  }
}
