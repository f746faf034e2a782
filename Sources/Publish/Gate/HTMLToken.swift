/// The parts of an HTML page, one after the other, as browsers read them (HTML Standard, 13.2.5).
///
/// It is for pages that the program itself has made: of what is wrong in them only so much is understood that
/// it is found, not so much that it is mended.
enum HTMLToken {
  case start(name: Substring, attributes: [Substring: String])
  case end(name: Substring)
  case text(Substring)
}

struct HTMLTokens: Sequence, IteratorProtocol {
  private let source: String
  private var at: String.UTF8View.Index
  /// The element whose text is not markup, until its end.
  private var raw: Substring?

  init(_ source: String) {
    self.source = source
    at = source.utf8.startIndex
  }

  mutating func next() -> HTMLToken? {
    while at < source.utf8.endIndex {
      if let name = raw {
        raw = nil
        if let text = rest(upTo: "</" + name) { return .text(text) }
      }
      guard source.utf8[at] == UInt8(ascii: "<") else {
        let end = source.utf8[at...].firstIndex(of: UInt8(ascii: "<")) ?? source.utf8.endIndex
        defer { at = end }
        return .text(source[at..<end])
      }
      let rest = source[at...]
      if rest.hasPrefix("<!--") {
        skip(past: "-->")
      } else if rest.hasPrefix("<!") {
        skip(past: ">")
      } else if let token = tag() {
        return token
      }
    }
    return nil
  }

  private mutating func rest(upTo end: String) -> Substring? {
    let from = at
    at = source[from...].firstRange(of: end)?.lowerBound ?? source.utf8.endIndex
    return from == at ? nil : source[from..<at]
  }

  private mutating func skip(past end: String) {
    at = source[at...].firstRange(of: end)?.upperBound ?? source.utf8.endIndex
  }

  private mutating func tag() -> HTMLToken? {
    at = source.utf8.index(after: at)
    let isEnd = take(UInt8(ascii: "/"))
    let name = word { HTMLTokens.isBlank($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
    var attributes: [Substring: String] = [:]
    while at < source.utf8.endIndex, !take(UInt8(ascii: ">")) {
      if HTMLTokens.isBlank(source.utf8[at]) || source.utf8[at] == UInt8(ascii: "/") {
        at = source.utf8.index(after: at)
      } else {
        let (key, value) = attribute()
        if attributes[key] == nil { attributes[key] = value }
      }
    }
    guard !name.isEmpty else { return nil }
    if isEnd { return .end(name: name) }
    if name == "script" || name == "style" { raw = name }
    return .start(name: name, attributes: attributes)
  }

  private mutating func attribute() -> (Substring, String) {
    let key = word {
      HTMLTokens.isBlank($0) || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">")
    }
    // A sign that is no name's must not be met for ever.
    if key.isEmpty, source.utf8[at] != UInt8(ascii: "=") { at = source.utf8.index(after: at) }
    guard take(UInt8(ascii: "=")), at < source.utf8.endIndex else { return (key, "") }
    let quote = source.utf8[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return (key, HTMLTokens.decoded(word { HTMLTokens.isBlank($0) || $0 == UInt8(ascii: ">") }))
    }
    at = source.utf8.index(after: at)
    let value = word { $0 == quote }
    _ = take(quote)
    return (key, HTMLTokens.decoded(value))
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < source.utf8.endIndex, source.utf8[at] == byte else { return false }
    at = source.utf8.index(after: at)
    return true
  }

  private mutating func word(until isEnd: (UInt8) -> Bool) -> Substring {
    let end = source.utf8[at...].firstIndex(where: isEnd) ?? source.utf8.endIndex
    defer { at = end }
    return source[at..<end]
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The references that the program writes in attributes.
  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
    return text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
      .description
  }
}
