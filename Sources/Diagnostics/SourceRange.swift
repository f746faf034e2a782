/// A stretch of one source file, in UTF-8 bytes from its beginning.
package struct SourceRange: Hashable, Comparable, Sendable {
  package let file: SourceFile.ID
  package let start: Int32
  package let end: Int32

  package init(file: SourceFile.ID, bytes: Range<Int>) {
    self.file = file
    self.start = Int32(clamping: bytes.lowerBound)
    self.end = Int32(clamping: bytes.upperBound)
  }

  /// The whole of a file, of which only the name matters.
  package static func wholeFile(_ file: SourceFile.ID) -> SourceRange {
    SourceRange(file: file, bytes: 0..<0)
  }

  package var bytes: Range<Int> { Int(start)..<max(Int(start), Int(end)) }

  package static func < (a: SourceRange, b: SourceRange) -> Bool {
    (a.file, a.start, a.end) < (b.file, b.start, b.end)
  }
}

/// A value together with the place that states it.
package struct Sourced<Value: Sendable>: Sendable {
  package let value: Value
  package let place: SourceRange

  package init(_ value: Value, at place: SourceRange) {
    self.value = value
    self.place = place
  }

  package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Sourced<Other> {
    Sourced<Other>(transform(value), at: place)
  }
}
