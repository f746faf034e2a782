import Diagnostics
import Files

/// A template as it stands in the theme's folder.
struct TemplateSource {
  enum Dialect {
    /// A page: Markdown.
    case markdown
    /// The layout or a component: HTML.
    case html
  }

  let path: String
  let name: String
  let dialect: Dialect
  let id: SourceFile.ID
  let text: String

  /// What the template sees; nil for a component of the theme's own, whose record is that of
  /// whoever includes it.
  let shape: ViewShape?

  init(
    path: String, name: String, dialect: Dialect, id: SourceFile.ID, text: String,
    shape: ViewShape?
  ) {
    self.path = path
    self.name = name
    self.dialect = dialect
    self.id = id
    self.text = text
    self.shape = shape
  }

  /// The dialect of a template by its path in the theme; nil for a file that is none.
  static func dialect(of path: String) -> Dialect? {
    let parts = path.split(separator: "/")
    return switch (parts.count, parts.first, Path.ending(of: path)) {
    case (2, "templates", "md"): .markdown
    case (2, "components", "html"), (1, "layout.html", _): .html
    default: nil
    }
  }

  /// Whether pages are made of it by itself: of a component that says nothing others may be.
  var makesPages: Bool {
    dialect == .markdown ? shape != nil : path == "layout.html"
  }
}
