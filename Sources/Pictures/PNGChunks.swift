/// The chunks of a PNG file (ISO/IEC 15948, 5.3).
enum PNGChunks {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Those without which the picture would be another; animations (APNG) are among them.
  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV",
    "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
  ]

  /// Without texts, times and what cameras write, and without what stands behind its end.
  ///
  /// - Returns: nil where it ends too soon.
  static func parts(of bytes: [UInt8]) -> PictureParts? {
    var parts = PictureParts(bytes: signature)
    var at = signature.count
    var first: Int?
    while at + 12 <= bytes.count {
      let length = bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - at - 12 else { return nil }
      let name = String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self)
      let content = bytes[(at + 8)..<(at + 8 + length)]
      let end = at + 12 + length
      if kept.contains(name) {
        parts.bytes += bytes[at..<end]
        if name == "IHDR" { first = parts.bytes.count }
      } else if name == "eXIf" {
        parts.note(content)
      } else if ["iTXt", "tEXt", "zTXt"].contains(name) {
        parts.note(properties: content)
      }
      at = end
      if name == "IEND" {
        guard let first else { return nil }
        if parts.orientation != 1 {
          parts.bytes.insert(contentsOf: chunk("eXIf", Exif.turning(parts.orientation)), at: first)
        }
        return parts
      }
    }
    return nil
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    return number(UInt32(content.count)) + body + number(checksum(body))
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// CRC-32 (ISO 3309), of the few bytes that are written here.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
        rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
      }
    }
  }
}
