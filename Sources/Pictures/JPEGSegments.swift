/// The segments of a JPEG file (ITU-T T.81, B.1).
enum JPEGSegments {
  /// Without what is beside the picture: Exif, XMP, IPTC, previews, remarks, and what stands behind its end.
  ///
  /// - Returns: nil where it ends too soon.
  static func parts(of bytes: [UInt8]) -> PictureParts? {
    var parts = PictureParts(bytes: [])
    var kept: [UInt8] = []
    var at = 2
    while at + 1 < bytes.count, bytes[at] == 0xFF {
      let marker = bytes[at + 1]
      switch marker {
      // Fill.
      case 0xFF: at += 1
      case 0xD9:
        let turn = turning(parts.orientation)
        parts.bytes = [0xFF, 0xD8] + begun(with: kept, turn) + [0xFF, 0xD9]
        return parts
      case 0x01, 0xD0...0xD8:
        kept += [0xFF, marker]
        at += 2
      default:
        guard at + 3 < bytes.count else { return nil }
        let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
        let end = at + 2 + length
        guard length >= 2, end <= bytes.count else { return nil }
        let content = bytes[(at + 4)..<end]
        if isPicture(marker, content) {
          kept += bytes[at..<end]
        } else if marker == 0xE1 {
          if content.starts(with: Exif.mark) {
            parts.note(content)
          } else {
            parts.note(properties: content)
          }
        }
        at = end
        if marker == 0xDA {
          let next = endOfScan(bytes, from: at)
          kept += bytes[at..<next]
          at = next
        }
      }
    }
    return nil
  }

  /// Whether the picture would be another without it: tables, frames, scans, its colours.
  private static func isPicture(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> Bool {
    switch marker {
    case 0xE0: content.starts(with: Array("JFIF".utf8))
    case 0xE2: content.starts(with: Array("ICC_PROFILE".utf8))
    // How the colours are written (Adobe Technical Note 5116).
    case 0xEE: content.starts(with: Array("Adobe".utf8))
    case 0xE1...0xEF, 0xFE: false
    default: true
    }
  }

  /// The place of the first marker behind the data of a scan; a byte of data that looks like one has a zero behind it.
  private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at + 1 < bytes.count {
      if bytes[at] == 0xFF, bytes[at + 1] != 0, !(0xD0...0xD7).contains(bytes[at + 1]),
        bytes[at + 1] != 0xFF
      {
        return at
      }
      at += 1
    }
    return bytes.count
  }

  private static func turning(_ orientation: Int) -> [UInt8] {
    guard orientation != 1 else { return [] }
    let content = Exif.mark + Exif.turning(orientation)
    let length = content.count + 2
    return [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }

  /// The way to turn it stands behind the segment that says that it is one of JFIF.
  private static func begun(with segments: [UInt8], _ turn: [UInt8]) -> [UInt8] {
    guard segments.starts(with: [0xFF, 0xE0]), segments.count > 3 else { return turn + segments }
    let end = 2 + (Int(segments[2]) << 8 | Int(segments[3]))
    return Array(segments[..<end]) + turn + segments[end...]
  }
}
