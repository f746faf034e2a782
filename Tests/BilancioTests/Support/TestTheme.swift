import Diagnostics
import Files
import Foundation
import Pipeline
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
    try await Folder.read(source.path, textEndings: Theme.textEndings).mounting(
      try await Folder.read(library.path, textEndings: Theme.textEndings),
      at: Theme.usualLibraryPath)
  }

  static func copy(to folder: URL) throws {
    try write(try files.get(), to: folder)
  }

  /// - Parameter texts: files of the theme in place of its own, by path.
  static func read(with texts: [String: String] = [:]) async throws -> Folder {
    let theme = try await folder.value
    guard !texts.isEmpty else { return theme }
    return Folder(
      root: theme.root,
      texts: theme.texts.map { text in
        texts[text.path].map { Folder.Text(path: text.path, text: $0) } ?? text
      }, assets: theme.assets)
  }
}

/// The test theme as it was compiled, once for each use, as hundreds of reports are made with it.
actor CompiledThemes {
  typealias Compiled = (theme: Theme, diagnostics: [Diagnostic])

  static let all = CompiledThemes()

  private struct Key: Hashable {
    let changes: [String: String]
    let use: Pipeline.ThemeUse
  }

  private var tasks: [Key: Task<Compiled, any Error>] = [:]

  /// - Parameter changed: files of the theme that the folder has in place of its own.
  func theme(
    of folder: Folder, changed: [String: String], for use: Pipeline.ThemeUse
  ) async throws -> Compiled {
    let key = Key(changes: changed, use: use)
    let task = tasks[key] ?? Task { try await Theme.read(folder, for: use) }
    tasks[key] = task
    return try await task.value
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
