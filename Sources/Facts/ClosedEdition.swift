package import Diagnostics

/// An edition that is published as it was when it was closed (`chiusa: true`), as the disk has it.
package struct ClosedEdition: Sendable {
  /// The files of the edition and the assets that its pages load, by path, with where the content keeps
  /// them; empty where its pages are rebuilt after all.
  package let files: [String: String]
  /// Texts that are no longer as they were.
  package let changedTexts: Set<SourceFile.ID>
  /// The places, among the edition's corrections, of those that came after it was closed.
  package let newCorrections: Set<Int>

  package init(
    files: [String: String], changedTexts: Set<SourceFile.ID>, newCorrections: Set<Int>
  ) {
    self.files = files
    (self.changedTexts, self.newCorrections) = (changedTexts, newCorrections)
  }
}
