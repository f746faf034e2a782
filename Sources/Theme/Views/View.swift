package import Diagnostics
package import Hypertext

/// What a template sees: values without behaviour, of which only their kind decides how they print.
package enum View: Sendable {
  case none
  case flag(Bool)
  /// Text: escaped in HTML, never read as Markdown.
  case text(String)
  /// HTML made by the program or a component; printed as it is.
  case html(HTML)
  /// An author's Markdown. Only Markdown templates may show it.
  indirect case prose(EmbeddedText)
  case list([View])
  case record(Fields)

  package static func text(_ value: String?) -> View { value.map { .text($0) } ?? .none }

  package static func html(_ value: HTML?) -> View { value.map { .html($0) } ?? .none }

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
    case .html(let html): html.isEmpty
    case .prose(let text): text.text.isEmpty
    case .list(let views): views.isEmpty
    case .record: false
    }
  }
}
