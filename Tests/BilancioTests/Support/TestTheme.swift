import Files
import Foundation
import Theme

/// The theme `comune` on a stand-in for the design system, so that what tests expect stays small
/// and changes only with the theme.
enum TestTheme {
  private static let library = GoldenTests.folder.appending(path: "Library")
  private static let source = Program.root.appending(path: "themes/comune")

  /// Both are read from the disk once, as hundreds of tests ask for them.
  private static let files = Result {
    try tree(source).filter { !$0.key.hasPrefix("vendor/") }.merging(
      try tree(library).map { (Path.join(Theme.usualLibraryPath, $0.key), $0.value) }
    ) { _, library in library }
  }
  private static let folder = Task {
    (
      try await Folder.read(source.path, textEndings: Theme.textEndings),
      try await Folder.read(library.path, textEndings: Theme.textEndings)
    )
  }

  static func copy(to folder: URL) throws {
    try write(try files.get(), to: folder)
  }

  /// - Parameter texts: files of the theme in place of its own, by path.
  static func read(with texts: [String: String] = [:]) async throws -> Folder {
    let (own, library) = try await folder.value
    let theme = Folder(
      root: own.root,
      texts: own.texts.map { Folder.Text(path: $0.path, text: texts[$0.path] ?? $0.text) },
      assets: own.assets)
    return theme.mounting(library, at: Theme.usualLibraryPath)
  }
}

/// Writes files by their paths below a folder.
func write(_ files: [String: Data], to folder: URL) throws {
  var made: Set<URL> = []
  for (path, bytes) in files {
    let target = folder.appending(path: path)
    let parent = target.deletingLastPathComponent()
    if made.insert(parent).inserted {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    }
    try bytes.write(to: target)
  }
}
