package import Attachments
import Diagnostics
package import Files
import Pictures

/// The files of the content that pages show or offer: pictures and documents.
///
/// They are found by any spelling of their accents, opened by the disk's own, and published with composed
/// letters.
package struct ContentFiles: Sendable {
  private struct File: Sendable {
    /// As the disk spells it.
    let path: String
    let byteCount: Int
    let picture: PictureSize?
    let flaw: FileFlaw?

    init(path: String, byteCount: Int, head: [UInt8], tail: [UInt8] = []) {
      (self.path, self.byteCount) = (path, byteCount)
      picture = PictureSize(of: head)
      flaw = FileFlaw(path: path.composed, head: head, tail: tail, byteCount: byteCount)
    }
  }

  private let files: [String: File]
  /// Those that are there and were not read, which was told.
  private let refused: Set<String>
  /// All of them as the disk spells them, in order.
  package let paths: [String]
  private let names: KnownNames
  /// The paths of the files that have a name in whatever folder.
  private let byName: [String: [String]]
  /// What pages show of large pictures, by their paths.
  private let versions: [String: PictureVersions]

  package init(_ folder: Folder) {
    var files: [String: File] = [:]
    for asset in folder.assets {
      files[asset.path] = File(
        path: asset.path, byteCount: asset.byteCount, head: asset.head, tail: asset.tail)
    }
    // A table of figures is read as text, and may be offered as a file as well.
    for text in folder.texts where Path.ending(of: text.path) == "csv" {
      files[text.path] = File(
        path: text.path, byteCount: text.byteCount, head: Array(text.text.utf8.prefix(1024)))
    }
    self.files = files
    versions = ContentFiles.versions(of: folder)
    refused = Set(folder.refused.map(\.path))
    paths = files.values.map(\.path).sorted()
    names = KnownNames(paths)
    byName = Dictionary(grouping: paths, by: Path.name)
  }

  /// Whether a file, or a folder that it stands in, was not read.
  package func isRefused(_ path: String) -> Bool {
    var path = path
    while !path.isEmpty {
      if refused.contains(path) { return true }
      path = Path.folder(of: path)
    }
    return false
  }

  /// The path by which the disk has a file; nil where there is none.
  package func find(_ path: String) -> String? { files[path]?.path }

  package func contains(_ path: String) -> Bool { files[path] != nil }

  package func byteCount(of path: String) -> Int { files[path]?.byteCount ?? 0 }

  package func pictureSize(of path: String) -> PictureSize? {
    files[path]?.picture
  }

  /// What pages show of a picture.
  package func shown(_ path: String) -> ShownPicture {
    let versions = versions[path]
    let whole = versions?.whole ?? path
    return ShownPicture(
      path: whole,
      narrower: (versions?.narrower ?? []).compactMap { one in
        pictureSize(of: one.path).map { (width: $0.width, path: one.path) }
      })
  }

  /// Whether pages show something that was made of a picture.
  func isShown(_ path: String, by used: Set<String>) -> Bool {
    versions[path]?.paths.contains(where: used.contains) == true
  }

  private static func versions(of folder: Folder) -> [String: PictureVersions] {
    let made = PictureVersions.among(folder.assets.map(\.path))
    guard !made.isEmpty else { return [:] }
    var versions: [String: PictureVersions] = [:]
    for asset in folder.assets {
      guard let all = made[PictureVersions.key(of: asset.path)] else { continue }
      versions[asset.path] = all[asset.mark]
    }
    return versions
  }

  /// Why a file must not, or should not, be published.
  package func flaw(of path: String) -> FileFlaw? { files[path]?.flaw }

  /// The files that a name in a text may be meant for, as it would name them from its folder: those whose
  /// paths are nearly the same, and those that are called so and are elsewhere.
  package func near(_ address: String, from folder: String) -> (
    paths: [String], elsewhere: [String]
  ) {
    let whole = Path.join(folder, address)
    let neighbours = Set(names.neighbours(of: whole) + names.neighbours(of: address)).sorted()
    let named = byName[Path.name(of: address)] ?? []
    func seen(_ path: String) -> String {
      folder.isEmpty || !path.hasPrefix(folder + "/")
        ? path : String(path.dropFirst(folder.count + 1))
    }
    return (
      NearMiss.candidates(for: address, among: neighbours.map(seen)),
      named.prefix(ContentFiles.mostElsewhere).map(seen)
    )
  }

  /// A name that hundreds of files have tells of none that it is the one.
  private static let mostElsewhere = 64

  /// The files that only pages could use; a table of figures may be read by an indicator.
  var loosePaths: [String] { paths.filter { Path.ending(of: $0) != "csv" } }

  /// Where a file of an edition's folder is on the site: `2020/x/y.pdf` → `2020/file/x/y.pdf`.
  package static func decodedAddress(of path: String) -> String {
    let path = path.composed
    guard let slash = path.firstIndex(of: "/") else { return "file/" + path }
    return path[...slash] + "file/" + path[path.index(after: slash)...]
  }

  /// The same as it is written in a link.
  package static func address(of path: String) -> String { Path.encoded(decodedAddress(of: path)) }
}
