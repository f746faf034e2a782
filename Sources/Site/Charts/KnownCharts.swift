import Hypertext
import Synchronization

/// An indicator's chart as pages show it; empty where there is none.
struct ChartFigures: Sendable {
  /// For the indicator's own page, where the table of its values stands below.
  let plain: HTML
  /// For the pages that use the indicator, with the values folded under it.
  let withValues: HTML

  static let none = ChartFigures(plain: HTML(), withValues: HTML())
}

/// The charts that pages of an edition have shown, by the ids of their indicators: each is drawn
/// once, however many pages show it.
final class KnownCharts: Sendable {
  private let figures = Mutex<[String: ChartFigures]>([:])

  func figures(of id: String, made: () -> ChartFigures) -> ChartFigures {
    if let known = figures.withLock({ $0[id] }) { return known }
    let new = made()
    figures.withLock { $0[id] = new }
    return new
  }
}
