/// What a page shows of a picture: itself, or what was made of it for phones (`PictureVersions`).
package struct ShownPicture: Sendable {
  /// What everybody can show.
  package let path: String
  /// What is enough for narrow windows, the narrowest first; widths in pixels.
  package let narrower: [(width: Int, path: String)]

  package var paths: [String] { narrower.map(\.path) + [path] }
}
