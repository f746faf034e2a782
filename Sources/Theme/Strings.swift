import Diagnostics

/// The words of a theme in one language, by dotted names (`status.completed`).
package struct Strings: Sendable {
  package let language: String
  private let values: [String: String]
  let names: KnownNames

  init(language: String, values: [String: String]) {
    self.language = language
    self.values = values
    names = KnownNames(values.keys)
  }

  /// Empty where the name is unknown; the names that the program uses are checked when the theme
  /// is read (`Strings.required`).
  package subscript(name: String) -> String { values[name] ?? "" }

  func find(_ name: String) -> String? { values[name] }

  /// A string with each `{name}` replaced by its value, and each `{del name}` by the value with the
  /// preposition and the article that it asks for (`ItalianArticle`).
  package func format(_ name: String, _ values: KeyValuePairs<String, String>) -> String {
    let pattern = self[name].utf8
    var result: [UInt8] = []
    result.reserveCapacity(pattern.count + 64)
    var rest = pattern[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let inner = rest[rest.index(after: open)..<close]
      let blank = inner.firstIndex(of: UInt8(ascii: " "))
      let key = blank.map { inner[inner.index(after: $0)...] } ?? inner
      result += rest[..<open]
      if let value = values.first(where: { $0.key.utf8.elementsEqual(key) })?.value {
        let marker = blank.map { Substring(inner[..<$0]) }
        result += (marker.flatMap { put($0, before: value) } ?? value).utf8
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    return String(decoding: result, as: UTF8.self)
  }

  private func put(_ marker: Substring, before value: String) -> String? {
    language == "it" ? ItalianArticle.text(marker, before: value) : nil
  }

  /// One of two strings by a count: `name.one` or `name.many`, with `{count}` replaced.
  package func counted(_ name: String, _ count: Int) -> String {
    format(count == 1 ? "\(name).one" : "\(name).many", ["count": String(count)])
  }
}
