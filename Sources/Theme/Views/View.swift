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

  package static func html(_ value: [UInt8]?) -> View { value.map { .html($0) } ?? .none }

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
    guard let first = path.first else { return self }
    var view = self[first]
    for step in path.dropFirst() { view = view[step] }
    return view
  }

  private subscript(step: ViewPath.Step) -> View {
    switch (step, self) {
    case (.name(let name, let hint), .record(let fields)):
      fields.position(of: name, hint: hint).map { fields[$0] } ?? .none
    case (.index(let index), .list(let views)):
      views.indices.contains(index) ? views[index] : .none
    default: .none
    }
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
