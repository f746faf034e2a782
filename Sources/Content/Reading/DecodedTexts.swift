import Diagnostics
import Files
import SocialReport
import Synchronization

/// What came of the texts of a folder when it was decoded last, for whoever decodes it again and again.
///
/// A file comes to the same as long as its text and its place among the sources are the same, and its edition
/// is a draft or is not; so one that may name a table is decoded each time.
package final class DecodedTexts: Sendable {
  /// One file.
  struct Result: Sendable {
    let original: Folder.Text
    /// Whether it stands in the folder of an edition that is a draft.
    let isDraft: Bool
    let checked: CheckedText
    let file: DecodedFile
    let diagnostics: [Diagnostic]
  }

  private let known = Mutex<[String: Result]>([:])

  package init() {}

  func result(of text: Folder.Text, _ id: SourceFile.ID, isDraft: Bool) -> Result? {
    guard let last = known.withLock({ $0[text.path] }) else { return nil }
    return last.file.id == id && last.isDraft == isDraft && last.original == text ? last : nil
  }

  /// Keeps what may be taken again, in place of all before.
  func keep(_ results: [Result]) {
    let lasting = results.filter { !$0.file.kind.table.holdsObservations }
    let new = Dictionary(
      lasting.map { ($0.original.path, $0) }, uniquingKeysWith: { first, _ in first })
    known.withLock { $0 = new }
  }
}
