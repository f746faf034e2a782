import Files
import Synchronization

/// The draft that was made last, for whoever makes draft after draft: as long as no file is another, it is the same.
///
/// What an author saves has mostly just been looked at, with the same words.
package final class LastDraft: Sendable {
  private struct Made: Sendable {
    let content: Folder
    let theme: Folder
    let draft: SiteDraft
  }

  private let last = Mutex<Made?>(nil)

  package init() {}

  /// - Parameter findTheme: reads the theme that the site of the draft wants, as it is now.
  /// - Returns: nil where a file is another, or was not read.
  func draft(
    of content: Folder, _ findTheme: (SiteDraft) async throws -> Folder?
  ) async throws -> SiteDraft? {
    guard let known = last.withLock({ $0 }), known.content.holdsTheSame(as: content),
      try await findTheme(known.draft)?.holdsTheSame(as: known.theme) == true
    else { return nil }
    return known.draft
  }

  func keep(_ draft: SiteDraft, of content: Folder, _ theme: Folder) {
    last.withLock { $0 = Made(content: content, theme: theme, draft: draft) }
  }
}
