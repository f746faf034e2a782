/// Where the bytes of a text stand in its file.
package struct SourceMap: Sendable {
  enum Kind {
    /// The text stands in the file as it is.
    case same
    /// What each byte of the text was made of, from the beginning of the text's place.
    case origins([Range<Int32>])
    /// It is not known how the text was made of what stands there.
    case whole
  }

  private let whole: SourceRange
  private let kind: Kind

  init(_ place: SourceRange, _ kind: Kind) { (whole, self.kind) = (place, kind) }

  package func place(of local: Range<Int>) -> SourceRange {
    let base = whole.bytes.lowerBound
    switch kind {
    case .same:
      return SourceRange(
        file: whole.file, bytes: base + local.lowerBound..<base + local.upperBound)
    case .origins(let origins):
      guard !local.isEmpty, let last = origins.indices.last else {
        return SourceRange(file: whole.file, bytes: base..<base + 1)
      }
      let start = Int(origins[min(local.lowerBound, last)].lowerBound)
      let end = Int(origins[min(local.upperBound - 1, last)].upperBound)
      return SourceRange(file: whole.file, bytes: base + start..<base + max(start, end))
    case .whole: return whole
    }
  }
}

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
