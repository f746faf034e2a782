/// Which names a template may use and what stands behind them; checked when a theme is read.
package indirect enum ViewShape: Sendable {
  case flag
  case text
  case html
  case prose
  case list(ViewShape)
  case record([String: ViewShape])

  var names: [String] {
    if case .record(let fields) = self { Array(fields.keys) } else { [] }
  }

  subscript(name: String) -> ViewShape? {
    if case .record(let fields) = self { fields[name] } else { nil }
  }

  /// The fields of two records together.
  package func merging(_ other: [String: ViewShape]) -> ViewShape {
    guard case .record(let fields) = self else { return self }
    return .record(fields.merging(other) { _, new in new })
  }
}
