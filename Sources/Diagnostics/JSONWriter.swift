/// Writes JSON text in the order it is told, so that equal values are equal bytes.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{", body, "}")
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    open("[", body, "]")
  }

  package mutating func member(_ name: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    body(&self)
    needsComma = true
  }

  package mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    member(name) { $0.string(value) }
  }

  package mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    member(name) { $0.number(String(value)) }
  }

  package mutating func member(_ name: String, _ value: Bool?) {
    guard let value else { return }
    member(name) { $0.number(value ? "true" : "false") }
  }

  package mutating func string(_ value: String) {
    separate()
    quote(value)
    needsComma = true
  }

  /// A number or another literal, already in JSON's own form.
  package mutating func number(_ literal: String) {
    separate()
    bytes.append(contentsOf: literal.utf8)
    needsComma = true
  }

  /// A line break between values, for files that people may open.
  package mutating func lineBreak() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Writes, and gives what it wrote, to be said again in a like place with `members`.
  package mutating func written(_ body: (inout JSONWriter) -> Void) -> ArraySlice<UInt8> {
    separate()
    let start = bytes.count
    body(&self)
    return bytes[start...]
  }

  /// Members, or values, that were written before.
  package mutating func members(_ written: ArraySlice<UInt8>) {
    guard !written.isEmpty else { return }
    separate()
    bytes += written
    needsComma = true
  }

  private mutating func open(
    _ start: Character, _ body: (inout JSONWriter) -> Void, _ end: Character
  ) {
    separate()
    bytes.append(contentsOf: start.utf8)
    needsComma = false
    body(&self)
    bytes.append(contentsOf: end.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Most texts have nothing to hide.
    let hidden = HiddenCharacter.all(in: text[...]).filter { $0.kind != .lost }
    if hidden.isEmpty, !JSONWriter.needsEscape(text.utf8.span) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    var end = 0
    let written = Array(text.utf8)
    for character in hidden {
      escape(written[end..<character.range.lowerBound])
      for unit in String(character.scalar).utf16 { code(unit) }
      end = character.range.upperBound
    }
    escape(written[end...])
  }

  private static func needsEscape(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      if isEscaped(text[index]) || text[index] == 0x7F { return true }
    }
    return false
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// `\u202e`: what could falsify how a terminal shows the line is written by its code.
  private mutating func code(_ unit: UInt16) {
    let hex = String(unit, radix: 16)
    let zeros = String(repeating: "0", count: 4 - hex.utf8.count)
    bytes.append(contentsOf: ("\\u" + zeros + hex).utf8)
  }

  private mutating func escape(_ text: ArraySlice<UInt8>) {
    // Most of it stands as it is.
    var rest = text
    while let stop = rest.firstIndex(where: { JSONWriter.isEscaped($0) }) {
      bytes += rest[..<stop]
      rest = rest[(stop + 1)...]
      switch text[stop] {
      case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case let byte: code(UInt16(byte))
      }
    }
    bytes += rest
  }
}
