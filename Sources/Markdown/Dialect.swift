/// Which Markdown a text is written in.
package enum Dialect: Sendable {
  /// What authors write: GitHub Flavored Markdown with footnotes.
  case prose
  /// What a theme's templates are: the same without bare addresses turned into links, because
  /// a template's values are text and nothing of them may become a link by itself.
  case template

  var extensions: [String] {
    switch self {
    case .prose: ["table", "strikethrough", "autolink", "tasklist"]
    case .template: ["table"]
    }
  }
}
