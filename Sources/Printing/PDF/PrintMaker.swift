import Diagnostics
package import Facts
import Files
import Output
package import Site
import SocialReport

/// Makes prints of whole documents: the source, the pictures beside it, and the engine's work on them.
package struct PrintMaker: Sendable {
  private let engine: PrintEngine
  private let contentRoot: String
  private let template: [UInt8]
  private let drawingStyle: String
  private let fonts: [String]

  /// - Parameters:
  ///   - templates: where the template's folder may be, the theme's own first.
  ///   - fonts: folders with fonts as TrueType.
  /// - Throws: `PrintError` where there is no template.
  package init(
    _ engine: PrintEngine, contentRoot: String, templates: [String], fonts: [String]
  ) throws(PrintError) {
    self.engine = engine
    self.contentRoot = contentRoot
    let folder = try PrintTemplates.folder(of: templates, with: PrintSource.template)
    template = try PrintTemplates.bytes(folder, PrintSource.template)
    drawingStyle = try PrintTemplates.text(folder, PrintTemplates.drawings, isNeeded: false)
    self.fonts = ([Path.join(folder, "fonts")] + fonts).filter {
      FileSystem.status($0)?.kind == .folder
    }
  }

  /// Sets a document, or some of its parts.
  ///
  /// - Parameters:
  ///   - parts: the ids of the parts; nil for all.
  ///   - tellsPlaces: whether it is wanted on which page each paragraph begins.
  /// - Returns: the file, what stands in the texts and could not be shown, and the places where they are known.
  package func print(
    _ document: DocumentText, parts: Set<String>? = nil, heading: String? = nil,
    tellsPlaces: Bool = false
  ) async throws(PrintError) -> (file: PrintedFile, unshown: Unshown, places: PrintPlaces?) {
    let source = PrintSource(
      document, parts: parts, heading: heading, drawingStyle: drawingStyle,
      marksPlaces: tellsPlaces)
    guard source.code.utf8.count <= PrintSource.most else { throw .tooLarge }
    let workshop = try Workshop()
    let result: Made
    do {
      result = try await set(
        source, date: document.date, in: workshop.path, tellsPlaces: tellsPlaces)
    } catch {
      workshop.remove()
      throw error
    }
    workshop.remove()
    return (
      PrintedFile(.pdf, bytes: result.bytes, pages: PDFPages.count(in: result.bytes)),
      Unshown(pictures: source.unshown, signs: result.signs),
      tellsPlaces ? PrintPlaces(answer: result.answer) : nil
    )
  }

  private struct Made {
    let bytes: [UInt8]
    let signs: Set<Character>
    /// What the engine says of places.
    let answer: String
  }

  private func set(
    _ source: PrintSource, date: String, in folder: String, tellsPlaces: Bool
  ) async throws(PrintError) -> Made {
    let (main, target) = (Path.join(folder, "main.typ"), Path.join(folder, "print.pdf"))
    do throws(FileError) {
      try FileSystem.write(template, to: Path.join(folder, PrintSource.template))
      if !source.pictures.isEmpty { try FileSystem.makeFolder(Path.join(folder, "pictures")) }
      for (name, path) in source.pictures.sorted(by: { $0.key < $1.key }) {
        try EnclosedFile(root: contentRoot, path: path).open()
          .copy(to: Path.join(folder, name)) { _ in }
      }
    } catch { throw .file(error) }
    // Which signs no font has only the engine knows; it names those that it came to.
    var signs: Set<Character> = []
    var code = source.code
    for _ in 0..<PrintMaker.mostTries {
      do throws(FileError) {
        try FileSystem.removeFile(main)
        try FileSystem.write(Array(code.utf8), to: main)
      } catch { throw .file(error) }
      let answer: String
      do throws(PrintError) {
        answer = try await engine.make(
          main, target, fonts: fonts, date: date, asking: tellsPlaces ? PrintPlaces.label : nil)
      } catch {
        guard case .missingSigns(let more) = error else { throw error }
        signs.formUnion(more)
        code = MissingSigns.replaced(signs, in: source.code)
        continue
      }
      do {
        return Made(bytes: try FileSystem.read(target), signs: signs, answer: answer)
      } catch { throw .file(error) }
    }
    throw .missingSigns(signs)
  }

  private static let mostTries = 6
}

/// What stands in the texts and not in their print.
package struct Unshown: Sendable {
  /// Pictures of kinds that no print can show, by their paths in the content.
  package let pictures: [String]
  /// Signs that no font has; their numbers stand in their stead.
  package let signs: Set<Character>
}

/// How many pages a PDF has, by its own tree of them (ISO 32000-1, 7.7.3.2): bookmarks are counted by the same word.
enum PDFPages {
  static func count(in bytes: [UInt8]) -> Int {
    var most = 0
    var rest = bytes[...]
    let (node, name) = (Array("/Type/Pages".utf8), Array("/Count ".utf8))
    while let found = rest.firstRange(of: node) {
      rest = rest[found.upperBound...]
      guard let count = rest.prefix(40).firstRange(of: name) else { continue }
      rest = rest[count.upperBound...]
      var number = 0
      for byte in rest.prefix(7) {
        guard (0x30...0x39).contains(byte) else { break }
        number = number * 10 + Int(byte - 0x30)
      }
      most = max(most, number)
    }
    return most
  }
}
