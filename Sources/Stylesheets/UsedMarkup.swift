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
