package import Facts
import Files
import Output
package import Site

/// Makes files of whole documents for word processors: the same bytes for the same texts.
package struct WordMaker: Sendable {
  private let contentRoot: String
  private let drawingStyle: String

  /// - Parameter templates: where the folder with the charts' style may be, the theme's own first.
  package init(contentRoot: String, templates: [String]) throws(PrintError) {
    self.contentRoot = contentRoot
    let folder = try PrintTemplates.folder(of: templates, with: PrintTemplates.drawings)
    drawingStyle = try PrintTemplates.text(folder, PrintTemplates.drawings)
  }

  /// What every file of ours has among the names of its parts.
  package static let mark = WordParts.mark

  /// - Parameter selection: the parts that are wanted; nil for all.
  /// - Returns: the file, and what stands in the texts and could not be shown.
  package func file(
    _ document: DocumentText, _ selection: DocumentText.Selection? = nil
  ) async throws(PrintError) -> (file: PrintedFile, unshown: Unshown) {
    let made = WordDocument(document, selection, drawingStyle: drawingStyle)
    let package = PrintPackage(texts: made.files, files: made.pictures)
    let bytes = try await package.packed(from: contentRoot)
    return (PrintedFile(.docx, bytes: bytes), Unshown(pictures: made.unshown))
  }
}
