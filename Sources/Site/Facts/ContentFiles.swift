package import Files

/// The files of the content that pages show or offer: pictures and documents.
package struct ContentFiles: Sendable {
  private let files: [String: (byteCount: Int, head: [UInt8])]

  package init(_ folder: Folder) {
    var files: [String: (byteCount: Int, head: [UInt8])] = [:]
    for asset in folder.assets { files[asset.path] = (asset.byteCount, asset.head) }
    // A table of figures is read as text, and may be offered as a file as well.
    for text in folder.texts where Path.ending(of: text.path) == "csv" {
      files[text.path] = (text.text.utf8.count, [])
    }
    self.files = files
  }

  func contains(_ path: String) -> Bool { files[path] != nil }

  func byteCount(of path: String) -> Int { files[path]?.byteCount ?? 0 }

  func pictureSize(of path: String) -> PictureSize? {
    files[path].flatMap { PictureSize(of: $0.head) }
  }

  var paths: [String] { files.keys.sorted() }

  /// The files that only pages could use; a table of figures may be read by an indicator.
  var loosePaths: [String] { paths.filter { Path.ending(of: $0) != "csv" } }

  /// Where a file of an edition's folder is on the site: `2020/x/y.pdf` → `2020/file/x/y.pdf`.
  static func decodedAddress(of path: String) -> String {
    guard let slash = path.firstIndex(of: "/") else { return "file/" + path }
    return path[...slash] + "file/" + path[path.index(after: slash)...]
  }

  /// The same as it is written in a link.
  static func address(of path: String) -> String { Path.encoded(decodedAddress(of: path)) }
}
