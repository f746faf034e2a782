/// What the headers of picture formats say of a size, whatever the bytes are.
package struct PictureHeader {
  /// Whoever is on the road waits for a larger picture, in bytes.
  package static let largestFile = 500_000

  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil where these are no bytes of PNG, GIF, WebP or JPEG, or where they end too soon.
  package var size: (width: Int, height: Int)? { png ?? gif ?? webP ?? jpeg }

  /// Whether a PNG has a channel or colours that show what is behind (ISO/IEC 15948, 11.2.2, 11.3.2).
  package var mayBeTransparent: Bool {
    guard png != nil, let colour = big(25, 1) else { return false }
    return colour == 4 || colour == 6 || chunks.contains { $0.name == "tRNS" }
  }

  /// The chunks of a PNG before its picture.
  private var chunks: [(name: String, content: ArraySlice<UInt8>)] {
    var found: [(name: String, content: ArraySlice<UInt8>)] = []
    var at = PNGChunks.signature.count
    while let length = big(at, 4), let name = part(at + 4, 4), !name.elementsEqual("IDAT".utf8),
      let content = part(at + 8, length)
    {
      found.append((String(decoding: name, as: UTF8.self), content))
      at += 12 + length
    }
    return found
  }

  /// Bytes as one number, the first the greatest; nil behind the end.
  private func big(_ at: Int, _ count: Int) -> Int? {
    part(at, count)?.reduce(0) { $0 << 8 | Int($1) }
  }

  private func little(_ at: Int, _ count: Int) -> Int? {
    part(at, count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func part(_ at: Int, _ count: Int) -> ArraySlice<UInt8>? {
    at >= 0 && at <= bytes.count - count ? bytes[at..<at + count] : nil
  }

  private func pair(_ width: Int?, _ height: Int?) -> (width: Int, height: Int)? {
    guard let width, let height else { return nil }
    return (width, height)
  }

  private var png: (width: Int, height: Int)? {
    guard bytes.starts(with: PNGChunks.signature) else { return nil }
    return pair(big(16, 4), big(20, 4))
  }

  private var gif: (width: Int, height: Int)? {
    guard bytes.starts(with: "GIF8".utf8) else { return nil }
    return pair(little(6, 2), little(8, 2))
  }

  private var webP: (width: Int, height: Int)? {
    guard bytes.starts(with: "RIFF".utf8), part(8, 4)?.elementsEqual("WEBP".utf8) == true,
      let form = part(12, 4)
    else { return nil }
    switch String(decoding: form, as: UTF8.self) {
    case "VP8X": return pair(little(24, 3).map { $0 + 1 }, little(27, 3).map { $0 + 1 })
    case "VP8L":
      return little(21, 4).map { (($0 & 0x3FFF) + 1, ($0 >> 14 & 0x3FFF) + 1) }
    case "VP8 ": return pair(little(26, 2).map { $0 & 0x3FFF }, little(28, 2).map { $0 & 0x3FFF })
    default: return nil
    }
  }

  /// Whether a camera wrote where the picture was taken: seen in JPEG and PNG, where it stands before the picture.
  package var hasPlace: Bool {
    var place = false
    if bytes.starts(with: [0xFF, 0xD8]) {
      _ = frame { if $0.hasPlace { place = true } }
    } else if bytes.starts(with: PNGChunks.signature) {
      place = chunks.contains { $0.name == "eXIf" && Exif($0.content)?.hasPlace == true }
    }
    return place
  }

  /// A picture that a camera says is to be turned has its sides changed over.
  private var jpeg: (width: Int, height: Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var isTurned = false
    let frame = frame { exif in
      if let orientation = exif.orientation { isTurned = (5...8).contains(orientation) }
    }
    guard let frame, let size = pair(big(frame + 7, 2), big(frame + 5, 2)) else { return nil }
    return isTurned ? (size.height, size.width) : size
  }

  /// Goes from marker to marker to the frame header (SOF, ITU-T T.81), and tells of what a camera wrote on the way.
  private func frame(_ note: (Exif) -> Void) -> Int? {
    var at = 2
    while let sign = big(at, 1), sign == 0xFF, let marker = big(at + 1, 1) {
      if marker == 0xFF {
        at += 1
        continue
      }
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) { return at }
      guard let length = big(at + 2, 2), length >= 2 else { return nil }
      if marker == 0xE1 {
        let segment = bytes[min(at + 4, bytes.count)..<min(at + 2 + length, bytes.count)]
        if let exif = Exif(segment) { note(exif) }
      }
      at += 2 + length
    }
    return nil
  }
}
