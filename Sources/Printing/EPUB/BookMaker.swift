package import Facts
import Files
import Output
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

  package func book(_ document: DocumentText) async throws(PrintError) -> PrintedFile {
    let book = Book(document, style: style, drawingStyle: drawingStyle)
    let workshop = try Workshop()
    let bytes: [UInt8]
    do {
      bytes = try await pack(book, in: workshop.path)
    } catch {
      workshop.remove()
      throw error
    }
    workshop.remove()
    return PrintedFile(.epub, bytes: bytes)
  }

  private func pack(_ book: Book, in folder: String) async throws(PrintError) -> [UInt8] {
    let home = Path.join(folder, "libro")
    let target = Path.join(folder, "libro.epub")
    let texts = [("mimetype", Book.mediaType)] + book.files
    do throws(FileError) {
      for (path, text) in texts {
        let file = Path.join(home, path)
        try FileSystem.makeFolder(Path.folder(of: file))
        try FileSystem.write(Array(text.utf8), to: file)
      }
      for (path, origin) in book.pictures.sorted(by: { $0.key < $1.key }) {
        let file = Path.join(home, path)
        try FileSystem.makeFolder(Path.folder(of: file))
        try EnclosedFile(root: contentRoot, path: origin).open().copy(to: file) { _ in }
      }
    } catch { throw .file(error) }
    let zip = ZipTool(in: home, to: target)
    let rest = book.files.map(\.path) + book.pictures.keys.sorted()
    do throws(OutputError) {
      // The first file says what it is, and is not compressed (EPUB 3.3, 4.2.6).
      try await zip.add(["mimetype"], isCompressed: false)
      try await zip.add(rest)
      var sizes: [BytePath: Int] = [:]
      for path in ["mimetype"] + rest {
        let file = Path.join(home, path)
        sizes[BytePath(path)] = try OutputError.wrapping { () throws(FileError) in
          try FileSystem.found(file)?.size
        }
      }
      try zip.settle(sizes)
    } catch { throw .output(error) }
    do { return try FileSystem.read(target) } catch { throw .file(error) }
  }
}
