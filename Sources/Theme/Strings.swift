/// The words of a theme in one language, by dotted names (`status.completed`).
package struct Strings: Sendable {
  package let language: String
  private let values: [String: String]

  init(language: String, values: [String: String]) {
    self.language = language
    self.values = values
  }

  /// Empty where the name is unknown; the names that the program uses are checked when the theme
  /// is read (`Strings.required`).
  package subscript(name: String) -> String { values[name] ?? "" }

  func find(_ name: String) -> String? { values[name] }

  var names: [String] { Array(values.keys) }

  /// A string with `{name}` replaced by values.
  package func format(_ name: String, _ values: KeyValuePairs<String, String>) -> String {
    var text = self[name]
    for (key, value) in values {
      if let range = text.firstRange(of: "{\(key)}") { text.replaceSubrange(range, with: value) }
    }
    return text
  }

  /// One of two strings by a count: `name.one` or `name.many`, with `{count}` replaced.
  package func counted(_ name: String, _ count: Int) -> String {
    format(count == 1 ? "\(name).one" : "\(name).many", ["count": String(count)])
  }
}
