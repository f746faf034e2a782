/// The start of an element.
package struct HTMLTag {
  package struct Attribute {
    /// In small letters.
    package let name: String
    /// As they are written, references and all.
    package let bytes: ArraySlice<UInt8>

    /// The value, with the references that the program writes.
    package var value: String {
      let text = String(decoding: bytes, as: UTF8.self)
      guard bytes.contains(UInt8(ascii: "&")) else { return text }
      return text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
        .description
    }
  }

  /// In small letters.
  package let name: String
  /// Each name once: a browser takes the first of several.
  package private(set) var attributes: [Attribute] = []

  package init(name: String) { self.name = name }

  mutating func add(_ attribute: Attribute) {
    guard !has(attribute.name) else { return }
    attributes.append(attribute)
  }

  package subscript(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  package func has(_ name: String) -> Bool { attributes.contains { $0.name == name } }

  /// Whether an attribute is there and says something.
  package func states(_ name: String) -> Bool {
    attributes.contains { $0.name == name && !$0.bytes.isEmpty }
  }
}
