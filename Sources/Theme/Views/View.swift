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

/// The fields of a record, in the order in which they are written.
///
/// Every page makes records by the dozen and asks each field once, so an array serves better than
/// a table of hashes.
package struct Fields: Sendable, ExpressibleByDictionaryLiteral {
  private var entries: [(String, View)]
  /// Gives what is not among them.
  private var rest: (@Sendable (String) -> View)?

  package init(dictionaryLiteral elements: (String, View)...) {
    entries = elements
  }

  var names: [String] { entries.map(\.0) }

  subscript(name: String) -> View? { entries.first { $0.0 == name }?.1 ?? rest?(name) }

  /// The fields with others behind them, which are made when a template asks for one.
  package func backed(by rest: @escaping @Sendable (String) -> View) -> Fields {
    var fields = self
    fields.rest = rest
    return fields
  }

  /// The fields with one more at their end.
  package func adding(_ name: String, _ view: View) -> Fields {
    var fields = self
    fields.entries.append((name, view))
    return fields
  }
}
