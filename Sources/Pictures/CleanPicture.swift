/// A picture without what its camera and programs wrote beside it: where and when it was taken, with what, by whom.
///
/// The picture itself stays byte for byte, with its colours (ICC) and the way it is to be turned.
package struct CleanPicture: Sendable, Equatable {
  /// A format that every browser shows.
  package enum Format: Sendable {
    case png, jpeg, webP

    /// By its bytes, whatever its name.
    package init?(of bytes: [UInt8]) {
      if bytes.starts(with: PNGChunks.signature) {
        self = .png
      } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
        self = .jpeg
      } else if bytes.starts(with: Array("RIFF".utf8)),
        bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
      {
        self = .webP
      } else {
        return nil
      }
    }

    /// The ending of its files' names.
    package var ending: String {
      switch self {
      case .png: "png"
      case .jpeg: "jpg"
      case .webP: "webp"
      }
    }
  }

  package enum Flaw: Error, Equatable {
    /// None of the formats, but one that people have: `HEIC`.
    case otherFormat(String)
    case noPicture
    /// It ends too soon, or its parts do not fit.
    case broken
  }

  package let format: Format
  package let bytes: [UInt8]
  package let width: Int
  package let height: Int
  /// Whether it said where it was taken.
  package let hadPlace: Bool
  /// Whether anything else was taken out.
  package let hadMore: Bool

  package init(_ given: [UInt8]) throws(Flaw) {
    guard let format = Format(of: given) else {
      throw CleanPicture.other(given).map(Flaw.otherFormat) ?? .noPicture
    }
    let parts: PictureParts? =
      switch format {
      case .png: PNGChunks.parts(of: given)
      case .jpeg: JPEGSegments.parts(of: given)
      case .webP: WebPChunks.parts(of: given)
      }
    guard let parts, let size = PictureHeader(parts.bytes).size, size.width > 0, size.height > 0
    else { throw .broken }
    (self.format, bytes) = (format, parts.bytes)
    (width, height) = size
    (hadPlace, hadMore) = (parts.hadPlace, parts.bytes.count != given.count)
  }

  private static func other(_ bytes: [UInt8]) -> String? {
    let start = bytes.prefix(16)
    if start.dropFirst(4).starts(with: Array("ftyp".utf8)) {
      let brand = String(decoding: start.dropFirst(8).prefix(4), as: UTF8.self)
      return brand.hasPrefix("avif")
        ? "AVIF" : brand.hasPrefix("he") || brand == "mif1" ? "HEIC" : nil
    }
    if start.starts(with: Array("GIF8".utf8)) { return "GIF" }
    if start.starts(with: Array("BM".utf8)) { return "BMP" }
    if start.starts(with: [0x49, 0x49, 42, 0]) || start.starts(with: [0x4D, 0x4D, 0, 42]) {
      return "TIFF"
    }
    return start.starts(with: Array("%PDF".utf8)) ? "PDF" : nil
  }
}

/// What stays of a picture's file.
struct PictureParts {
  var bytes: [UInt8]
  /// How it is to be turned, 1 to 8.
  var orientation = 1
  var hadPlace = false

  /// Takes from a part that goes what is to be known of it.
  mutating func note(_ exif: ArraySlice<UInt8>) {
    guard let exif = Exif(exif) else { return }
    if let found = exif.orientation, (1...8).contains(found) { orientation = found }
    if exif.hasPlace { hadPlace = true }
  }

  /// The properties that programs write (XMP): a place may stand in them too.
  mutating func note(properties: ArraySlice<UInt8>) {
    if String(decoding: properties, as: UTF8.self).contains("GPSL") { hadPlace = true }
  }
}
