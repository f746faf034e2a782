import Diagnostics
import Files

/// Which files stand below the folders of the editions, found in one pass over their paths.
struct FilesBelow {
  private var files: [String: [DecodedFile]] = [:]
  /// Those that stand below none.
  private(set) var strays: [DecodedFile] = []

  init(_ all: [DecodedFile], _ folders: [String]) {
    let known = Set(folders)
    // Only so long a beginning of a path may be one of them.
    let lengths = Set(known.map(\.utf8.count))
    for file in all {
      var isBelow = false
      for folder in FilesBelow.folders(above: file.path, lengths) where known.contains(folder) {
        files[folder, default: []].append(file)
        isBelow = true
      }
      if !isBelow { strays.append(file) }
    }
  }

  func files(in folder: String) -> [DecodedFile] { files[folder] ?? [] }

  /// Those above a path that are so long.
  static func folders(above path: String, _ lengths: Set<Int>) -> [String] {
    let bytes = path.utf8.span
    var found = lengths.contains(0) ? [""] : []
    for index in bytes.indices where bytes[index] == UInt8(ascii: "/") && lengths.contains(index) {
      found.append(String(path.slice(utf8: 0..<index)))
    }
    return found
  }
}
