/// A text that stands inside a source file, perhaps unindented, unfolded or unescaped on its way out.
package struct EmbeddedText: Sendable {
  package let text: Substring
  /// Where the text stands in its file: the scalar with its indicators, or the body of a `.md`.
  package let place: SourceRange

  package init(_ text: Substring, at place: SourceRange) {
    self.text = text
    self.place = place
  }

  package var isEmpty: Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

  /// The bytes of the file that a stretch of the text came from.
  ///
  /// The two are laid side by side: equal bytes go together; white space that YAML took away
  /// (indentation, folds) and escapes it undid are passed over in the file. It costs a pass over
  /// the text, so it is done for diagnostics only.
  package func range(of local: Range<Int>, in sources: [SourceFile]) -> SourceRange {
    let index = Int(place.file.index)
    guard sources.indices.contains(index) else { return place }
    let source = sources[index].text.utf8.dropFirst(place.bytes.lowerBound)
    var alignment = Alignment(value: text.utf8, source: source)
    let start = alignment.offset(of: local.lowerBound)
    let end = max(start + 1, alignment.offset(of: local.upperBound - 1) + 1)
    let base = place.bytes.lowerBound
    return SourceRange(file: place.file, bytes: base + start..<base + end)
  }
}

/// Walks a value and the source it was read from in step.
private struct Alignment {
  private let value: [UInt8]
  private let source: [UInt8]
  private var valueAt = 0
  private var sourceAt = 0

  init(value: Substring.UTF8View, source: some Sequence<UInt8>) {
    self.value = Array(value)
    // YAML may add indentation to every line; eight times the value is beyond any of it.
    self.source = Array(source.prefix(value.count * 8 + 4096))
    self.sourceAt = bodyStart()
  }

  /// The place after the indicator of a block scalar (`|-`) or the opening quote.
  private func bodyStart() -> Int {
    guard let first = source.first, value.first != first else { return 0 }
    switch first {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return (source.firstIndex(of: 0x0A) ?? source.firstIndex(of: 0x0D)).map { $0 + 1 } ?? 0
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return 1
    default:
      return 0
    }
  }

  mutating func offset(of wanted: Int) -> Int {
    while valueAt <= wanted, valueAt < value.count, sourceAt < source.count {
      step(to: value[valueAt])
      if valueAt == wanted { return sourceAt }
      valueAt += 1
      sourceAt += 1
    }
    return min(sourceAt, max(0, source.count - 1))
  }

  /// Moves `sourceAt` to the byte that gave `byte`.
  private mutating func step(to byte: UInt8) {
    var at = sourceAt
    var passed = 0
    while at < source.count, passed < 4096 {
      let candidate = source[at]
      if candidate == byte {
        sourceAt = at
        return
      }
      let isBlank = candidate == 0x20 || candidate == 0x09 || candidate == 0x0A || candidate == 0x0D
      let isEscape = candidate == UInt8(ascii: "\\") || candidate == UInt8(ascii: "'")
      // A fold turns a line break into a space: the break itself is the byte.
      if byte == 0x20, candidate == 0x0A { break }
      guard isBlank || isEscape else { break }
      at += 1
      passed += 1
    }
    sourceAt = at < source.count && passed > 0 ? at : sourceAt
  }
}
