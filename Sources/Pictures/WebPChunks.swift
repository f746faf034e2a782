/// The chunks of a WebP file (https://developers.google.com/speed/webp/docs/riff_container).
enum WebPChunks {
  private static let kept: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]
  private static let exifFlag: UInt8 = 0x08
  private static let propertiesFlag: UInt8 = 0x04

  /// Without what cameras and programs write, and without what stands behind its end.
  ///
  /// - Returns: nil where it ends too soon.
  static func parts(of bytes: [UInt8]) -> PictureParts? {
    guard bytes.count >= 12 else { return nil }
    let end = 8 + little(bytes[4..<8])
    guard end <= bytes.count else { return nil }
    var parts = PictureParts(bytes: Array("WEBP".utf8))
    var flags: Int?
    var at = 12
    while at + 8 <= end {
      let name = String(decoding: bytes[at..<at + 4], as: UTF8.self)
      let length = little(bytes[(at + 4)..<(at + 8)])
      guard length <= end - at - 8 else { return nil }
      let next = min(end, at + 8 + length + length % 2)
      if kept.contains(name) {
        if name == "VP8X", length >= 10 { flags = parts.bytes.count + 8 }
        parts.bytes += bytes[at..<next] + (next - at < 8 + length + length % 2 ? [0] : [])
      } else if name == "EXIF" {
        parts.note(bytes[(at + 8)..<(at + 8 + length)])
      } else if name == "XMP " {
        parts.note(properties: bytes[(at + 8)..<(at + 8 + length)])
      }
      at = next
    }
    if let flags {
      parts.bytes[flags] &= ~(exifFlag | propertiesFlag)
      if parts.orientation != 1 {
        let exif = Exif.turning(parts.orientation)
        parts.bytes[flags] |= exifFlag
        parts.bytes += Array("EXIF".utf8) + little(exif.count) + exif
      }
    }
    parts.bytes = Array("RIFF".utf8) + little(parts.bytes.count) + parts.bytes
    return parts
  }

  private static func little(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ value: Int) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
