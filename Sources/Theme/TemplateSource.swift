import Diagnostics

/// A template as it stands in the theme's folder.
struct TemplateSource {
  enum Dialect {
    /// A page: Markdown, parsed after expansion.
    case markdown
    /// The layout or a component: HTML.
    case html
  }

  let path: String
  let name: String
  let dialect: Dialect
  let id: SourceFile.ID
  let text: String

  /// The record that the template sees; nil for a component of the theme's own, whose record is
  /// that of whoever includes it.
  var shape: ViewShape? {
    switch dialect {
    case .markdown: Views.pages[name]
    case .html: Views.components[name]
    }
  }

  var partials: [String] {
    let tags = (try? Tag.scan(text)) ?? []
    return tags.filter { $0.kind == .partial }.map(\.name)
  }
}
