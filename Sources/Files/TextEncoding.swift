import Diagnostics

/// How the bytes of a text file stand for letters, as its bytes themselves tell.
package enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16
  case windows1252
  /// None that is known, or two in one file.
  case unknown

  /// The name that programs show when they save.
  package var name: String? {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .windows1252: "Windows-1252"
    case .unknown: nil
    }
  }

  /// Reads a text that any program saved: what begins with a byte-order mark says itself what it is, what
  /// is valid UTF-8 is that, and other bytes are those of old Windows where they can be.
  ///
  /// - Returns: the text, repaired where nothing else can be done, and how it was read.
  package static func read(_ bytes: [UInt8]) -> (text: String, encoding: TextEncoding) {
    if let isLittle = isLittleEndian(bytes) {
      return wide(bytes, isLittle: isLittle).map { ($0, .utf16) }
        ?? (String(decoding: bytes, as: UTF8.self), .unknown)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
    if let text = narrow(bytes) { return (text, .windows1252) }
    return (String(decoding: bytes, as: UTF8.self), .unknown)
  }

  /// A text as bytes in the way that others of the same file are written.
  ///
  /// - Parameter bytes: of the file, which tell its encoding and its byte-order mark.
  /// - Returns: nil where the encoding has no sign for a letter, or is not known.
  package static func write(_ text: String, as bytes: [UInt8]) -> [UInt8]? {
    if let isLittle = isLittleEndian(bytes) {
      let hasMark = bytes.starts(with: isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF])
      let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
      return units.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isLittle ? [low, high] : [high, low]
      }
    }
    switch read(bytes).encoding {
    case .utf8: return Array(text.utf8)
    case .windows1252:
      let written = text.unicodeScalars.map(Windows1252.byte)
      return written.contains(nil) ? nil : written.compactMap(\.self)
    case .utf16, .unknown: return nil
    }
  }

  /// Nil for what is not UTF-16: it has a mark at its beginning, or every second byte is zero.
  private static func isLittleEndian(_ bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE]) { return true }
    if bytes.starts(with: [0xFE, 0xFF]) { return false }
    guard bytes.count >= 4, bytes.count % 2 == 0, bytes.contains(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for at in bytes.indices where bytes[at] == 0 {
      if at % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let most = bytes.count / 2 * 3 / 4
    if zeros.odd >= most, zeros.even == 0 { return true }
    return zeros.even >= most && zeros.odd == 0 ? false : nil
  }

  /// UTF-16 without its mark; nil for what is none.
  private static func wide(_ bytes: [UInt8], isLittle: Bool) -> String? {
    guard bytes.count % 2 == 0 else { return nil }
    let units = stride(from: 0, to: bytes.count, by: 2).map { at in
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    guard let text = String(validating: units, as: UTF16.self) else { return nil }
    return text.unicodeScalars.first == "\u{FEFF}"
      ? String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())) : text
  }

  /// Windows-1252; nil where a byte has no letter there, or a part is evidently UTF-8.
  private static func narrow(_ bytes: [UInt8]) -> String? {
    var result = String.UnicodeScalarView()
    for at in bytes.indices {
      let byte = bytes[at]
      let isText = byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      guard isText, byte != 0x7F, let scalar = Windows1252.scalar(byte), !isUTF8(bytes, at) else {
        return nil
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether a letter or a sign of Western texts stands at a place as UTF-8 writes it; read as
  /// Windows-1252 it would be `Ã` or `â` before a sign, which no word has.
  private static func isUTF8(_ bytes: [UInt8], _ at: Int) -> Bool {
    func follows(_ distance: Int) -> Bool {
      at + distance < bytes.count && bytes[at + distance] & 0xC0 == 0x80
    }
    return switch bytes[at] {
    case 0xC2, 0xC3: follows(1)
    case 0xE2: follows(1) && follows(2)
    default: false
    }
  }
}
