/// What can occur in the pages of a site: names of elements, classes, ids and attributes.
package struct UsedMarkup: Sendable, Equatable {
  /// In lower case.
  package var elements: Set<String> = []
  package var classes: Set<String> = []
  /// Beginnings of classes whose ends are not known: `stato-` for `class="stato-{{word}}"`.
  package var classPrefixes: Set<String> = []
  package var ids: Set<String> = []
  package var idPrefixes: Set<String> = []
  /// In lower case.
  package var attributes: Set<String> = []

  package init() {}

  /// Adds what an HTML text can make, in which a Mustache tag may stand for anything.
  ///
  /// A name glued to a tag is a prefix; sections count as if they were not there. What a tag
  /// alone stands for is not known here: whoever fills it in has to add it.
  package mutating func collect(html: String) {
    let bytes = html.utf8.span
    HTMLReader(bytes, 0..<bytes.count).read(bytes, into: &self)
  }

  package mutating func formUnion(_ other: UsedMarkup) {
    elements.formUnion(other.elements)
    classes.formUnion(other.classes)
    classPrefixes.formUnion(other.classPrefixes)
    ids.formUnion(other.ids)
    idPrefixes.formUnion(other.idPrefixes)
    attributes.formUnion(other.attributes)
  }
}

/// The names of a markup, ready to be looked up by the bytes of a style sheet.
struct SheetVocabulary {
  let elements: NameTable
  let attributes: NameTable
  private let classes: NameTable
  private let ids: NameTable
  private let classNames: [[UInt8]]
  private let classPrefixes: [[UInt8]]
  private let idPrefixes: [[UInt8]]

  init(_ markup: UsedMarkup) {
    // No page is without these, whether it writes them or not.
    elements = NameTable(markup.elements.union(["html", "head", "body"]), ignoresCase: true)
    var names = markup.attributes
    if !markup.classes.isEmpty || !markup.classPrefixes.isEmpty { names.insert("class") }
    if !markup.ids.isEmpty || !markup.idPrefixes.isEmpty { names.insert("id") }
    attributes = NameTable(names, ignoresCase: true)
    classes = NameTable(markup.classes)
    ids = NameTable(markup.ids)
    classNames = markup.classes.map { Array($0.utf8) }
    classPrefixes = markup.classPrefixes.map { Array($0.utf8) }
    idPrefixes = markup.idPrefixes.map { Array($0.utf8) }
  }

  func hasClass(_ name: CSSIdentifier, in bytes: borrowing Span<UInt8>) -> Bool {
    classes.number(of: name, in: bytes) != nil || Self.has(classPrefixes, name, bytes)
  }

  func hasID(_ name: CSSIdentifier, in bytes: borrowing Span<UInt8>) -> Bool {
    ids.number(of: name, in: bytes) != nil || Self.has(idPrefixes, name, bytes)
  }

  /// Whether a class attribute can be what an attribute selector asks of it.
  func hasClass(_ test: AttributeSelector.Test, _ value: [UInt8]) -> Bool {
    switch test {
    // A prefix may have anything after it.
    case .contains, .ends:
      !classPrefixes.isEmpty || classNames.contains { test.accepts($0, value) }
    case .equals, .begins, .beginsWithWord, .hasWord:
      classNames.contains { test.accepts($0, value) }
        || classPrefixes.contains { $0.starts(with: value) || value.starts(with: $0) }
    }
  }

  private static func has(
    _ prefixes: [[UInt8]], _ name: CSSIdentifier, _ bytes: borrowing Span<UInt8>
  ) -> Bool {
    guard !prefixes.isEmpty else { return false }
    guard name.hasEscapes else {
      for prefix in prefixes
      where prefix.count <= name.range.count && bytes.has(prefix, at: name.range.lowerBound) {
        return true
      }
      return false
    }
    let decoded = name.decoded(bytes)
    return prefixes.contains { decoded.starts(with: $0) }
  }
}
