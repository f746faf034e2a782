/// How the versions of a picture that pages show are called: in a folder beside it, with a mark of its bytes, so that
/// those of a picture that was exchanged since are not taken for the new one's.
///
/// `immagini/sala.jpg` → `immagini/ridotte/sala-1a2b3c4d.jpg`, which stands in its place, and `…/sala-1a2b3c4d-480.jpg`.
package struct PictureVersions: Sendable, Equatable {
  /// What is shown in the picture's place: turned, without what its camera wrote, small enough; nil where it is so itself.
  package private(set) var whole: String?
  /// By their widths, the narrowest first.
  package private(set) var narrower: [Narrower] = []

  package struct Narrower: Sendable, Equatable {
    /// In pixels.
    package let width: Int
    package let path: String
  }

  package init() {}

  package static let folder = "ridotte"
  /// The widths that there are beside the whole: of phones, and of twice their pixels.
  package static let widths = [480, 960]
  /// Of the whole; more no text column shows, even with two pixels for one.
  package static let mostWidth = 1600
  package static let mostBytes = 300_000

  /// A mark is so many digits of a digest.
  package static let markLength = 8

  /// - Parameters:
  ///   - picture: a path.
  ///   - width: nil for the whole.
  package static func path(
    of picture: String, mark: String, width: Int?, ending: String
  ) -> String {
    let (folder, stem) = parts(picture)
    let name = "\(stem)-\(mark)" + (width.map { "-\($0)" } ?? "") + ".\(ending)"
    return (folder.isEmpty ? "" : folder + "/") + PictureVersions.folder + "/" + name
  }

  /// The folder of a path, and its name without an ending.
  private static func parts(_ path: String) -> (folder: String, stem: String) {
    let slash = path.lastIndex(of: "/")
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    return (slash.map { String(path[..<$0]) } ?? "", String(stem))
  }

  /// The versions among some paths, by what begins the paths of their pictures, without an ending, and by their marks.
  package static func among(_ paths: [String]) -> [String: [String: PictureVersions]] {
    var found: [String: [String: PictureVersions]] = [:]
    for path in paths {
      guard let name = VersionName(path) else { continue }
      var versions = found[name.key]?[name.mark] ?? PictureVersions()
      if let width = name.width {
        versions.narrower.append(Narrower(width: width, path: path))
        versions.narrower.sort { ($0.width, $0.path) < ($1.width, $1.path) }
      } else {
        versions.whole = path
      }
      found[name.key, default: [:]][name.mark] = versions
    }
    return found
  }

  /// Whether a path is that of something that was made of a picture.
  package static func isVersion(_ path: String) -> Bool { VersionName(path) != nil }

  /// What begins the path of a picture.
  package static func key(of picture: String) -> String {
    let (folder, stem) = parts(picture)
    return folder.isEmpty ? stem : folder + "/" + stem
  }

  package var paths: [String] { [whole].compactMap(\.self) + narrower.map(\.path) }

  /// What the name of a version says.
  private struct VersionName {
    let key: String
    let mark: String
    let width: Int?

    init?(_ path: String) {
      let (folder, stem) = PictureVersions.parts(path)
      guard folder == PictureVersions.folder || folder.hasSuffix("/" + PictureVersions.folder)
      else { return nil }
      var words = stem.split(separator: "-", omittingEmptySubsequences: false)
      var width: Int?
      if let last = words.last, !VersionName.isMark(last), let number = Int(last) {
        width = number
        words.removeLast()
      }
      guard words.count > 1, let mark = words.popLast(), VersionName.isMark(mark) else {
        return nil
      }
      (self.mark, self.width) = (String(mark), width)
      key = folder.dropLast(PictureVersions.folder.count) + words.joined(separator: "-")
    }

    private static func isMark(_ text: Substring) -> Bool {
      text.utf8.count == PictureVersions.markLength
        && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
  }
}
