/// Where texts stand in their files, each looked at once, for findings of which one text may have many.
package struct SourceMaps {
  /// A text of the tree is known by its place, and, where one lies in another, by its length.
  private struct Key: Hashable {
    let place: SourceRange
    let length: Int
  }

  private let sources: [SourceFile]
  private var known: [Key: SourceMap] = [:]

  package init(_ sources: [SourceFile]) { self.sources = sources }

  package mutating func place(of bytes: Range<Int>, in text: EmbeddedText) -> SourceRange {
    let key = Key(place: text.place, length: text.text.utf8.count)
    let map = known[key] ?? text.map(in: sources)
    known[key] = map
    return map.place(of: bytes)
  }
}
