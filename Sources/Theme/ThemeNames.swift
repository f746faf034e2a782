import Diagnostics
import Files

/// Names of a theme's files that cannot become addresses.
enum ThemeNames {
  static func diagnostics(_ folder: Folder) -> [Diagnostic] {
    (folder.texts.map(\.path) + folder.assets.map(\.path)).filter(Path.hasControls).map { path in
      let error = FileError(.read, Path.join(folder.root, path), .control)
      return Diagnostic(.fileName, error.message, help: error.help, at: nil)
    }
  }
}
