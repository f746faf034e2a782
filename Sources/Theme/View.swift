package import Diagnostics

/// What a template sees: values without behaviour, of which only their kind decides how they print.
package enum View: Sendable {
  case none
  case flag(Bool)
  /// Text: escaped in HTML, never read as Markdown.
  case text(String)
  /// HTML made by the program or a component; printed as it is.
  case html([UInt8])
  /// An author's Markdown, grafted as a tree of its own. Only Markdown templates may show it.
  indirect case prose(EmbeddedText)
  case list([View])
  case record(Fields)

  package static func text(_ value: String?) -> View { value.map { .text($0) } ?? .none }

  package static func prose(_ value: EmbeddedText?) -> View {
    guard let value, !value.isEmpty else { return .none }
    return .prose(value)
  }

  /// What Mustache takes for false: nothing, `false`, an empty text or list.
  var isEmpty: Bool {
    switch self {
    case .none: true
    case .flag(let value): !value
    case .text(let text): text.isEmpty
    case .html(let bytes): bytes.isEmpty
    case .prose(let text): text.text.isEmpty
    case .list(let views): views.isEmpty
    case .record: false
    }
  }

  /// The view at a path of names and, for lists, numbers.
  package subscript(path: [ViewPath.Step]) -> View {
    var view = self
    for step in path {
      switch step {
      case .name(let name, let hint):
        guard case .record(let fields) = view,
          let position = fields.position(of: name, hint: hint)
        else { return .none }
        view = fields[position]
      case .index(let index):
        guard case .list(let views) = view, views.indices.contains(index) else { return .none }
        view = views[index]
      }
    }
    return view
  }
}

/// The way to a value inside a view.
package enum ViewPath {
  package enum Step: Hashable, Sendable {
    /// A field, and the position where it likely stands.
    case name(String, hint: Int = 0)
    case index(Int)
  }
}
