package import Facts
import Files
package import Site
import Subprocess
import SystemPackage

/// Makes books of whole documents: the same bytes for the same texts.
package struct BookMaker: Sendable {
  private let contentRoot: String
  private let style: String
  private let drawingStyle: String

  /// - Parameter templates: where the template's folder may be, the theme's own first.
  /// - Throws: `PrintError` where there is no style for books.
  package init(contentRoot: String, templates: [String]) throws(PrintError) {
    self.contentRoot = contentRoot
    let folder = templates.first {
      FileSystem.status(Path.join($0, BookMaker.style))?.kind == .file
    }
    guard let folder else { throw .noTemplate(BookMaker.style) }
    style = try PrintTemplates.text(folder, BookMaker.style)
    drawingStyle = try PrintTemplates.text(folder, PrintTemplates.drawings, isNeeded: false)
  }

  private static let style = "book.css"
  private static let tool = "zip"
  /// What every book of ours has among the names of its files.
  package static let mark = Book.package
  /// The first moment that ZIP can store, 1980-01-01 in UTC.
  private static let moment = 315_532_800

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
      for path in texts.map(\.0) + book.pictures.keys {
        try FileSystem.setModified(Path.join(home, path), to: BookMaker.moment)
      }
    } catch { throw .file(error) }
    // The first file says what it is, and is not compressed (EPUB 3.3, 4.2.6).
    try await zip(["-0"], ["mimetype"], target, in: home)
    let rest = book.files.map(\.path) + book.pictures.keys.sorted()
    try await zip(["-9"], rest, target, in: home)
    do { return try FileSystem.read(target) } catch { throw .file(error) }
  }

  private func zip(
    _ options: [String], _ names: [String], _ target: String, in folder: String
  ) async throws(PrintError) {
    do {
      let result = try await run(
        .name(BookMaker.tool),
        arguments: Arguments(["-X", "-D", "-q"] + options + [target, "-@"]),
        environment: .inherit.updating(["TZ": "UTC", "ZIPOPT": nil]),
        workingDirectory: FilePath(folder), input: .string(names.joined(separator: "\n") + "\n"),
        output: .string(limit: 4096), error: .string(limit: 4096))
      guard result.terminationStatus.isSuccess else {
        throw PrintError.unpacked(result.standardOutput + result.standardError)
      }
    } catch let error as PrintError {
      throw error
    } catch let error as SubprocessError {
      throw error.code == .executableNotFound
        ? .missingProgram(BookMaker.tool) : .unpacked("\(error)")
    } catch {
      throw .unpacked("\(error)")
    }
  }
}
