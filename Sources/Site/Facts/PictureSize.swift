/// The width and height of a picture in CSS pixels, read from the beginning of its file.
struct PictureSize: Equatable {
  let width: Int
  let height: Int

  /// Nil where the bytes are no PNG, JPEG, GIF, WebP or SVG, or do not say.
  init?(of bytes: [UInt8]) {
    guard
      let size = PictureSize.png(bytes) ?? PictureSize.gif(bytes) ?? PictureSize.webP(bytes)
        ?? PictureSize.jpeg(bytes) ?? PictureSize.svg(bytes), size.0 > 0, size.1 > 0
    else { return nil }
    (width, height) = size
  }

  private static func big(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    bytes[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    else { return nil }
    return (big(bytes, 16, 4), big(bytes, 20, 4))
  }

  private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 10, bytes.starts(with: Array("GIF8".utf8)) else { return nil }
    return (little(bytes, 6, 2), little(bytes, 8, 2))
  }

  private static func webP(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)),
      bytes[8..<12].elementsEqual("WEBP".utf8)
    else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8X": return (little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1)
    case "VP8L":
      let bits = little(bytes, 21, 4)
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    case "VP8 ": return (little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF)
    default: return nil
    }
  }

  /// Goes from marker to marker to the frame header (SOF, ITU-T T.81); a picture that a camera says is
  /// to be turned has its sides changed over.
  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var at = 2
    var isTurned = false
    while at + 9 < bytes.count {
      guard bytes[at] == 0xFF else { return nil }
      let marker = bytes[at + 1]
      if marker == 0xFF {
        at += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        let (width, height) = (big(bytes, at + 7, 2), big(bytes, at + 5, 2))
        return isTurned ? (height, width) : (width, height)
      }
      let length = big(bytes, at + 2, 2)
      guard length >= 2 else { return nil }
      if marker == 0xE1,
        let orientation = Exif.orientation(bytes[at + 4..<min(at + 2 + length, bytes.count)])
      {
        isTurned = (5...8).contains(orientation)
      }
      at += 2 + length
    }
    return nil
  }

  /// From `width` and `height`, or from `viewBox`.
  private static func svg(_ bytes: [UInt8]) -> (Int, Int)? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let open = text.firstRange(of: "<svg") else { return nil }
    let tag = text[open.upperBound...].prefix { $0 != ">" }
    func attribute(_ name: String) -> Substring? {
      guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
      return tag[start.upperBound...].prefix { $0 != "\"" }
    }
    func pixels(_ text: Substring?) -> Int? {
      guard let text else { return nil }
      let number = text.prefix { $0.isNumber || $0 == "." }
      let unit = text.dropFirst(number.count)
      guard unit.isEmpty || unit == "px" else { return nil }
      return Double(number).flatMap(whole)
    }
    if let width = pixels(attribute("width")), let height = pixels(attribute("height")) {
      return (width, height)
    }
    let box = attribute("viewBox")?.split { $0 == " " || $0 == "," } ?? []
    guard box.count == 4, let width = Double(box[2]).flatMap(whole),
      let height = Double(box[3]).flatMap(whole)
    else { return nil }
    return (width, height)
  }

  /// A length that a page can have; nil for none, too much, and what is no number.
  private static func whole(_ length: Double) -> Int? {
    (0..<100_000).contains(length) ? Int(length.rounded()) : nil
  }
}
