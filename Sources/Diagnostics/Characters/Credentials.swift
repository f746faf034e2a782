/// Names and passwords in addresses, which no message repeats: logs are read by many.
package enum Credentials {
  /// What stands between `//` and the path of an address that begins so; nil without it.
  package static func authority(of address: Substring) -> Substring? {
    let start: Substring.Index
    let lower = address.prefix(6).lowercased()
    if let scheme = ["https:", "http:"].first(where: lower.hasPrefix) {
      // Browsers ask for no strokes, and take those of Windows (https://url.spec.whatwg.org).
      let rest = address.dropFirst(scheme.count)
      start = rest.firstIndex { $0 != "/" && $0 != "\\" } ?? rest.endIndex
    } else if address.hasPrefix("//") || address.hasPrefix("\\\\") {
      start = address.index(address.startIndex, offsetBy: 2)
    } else if let mark = address.firstRange(of: "://") {
      let scheme = address[..<mark.lowerBound]
      guard scheme.utf8.allSatisfy({ isScheme($0) }), !scheme.isEmpty else { return nil }
      start = mark.upperBound
    } else {
      return nil
    }
    return address[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
  }

  private static func isScheme(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  /// The text with a sign for each letter between `//` and an `@` before the next stroke or blank.
  ///
  /// Each sign has as many bytes as its letter, so places in the text stay.
  package static func masked(_ text: String) -> String {
    guard text[...].offset(of: "@") != nil else { return text }
    var bytes = Array(text.utf8)
    var at = 0
    while at + 1 < bytes.count {
      guard bytes[at] == UInt8(ascii: "/"), bytes[at + 1] == UInt8(ascii: "/") else {
        at += 1
        continue
      }
      at += 2
      let start = at
      var mark: Int?
      while at < bytes.count, !ends(bytes[at]) {
        if bytes[at] == UInt8(ascii: "@") { mark = at }
        at += 1
      }
      if let mark { mask(&bytes, start..<mark) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func mask(_ bytes: inout [UInt8], _ range: Range<Int>) {
    for place in range where bytes[place] & 0xC0 != 0x80 {
      let sign: [UInt8] =
        switch bytes[place] {
        case ..<0x80: [0x2A]
        case ..<0xE0: [0xC2, 0xB7]
        case ..<0xF0: [0xE2, 0x80, 0xA2]
        default: [0xF0, 0x9F, 0x9E, 0x84]
        }
      for (offset, byte) in sign.enumerated() where place + offset < range.upperBound {
        bytes[place + offset] = byte
      }
    }
  }

  private static func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: ")"):
      true
    default: false
    }
  }
}
