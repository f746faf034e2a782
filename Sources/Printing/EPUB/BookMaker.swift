package import Facts
package import Site

/// Makes books of whole documents: the same bytes for the same texts.
package struct BookMaker: Sendable {
  private let contentRoot: String
  private let style: String
  private let drawingStyle: String

  /// - Parameter templates: where the template's folder may be, the theme's own first.
  /// - Throws: `PrintError` where there is no style for books.
  package init(contentRoot: String, templates: [String]) throws(PrintError) {
    self.contentRoot = contentRoot
    let folder = try PrintTemplates.folder(of: templates, with: BookMaker.style)
    style = try PrintTemplates.text(folder, BookMaker.style)
    drawingStyle = try PrintTemplates.text(folder, PrintTemplates.drawings, isNeeded: false)
  }

  private static let style = "book.css"
  /// What every book of ours has among the names of its files.
  package static let mark = Book.package

  /// - Parameter places: where its print has each paragraph; nil for a book without a print beside it.
  package func book(
    _ document: DocumentText, places: PrintPlaces? = nil
  ) async throws(PrintError) -> PrintedFile {
    let book = Book(document, style: style, drawingStyle: drawingStyle, places: places)
    let package = PrintPackage(
      mediaType: Book.mediaType, texts: book.files.map { ($0.path, Array($0.text.utf8)) },
      files: book.pictures)
    return PrintedFile(.epub, bytes: try await package.packed(from: contentRoot))
  }
}
