/// Text on its way into HTML.
package enum HTMLText {
  /// Adds a text with the five characters escaped that mean something in content or attributes.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    guard needsEscapes(text) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    let source = text.utf8.span
    var index = 0
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case let byte: bytes.append(byte)
      }
      index += 1
    }
  }

  package static func escaped(_ text: String) -> String {
    guard needsEscapes(text) else { return text }
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func needsEscapes(_ text: String) -> Bool {
    let source = text.utf8.span
    for index in source.indices {
      switch source[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        return true
      default: continue
      }
    }
    return false
  }
}
