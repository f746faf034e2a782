/// One text of the content or the theme, as it was read.
package struct SourceFile: Sendable {
  /// The place of a file in the list of all sources of a build.
  package struct ID: Hashable, Comparable, Sendable {
    package let index: Int32

    package init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

    package static func < (a: ID, b: ID) -> Bool { a.index < b.index }
  }

  /// The path as the author knows it, with `/` between its parts.
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

extension [SourceFile] {
  /// The file with an ID; nil for one of another build.
  package subscript(id: SourceFile.ID) -> SourceFile? {
    indices.contains(Int(id.index)) ? self[Int(id.index)] : nil
  }
}
