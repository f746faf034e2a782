/// What the headers of picture formats say of a size, whatever the bytes are.
package struct PictureHeader {
  /// Whoever is on the road waits for a larger picture, in bytes.
  package static let largestFile = 500_000

  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil where these are no bytes of PNG, GIF, WebP or JPEG, or where they end too soon.
  package var size: (width: Int, height: Int)? { png ?? gif ?? webP ?? jpeg }

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
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
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

  /// Goes from marker to marker to the frame header (SOF, ITU-T T.81); a picture that a camera says is
  /// to be turned has its sides changed over.
  private var jpeg: (width: Int, height: Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var at = 2
    var isTurned = false
    while let sign = big(at, 1), sign == 0xFF, let marker = big(at + 1, 1) {
      if marker == 0xFF {
        at += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        guard let size = pair(big(at + 7, 2), big(at + 5, 2)) else { return nil }
        return isTurned ? (size.height, size.width) : size
      }
      guard let length = big(at + 2, 2), length >= 2 else { return nil }
      if marker == 0xE1 {
        let segment = bytes[min(at + 4, bytes.count)..<min(at + 2 + length, bytes.count)]
        if let orientation = Exif(segment)?.orientation { isTurned = (5...8).contains(orientation) }
      }
      at += 2 + length
    }
    return nil
  }
}
