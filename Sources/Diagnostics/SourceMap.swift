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
