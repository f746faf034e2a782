import Pictures

/// The width and height of a picture in CSS pixels, read from the beginning of its file.
package struct PictureSize: Equatable {
  package let width: Int
  package let height: Int

  /// Nil where the bytes are no PNG, JPEG, GIF, WebP or SVG, or do not say a size that a page can have.
  init?(of bytes: [UInt8]) {
    let header = PictureHeader(bytes)
    guard let size = header.size ?? SVGSize.size(bytes),
      PictureSize.lengths.contains(size.width), PictureSize.lengths.contains(size.height)
    else { return nil }
    (width, height) = size
  }

  /// What is larger was not meant: no browser shows it.
  private static let lengths = 1...100_000
}
