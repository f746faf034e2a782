package import Diagnostics
package import Files
import Synchronization
package import Theme

/// The theme that was compiled last, for whoever makes draft after draft: as long as no file of its folder is
/// another, it is the same.
package final class LastTheme: Sendable {
  private struct Compiled: Sendable {
    let folder: Folder
    let use: Pipeline.ThemeUse
    let theme: Theme
    let diagnostics: [Diagnostic]
  }

  private let last = Mutex<Compiled?>(nil)

  package init() {}

  /// - Returns: what `Theme.read` would.
  package func theme(
    of folder: Folder, for use: Pipeline.ThemeUse
  ) async throws -> (theme: Theme, diagnostics: [Diagnostic]) {
    if let known = last.withLock({ $0 }), known.use == use,
      known.folder.holdsTheSame(as: folder)
    {
      return (known.theme, known.diagnostics)
    }
    let (theme, diagnostics) = try await Theme.read(folder, for: use)
    last.withLock {
      $0 = Compiled(folder: folder, use: use, theme: theme, diagnostics: diagnostics)
    }
    return (theme, diagnostics)
  }
}
