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

/// What the templates of a theme see, as the program that renders with it has it: a theme's tags are
/// checked against it.
package struct ViewCatalogue: Sendable {
  /// By the names of the templates of pages (`templates/<name>.md`).
  let pages: [String: ViewShape]
  /// By the names of the layout and of the components that the program or the pages use
  /// (`components/<name>.html`).
  let components: [String: ViewShape]

  package init(pages: [String: ViewShape], components: [String: ViewShape]) {
    (self.pages, self.components) = (pages, components)
  }
}
