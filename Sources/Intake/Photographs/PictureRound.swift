package import Desk
package import Diagnostics
package import Files
import Pictures

/// Goes through the pictures of a content, and makes of each what pages show of it, where that is missing.
package struct PictureRound: Sendable {
  /// A picture of the content.
  package struct Item: Sendable {
    package let path: String
    /// What was made of it when it had other bytes.
    package let stale: [String]
    fileprivate let known: Set<String>
  }

  /// In the order of their paths.
  package let items: [Item]
  private let root: String

  /// - Parameter closed: in their folders nothing is added.
  package init(_ folder: Folder, leaving closed: ClosedFolders) {
    root = folder.root
    let versions = PictureVersions.among(folder.assets.map(\.path))
    let pictures = folder.assets.filter { asset in
      PictureRound.endings.contains(Path.ending(of: asset.path)) && !closed.hold(asset.path)
        && !PictureVersions.isVersion(asset.path)
    }
    // `sala.jpg` and `sala.heic` have versions of one name.
    let marks = Dictionary(grouping: pictures) { PictureVersions.key(of: $0.path) }
      .mapValues { Set($0.map(\.mark)) }
    var seen: Set<String> = []
    items = pictures.map { asset in
      let key = PictureVersions.key(of: asset.path)
      let all = versions[key] ?? [:]
      let stale =
        seen.insert(key).inserted ? all.filter { marks[key]?.contains($0.key) != true } : [:]
      return Item(
        path: asset.path, stale: stale.flatMap(\.value.paths).sorted(),
        known: Set(all[asset.mark]?.paths ?? []))
    }.sorted { $0.path < $1.path }
  }

  private static let endings: Set<String> = [
    "jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "tif", "tiff",
  ]

  /// What is missing of a picture, by its path, with its bytes; nothing where the picture is light by itself.
  package func made(of item: Item) async throws(PictureRefusal) -> [FileChange] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(Path.join(root, item.path))
    } catch { throw .file(error) }
    do throws(PictureTool.Flaw) {
      return try await Photograph.versions(of: bytes, at: item.path) { item.known.contains($0) }
        .map { FileChange(path: $0.path, old: [], new: $0.bytes) }
    } catch { throw PictureRefusal(error, item.path) }
  }
}

/// Why nothing is made of a picture.
package enum PictureRefusal: ExplainedError {
  case missingTool
  case unreadable(String)
  case file(FileError)

  init(_ flaw: PictureTool.Flaw, _ path: String) {
    self =
      switch flaw {
      case .missing: .missingTool
      case .unreadable: .unreadable(path)
      case .file(let error): .file(error)
      }
  }

  package var message: Phrase {
    switch self {
    case .missingTool:
      Phrase(
        it: "qui manca il programma che riduce le foto, `vipsthumbnail`",
        en: "the program that makes photographs smaller is missing here, `vipsthumbnail`")
    case .unreadable(let path):
      Phrase(
        it: "`\(path)` non si riesce a leggere come immagine",
        en: "`\(path)` cannot be read as a picture")
    case .file(let error): error.message
    }
  }

  package var help: Phrase? {
    switch self {
    case .missingTool:
      Phrase(
        it: "su Debian: `sudo apt install libvips-tools`",
        en: "on Debian: `sudo apt install libvips-tools`")
    case .unreadable:
      Phrase(
        it: "aprila con un programma di immagini e salvala di nuovo in JPEG o in PNG",
        en: "open it with a program for pictures and save it again as JPEG or PNG")
    case .file(let error): error.help
    }
  }
}
