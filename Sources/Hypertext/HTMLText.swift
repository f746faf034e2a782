/// Text on its way into HTML.
package enum HTMLText {
  /// Adds a text with the five characters escaped that mean something in content or attributes.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    append(text.utf8.span, escapesApostrophe: true, to: &bytes)
  }

  /// Adds a text; what lies between the characters that are escaped is copied at once.
  ///
  /// - Parameter escapesApostrophe: false as CommonMark has it, where only an attribute in double quotes may
  ///   follow.
  static func append(_ text: Span<UInt8>, escapesApostrophe: Bool, to bytes: inout [UInt8]) {
    var copied = 0
    for index in text.indices {
      let escape: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      case UInt8(ascii: "'") where escapesApostrophe: escape = "&#39;"
      default: continue
      }
      append(text.extracting(copied..<index), to: &bytes)
      append(markup: escape, to: &bytes)
      copied = index + 1
    }
    append(text.extracting(copied..<text.count), to: &bytes)
  }

  /// Adds an address as CommonMark has it: what no address may hold is percent-encoded.
  package static func append(address: String, to bytes: inout [UInt8]) {
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append(markup: "&amp;", to: &bytes)
      case UInt8(ascii: "'"): append(markup: "&#x27;", to: &bytes)
      case _ where isOfAddress(byte): bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexadecimal(byte >> 4))
        bytes.append(hexadecimal(byte & 15))
      }
    }
  }

  package static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(markup: StaticString, to bytes: inout [UInt8]) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }

  /// The characters that RFC 3986 lets stand in an address, but for `&` and `'`, which HTML escapes.
  private static func isOfAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"),
      UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
