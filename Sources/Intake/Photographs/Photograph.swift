import Files
package import Pictures

/// A picture as an office sends it, and what pages show of it.
package struct Photograph: Sendable {
  /// A format that no browser shows, and the tool reads.
  private static let others: [String: String] = [
    "HEIC": "heic", "AVIF": "avif", "TIFF": "tiff", "GIF": "gif",
  ]

  /// Without what cameras write; what was made of it where it came in a format that no browser shows.
  package let clean: CleanPicture
  /// The format that it came in, where a browser shows none of it: `HEIC`.
  package let turned: String?

  /// - Throws: `CleanPicture.Flaw`, for one of another format also where nothing here turns it.
  package init(_ bytes: [UInt8]) async throws(CleanPicture.Flaw) {
    do throws(CleanPicture.Flaw) {
      clean = try CleanPicture(bytes)
      turned = nil
      return
    } catch {
      guard case .otherFormat(let name) = error, let ending = Photograph.others[name],
        let made = try? await Photograph.whole(bytes, ending: ending)
      else { throw error }
      clean = try CleanPicture(made.bytes)
      turned = name
    }
  }

  /// What pages show of it where it will be, beside it; nothing where the tool is not here, or it is light by itself.
  package func versions(at path: String) async -> [(path: String, bytes: [UInt8])] {
    (try? await Photograph.versions(of: clean.bytes, at: path)) ?? []
  }

  /// What pages show of a picture of the content: files beside it, whose names say of which bytes they were made.
  ///
  /// - Parameters:
  ///   - path: of the picture.
  ///   - isKnown: whether a version is there already.
  /// - Throws: `PictureTool.Flaw`.
  static func versions(
    of bytes: [UInt8], at path: String, isKnown: (String) -> Bool = { _ in false }
  ) async throws(PictureTool.Flaw) -> [(path: String, bytes: [UInt8])] {
    guard let ending = ending(of: bytes) else { return [] }
    let mark = Folder.Asset(path: path, whole: bytes).mark
    var made: [(path: String, bytes: [UInt8])] = []
    var base = bytes
    var format = ending
    if needsWhole(bytes, ending) {
      let known = endings.map {
        PictureVersions.path(of: path, mark: mark, width: nil, ending: $0)
      }.first(where: isKnown)
      if known == nil {
        let whole = try await whole(bytes, ending: ending)
        (base, format) = (whole.bytes, whole.ending)
        made.append(
          (PictureVersions.path(of: path, mark: mark, width: nil, ending: format), base))
      } else if let known {
        format = Path.ending(of: known)
      }
    }
    // The narrower are made of the picture itself: it is turned once, and loses once.
    let width = PictureHeader(base).size?.width ?? PictureVersions.mostWidth
    for narrower in PictureVersions.widths where narrower * 5 / 4 <= width {
      let name = PictureVersions.path(of: path, mark: mark, width: narrower, ending: format)
      guard !isKnown(name) else { continue }
      let tool = try PictureTool(bytes, ending: ending)
      let bytes = try await tool.smaller(
        width: narrower, ending: format, quality: quality(of: format, 75))
      // What is not lighter serves nobody.
      if bytes.count < base.count { made.append((name, bytes)) }
    }
    return made
  }

  private static let endings = ["jpg", "png", "webp"]

  /// Nil for what is no picture, or one that is shown at any size.
  private static func ending(of bytes: [UInt8]) -> String? {
    guard PictureTool.isBounded(bytes) else { return nil }
    do throws(CleanPicture.Flaw) {
      return try CleanPicture(bytes).format.ending
    } catch {
      guard case .otherFormat(let name) = error else { return nil }
      return others[name]
    }
  }

  /// Whether a page must not show the picture as it is.
  private static func needsWhole(_ bytes: [UInt8], _ ending: String) -> Bool {
    guard endings.contains(ending), let size = PictureHeader(bytes).size else { return true }
    return size.width > PictureVersions.mostWidth || bytes.count > PictureVersions.mostBytes
      || (try? CleanPicture(bytes).hadPlace) == true
  }

  /// The picture as every browser shows it, as wide as a page needs and light enough.
  private static func whole(
    _ bytes: [UInt8], ending: String
  ) async throws(PictureTool.Flaw) -> (bytes: [UInt8], ending: String) {
    let tool = try PictureTool(bytes, ending: ending)
    // Drawings keep their edges where they are light enough so; what shows the page through keeps doing so.
    if ending == "png" || ending == "gif" {
      let kept = try await tool.smaller(
        width: PictureVersions.mostWidth, ending: "png", quality: nil)
      if kept.count <= PictureVersions.mostBytes { return (kept, "png") }
    }
    let isClear = ending == "webp" || PictureHeader(bytes).mayBeTransparent
    let format = isClear ? "webp" : "jpg"
    var best: [UInt8] = []
    for (width, quality) in [(1600, 80), (1600, 70), (1600, 60), (1280, 65), (960, 65), (640, 60)] {
      best = try await tool.smaller(width: width, ending: format, quality: quality)
      if best.count <= PictureVersions.mostBytes { break }
    }
    return (best, format)
  }

  private static func quality(of ending: String, _ value: Int) -> Int? {
    ending == "png" ? nil : value
  }
}
