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

  /// The places of all bytes of the text, for many that are asked for.
  package func map(in sources: [SourceFile]) -> SourceMap {
    sources[place.file].map { map(inFile: $0.text) }
      ?? SourceMap(file: place.file, base: place.bytes.lowerBound, offsets: nil)
  }

  /// The same, where the text of the file is at hand.
  package func map(inFile file: String) -> SourceMap {
    let count = text.utf8.count
    // A text that stands in its file as it is needs no laying side by side.
    if place.bytes.count == count, file.slice(utf8: place.bytes).utf8.elementsEqual(text.utf8) {
      return SourceMap(file: place.file, base: place.bytes.lowerBound, offsets: nil)
    }
    let source = file.utf8.dropFirst(place.bytes.lowerBound)
    var alignment = Alignment(value: text.utf8, source: source)
    return SourceMap(
      file: place.file, base: place.bytes.lowerBound,
      offsets: (0..<count).map { alignment.offset(of: $0) })
  }

  /// The bytes of the file that a stretch of the text came from.
  ///
  /// The two are laid side by side: equal bytes go together; white space that YAML took away
  /// (indentation, folds) and escapes it undid are passed over in the file. It costs a pass over
  /// the text, so it is done for diagnostics only.
  package func range(of local: Range<Int>, in sources: [SourceFile]) -> SourceRange {
    guard let file = sources[place.file]?.text else { return place }
    let source = file.utf8.dropFirst(place.bytes.lowerBound)
    var alignment = Alignment(value: text.utf8, source: source)
    let start = alignment.offset(of: local.lowerBound)
    let end = max(start + 1, alignment.offset(of: local.upperBound - 1) + 1)
    let base = place.bytes.lowerBound
    return SourceRange(file: place.file, bytes: base + start..<base + end)
  }
}

/// Where the bytes of a text stand in its file.
package struct SourceMap: Sendable {
  private let file: SourceFile.ID
  private let base: Int
  /// From the base; nil where the text stands there as it is.
  private let offsets: [Int]?

  fileprivate init(file: SourceFile.ID, base: Int, offsets: [Int]?) {
    (self.file, self.base, self.offsets) = (file, base, offsets)
  }

  package func place(of local: Range<Int>) -> SourceRange {
    guard let offsets else {
      return SourceRange(file: file, bytes: base + local.lowerBound..<base + local.upperBound)
    }
    guard !local.isEmpty, let last = offsets.indices.last else {
      return SourceRange(file: file, bytes: base..<base + 1)
    }
    let start = offsets[min(local.lowerBound, last)]
    let end = offsets[min(local.upperBound - 1, last)] + 1
    return SourceRange(file: file, bytes: base + start..<base + max(start + 1, end))
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
      guard let end = source.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return 0 }
      return end + (isLoneReturn(at: end) || source[end] == 0x0A ? 1 : 2)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return 1
    default:
      return 0
    }
  }

  /// Whether a line ends here as those of very old systems do.
  private func isLoneReturn(at offset: Int) -> Bool {
    source[offset] == 0x0D && (offset + 1 == source.count || source[offset + 1] != 0x0A)
  }

  mutating func offset(of wanted: Int) -> Int {
    while valueAt <= wanted, valueAt < value.count, sourceAt < source.count {
      step(to: value[valueAt])
      // The bytes that one place of the source gave: those of a whole scalar for `\u00e8`.
      let (written, read) = isEscaping ? escape(at: sourceAt) : (1, 1)
      if wanted < valueAt + read { return sourceAt + (written == 1 ? wanted - valueAt : 0) }
      valueAt += read
      sourceAt += written
    }
    return min(sourceAt, max(0, source.count - 1))
  }

  private var isEscaping: Bool { source.first == UInt8(ascii: "\"") }

  /// How many bytes an escape between double quotes takes in the file, and how many it gives.
  private func escape(at offset: Int) -> (written: Int, read: Int) {
    guard source[offset] == UInt8(ascii: "\\"), offset + 1 < source.count else { return (1, 1) }
    let digits: Int
    switch source[offset + 1] {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    case UInt8(ascii: "N"), UInt8(ascii: "_"): return (2, 2)
    case UInt8(ascii: "L"), UInt8(ascii: "P"): return (2, 3)
    default: return (2, 1)
    }
    guard offset + 2 + digits <= source.count,
      let code = UInt32(
        String(decoding: source[offset + 2..<offset + 2 + digits], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(code)
    else { return (1, 1) }
    return (2 + digits, UTF8.width(scalar))
  }

  /// Moves `sourceAt` over the white space that YAML took away, to the byte that gave `byte`.
  private mutating func step(to byte: UInt8) {
    var at = sourceAt
    while at < source.count {
      let candidate = source[at]
      if candidate == byte || (isEscaping && candidate == UInt8(ascii: "\\")) { break }
      // A fold turns a line break into a space: the break itself is the byte.
      let isReturn = candidate == 0x0D && isLoneReturn(at: at)
      if byte == 0x20, candidate == 0x0A || isReturn { break }
      // YAML reads each end of a line as this one.
      if byte == 0x0A, isReturn { break }
      // A control character was read as a space.
      if byte == 0x20, candidate < 0x20, candidate != 0x09, candidate != 0x0D { break }
      // Two apostrophes stand for one.
      let isDoubled = candidate == UInt8(ascii: "'") && source.first == candidate
      guard candidate <= 0x20 || isDoubled else { break }
      at += 1
    }
    if at < source.count { sourceAt = at }
  }
}
