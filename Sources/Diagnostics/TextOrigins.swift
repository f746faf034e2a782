/// What each byte of a text was made of in its file.
///
/// YAML has five ways to write a text, and a table one more. They are read here as libyaml reads
/// them, of which only the text and its beginning and end are known.
struct TextOrigins {
  let source: [UInt8]
  /// The bytes of the break behind the source, which is the last of a long text.
  let breakBehind: Int
  private(set) var bytes: [UInt8] = []
  /// Stretches of the source.
  private(set) var origins: [Range<Int32>] = []

  init(_ source: [UInt8], breakBehind: Int) {
    (self.source, self.breakBehind) = (source, breakBehind)
  }

  mutating func append(_ byte: UInt8, madeOf origin: Range<Int>) {
    bytes.append(byte)
    origins.append(Int32(clamping: origin.lowerBound)..<Int32(clamping: origin.upperBound))
  }

  /// What stands in the source as it is read.
  mutating func append(_ stretch: Range<Int>) {
    for at in stretch { append(source[at], madeOf: at..<at + 1) }
  }

  mutating func append(_ lineBreak: Break) {
    if lineBreak.folds { append(0x0A, madeOf: lineBreak.range) } else { append(lineBreak.range) }
  }

  mutating func append(_ breaks: [Break]) { for lineBreak in breaks { append(lineBreak) } }

  /// The end of a line that a text goes on behind.
  struct Break {
    let range: Range<Int>
    /// Whether it is read as LF or a space: LS and PS stay as they are.
    let folds: Bool
  }

  func lineBreak(at place: Int) -> Break? {
    let length = LineBreak.length(at: place, in: source.span)
    return length == 0
      ? nil : Break(range: place..<place + length, folds: source[place] != 0xE2)
  }

  func isBlank(_ place: Int) -> Bool { source[place] == 0x20 || source[place] == 0x09 }
}

extension TextOrigins {
  /// What the bytes of a value were made of, however they are written in a source.
  static func origins(
    of value: [UInt8], in source: [UInt8], breakBehind: Int
  ) -> SourceMap.Kind {
    let source = withoutControls(source)
    for read in forms(source.first) {
      var text = TextOrigins(source, breakBehind: breakBehind)
      guard read(&text, value), let start = text.start(of: value) else { continue }
      return .origins(Array(text.origins[start..<start + value.count]))
    }
    return .whole
  }

  /// The ways in which a source may be written, the likeliest first.
  private static func forms(_ first: UInt8?) -> [(inout TextOrigins, [UInt8]) -> Bool] {
    switch first {
    case UInt8(ascii: "\""):
      [{ text, _ in text.readQuoted() }, { text, _ in text.readCell() }, asItIs]
    case UInt8(ascii: "'"): [{ text, _ in text.readQuoted() }, asItIs]
    case UInt8(ascii: "|"), UInt8(ascii: ">"): [{ text, value in text.readBlock(value) }, asItIs]
    default: [{ text, _ in text.readPlain() }, asItIs]
    }
  }

  private static func asItIs(_ text: inout TextOrigins, _ value: [UInt8]) -> Bool {
    text.append(text.source.indices)
    return true
  }

  /// Characters that no page may hold are read as blanks of their length.
  private static func withoutControls(_ source: [UInt8]) -> [UInt8] {
    guard source.contains(where: isControl) || source.contains(0xC2) else { return source }
    var bytes = source
    for at in bytes.indices {
      if isControl(bytes[at]) { bytes[at] = 0x20 }
      if bytes[at] == 0x85, at > 0, bytes[at - 1] == 0xC2 { bytes[at] = 0xA0 }
    }
    return bytes
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }

  /// Where a value begins, which may have lost the blanks around it.
  private func start(of value: [UInt8]) -> Int? {
    if bytes.count == value.count { return 0 }
    guard bytes.count > value.count else { return nil }
    if bytes.starts(with: value) { return 0 }
    let text = String(decoding: bytes, as: UTF8.self)[...]
    return text.offset(of: value, in: bytes.indices)
  }

  /// A cell of a table between quotes, of which two stand for one.
  private mutating func readCell() -> Bool {
    var at = 1
    while at < source.count {
      if source[at] == UInt8(ascii: "\"") {
        guard at + 1 < source.count, source[at + 1] == source[at] else { break }
        append(source[at], madeOf: at..<at + 2)
        at += 2
      } else {
        append(at..<at + 1)
        at += 1
      }
    }
    return true
  }
}
