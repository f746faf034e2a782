package import Hypertext
import Synchronization

/// An indicator's chart as it was drawn.
package struct DrawnChart: Sendable {
  package let title: String
  /// Empty where all is told in words.
  package let drawing: HTML
  package let notes: [String]
  /// Its course at the size of a word; empty where there is none.
  package let spark: HTML

  package init(title: String, drawing: HTML, notes: [String], spark: HTML = HTML()) {
    (self.title, self.drawing, self.notes) = (title, drawing.fitted, notes)
    self.spark = spark.fitted
  }
}

/// The charts that pages of an edition have shown, by the ids of their indicators: each is drawn
/// once, however many pages show it.
package final class KnownCharts: Sendable {
  private let charts = Mutex<[String: DrawnChart?]>([:])

  package init() {}

  /// - Parameter made: nil where an indicator has none, which is remembered too.
  package func chart(of id: String, made: () -> DrawnChart?) -> DrawnChart? {
    if let known = charts.withLock({ $0[id] }) { return known }
    let new = made()
    charts.withLock { $0[id] = .some(new) }
    return new
  }
}
