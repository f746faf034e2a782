/// Bytes that stand in an address (RFC 2397): `data:image/png;base64,…`.
enum DataAddress {
  /// Nil for any other address.
  static func bytes(_ address: String) -> [UInt8]? {
    guard address.prefix(5).lowercased() == "data:", let comma = address.firstIndex(of: ",") else {
      return nil
    }
    let content = address[address.index(after: comma)...]
    guard address[..<comma].lowercased().hasSuffix(";base64") else {
      return PercentEncoding.decoded(content).map { Array($0.utf8) }
    }
    return Base64.bytes(content.utf8)
  }
}

/// Bytes in letters (RFC 4648, 4).
package enum Base64 {
  /// What is none of its letters is passed over, as ends of lines are (RFC 2045, 6.8); nil where there is nothing.
  package static func bytes(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var found: [UInt8] = []
    var (bits, count): (UInt32, Int) = (0, 0)
    for letter in text {
      guard letter != UInt8(ascii: "=") else { break }
      guard let value = value(letter) else { continue }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        found.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return found.isEmpty ? nil : found
  }

  private static func value(_ letter: UInt8) -> UInt32? {
    switch letter {
    case 0x41...0x5A: UInt32(letter) - 0x41
    case 0x61...0x7A: UInt32(letter) - 0x61 + 26
    case 0x30...0x39: UInt32(letter) - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
