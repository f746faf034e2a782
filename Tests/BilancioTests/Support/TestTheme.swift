import Files
import Foundation
import Theme

/// The theme `comune` on a stand-in for the design system, so that what tests expect stays small
/// and changes only with the theme.
enum TestTheme {
  private static let library = GoldenTests.folder.appending(path: "Library")
  private static let source = Program.root.appending(path: "themes/comune")

  static func copy(to folder: URL) throws {
    try write(try tree(source).filter { !$0.key.hasPrefix("vendor/") }, to: folder)
    try write(try tree(library), to: folder.appending(path: Theme.usualLibraryPath))
  }

  /// - Parameter texts: files of the theme in place of its own, by path.
  static func read(with texts: [String: String] = [:]) async throws -> Folder {
    let own = try await Folder.read(source.path, textEndings: Theme.textEndings)
    let theme = Folder(
      root: own.root,
      texts: own.texts.map { Folder.Text(path: $0.path, text: texts[$0.path] ?? $0.text) },
      assets: own.assets)
    return theme.mounting(
      try await Folder.read(library.path, textEndings: Theme.textEndings),
      at: Theme.usualLibraryPath)
  }
}

/// Writes files by their paths below a folder.
func write(_ files: [String: Data], to folder: URL) throws {
  for (path, bytes) in files {
    let target = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: target)
  }
}
