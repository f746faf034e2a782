/// Reads XML from tag to tag, as strictly as a browser does: what it cannot read it says so.
///
/// It is for looking through drawings, so names keep their prefixes and no tree is made.
struct XMLReader {
  enum Token {
    case start(name: String, attributes: [Attribute], at: Int, isWhole: Bool)
    case end(name: String)
    case text(Range<Int>)
    case characters(Range<Int>)
    case instruction(name: String, body: Range<Int>, at: Int)
    case malformed(at: Int)
  }

  struct Attribute {
    package let name: String
    /// With references replaced.
    package let value: String
    package let at: Int
  }

  /// A declaration of an entity that is more than a short literal.
  private(set) var oddEntity: Int?
  private let bytes: [UInt8]
  /// How far it is.
  private(set) var at: Int
  /// Names for short texts without signs of markup, as Illustrator declares them.
  private var entities: [String: String] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Token? {
    while at < bytes.count {
      let start = at
      if bytes[at] != UInt8(ascii: "<") {
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
        return .text(start..<at)
      }
      if has("<!--") {
        guard skip(past: "-->", from: 4) else { return malformed(start) }
      } else if has("<![CDATA[") {
        guard skip(past: "]]>", from: 9) else { return malformed(start) }
        return .characters(start + 9..<at - 3)
      } else if has("<?") {
        guard skip(past: "?>", from: 2) else { return malformed(start) }
        return instruction(start)
      } else if has("<!") {
        guard declaration() else { return malformed(start) }
      } else {
        return tag() ?? malformed(start)
      }
    }
    return nil
  }

  private func instruction(_ start: Int) -> Token {
    var end = start + 2
    while end < at - 2, !isBlank(bytes[end]) { end += 1 }
    return .instruction(name: string(start + 2..<end), body: end..<at - 2, at: start)
  }

  /// A part of the text with references replaced.
  func text(_ range: Range<Int>) -> String { resolved(range) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // Tags

  private mutating func tag() -> Token? {
    let start = at
    let isEnd = bytes.count > at + 1 && bytes[at + 1] == UInt8(ascii: "/")
    at += isEnd ? 2 : 1
    guard let name = name() else { return nil }
    if isEnd {
      skipBlanks()
      guard take(">") else { return nil }
      return .end(name: name)
    }
    var attributes: [Attribute] = []
    while true {
      skipBlanks()
      if take(">") {
        return .start(name: name, attributes: attributes, at: start, isWhole: false)
      }
      if has("/>") {
        at += 2
        return .start(name: name, attributes: attributes, at: start, isWhole: true)
      }
      let place = at
      guard let key = self.name() else { return nil }
      skipBlanks()
      guard take("=") else { return nil }
      skipBlanks()
      guard let range = quoted() else { return nil }
      guard !bytes[range].contains(UInt8(ascii: "<")) else { return nil }
      attributes.append(Attribute(name: key, value: resolved(range), at: place))
    }
  }

  private mutating func name() -> String? {
    let start = at
    while at < bytes.count, isName(bytes[at]) { at += 1 }
    return at > start ? string(start..<at) : nil
  }

  /// A text between quotes of either kind.
  private mutating func quoted() -> Range<Int>? {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'")
    else { return nil }
    let quote = bytes[at]
    let start = at + 1
    at = start
    while at < bytes.count, bytes[at] != quote { at += 1 }
    guard at < bytes.count else { return nil }
    at += 1
    return start..<at - 1
  }

  // Declarations

  /// `<!DOCTYPE …>` with what it declares between brackets.
  private mutating func declaration() -> Bool {
    at += 2
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ">"):
        at += 1
        return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quoted() == nil { return false }
      case UInt8(ascii: "["):
        at += 1
        if !declarations() { return false }
      default: at += 1
      }
    }
    return false
  }

  private mutating func declarations() -> Bool {
    while at < bytes.count {
      if take("]") { return true }
      if has("<!--") {
        if !skip(past: "-->", from: 4) { return false }
      } else if has("<!ENTITY") {
        let start = at
        at += 8
        if !entity() { oddEntity = oddEntity ?? start }
        if !skip(past: ">", from: 0) { return false }
      } else if has("<!") {
        // Elements and attributes that have values unasked: nobody draws so.
        oddEntity = oddEntity ?? at
        if !skip(past: ">", from: 0) { return false }
      } else if isBlank(bytes[at]) {
        at += 1
      } else {
        return false
      }
    }
    return false
  }

  /// The name and text of a declaration; false for all but a short text without markup.
  private mutating func entity() -> Bool {
    skipBlanks()
    guard let name = name() else { return false }
    skipBlanks()
    guard let value = quoted(), value.count <= 200,
      !bytes[value].contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
    else { return false }
    entities[name] = string(value)
    skipBlanks()
    return at < bytes.count && bytes[at] == UInt8(ascii: ">")
  }

  // References

  private func resolved(_ range: Range<Int>) -> String {
    guard bytes[range].contains(UInt8(ascii: "&")) else { return string(range) }
    var result = ""
    for (number, part) in bytes[range].split(
      separator: UInt8(ascii: "&"), omittingEmptySubsequences: false
    ).enumerated() {
      guard number > 0 else {
        result += String(decoding: part, as: UTF8.self)
        continue
      }
      let end = part.firstIndex(of: UInt8(ascii: ";")) ?? part.endIndex
      let name = String(decoding: part[..<end], as: UTF8.self)
      result += replacement(name) ?? "&\(name);"
      if end < part.endIndex { result += String(decoding: part[(end + 1)...], as: UTF8.self) }
    }
    return result
  }

  private func replacement(_ name: String) -> String? {
    if let known = entities[name] { return known }
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let code =
      digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  // Bytes

  private mutating func malformed(_ place: Int) -> Token {
    at = bytes.count
    return .malformed(at: place)
  }

  private func has(_ word: StaticString) -> Bool {
    guard at + word.utf8CodeUnitCount <= bytes.count else { return false }
    return word.withUTF8Buffer { letters in
      for offset in 0..<letters.count where unsafe bytes[at + offset] != letters[offset] {
        return false
      }
      return true
    }
  }

  private mutating func take(_ word: StaticString) -> Bool {
    guard has(word) else { return false }
    at += word.utf8CodeUnitCount
    return true
  }

  private mutating func skip(past word: StaticString, from offset: Int) -> Bool {
    at += offset
    while at < bytes.count {
      if take(word) { return true }
      at += 1
    }
    return false
  }

  private mutating func skipBlanks() {
    while at < bytes.count, isBlank(bytes[at]) { at += 1 }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: true
    default: false
    }
  }
}
