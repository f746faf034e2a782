import Diagnostics
package import Facts
import Files
import Output
package import Site
import SocialReport

/// Makes prints of whole documents, and pictures of what they come to: the source, the pictures beside it, and the engine's work on them.
package struct PrintMaker: Sendable {
  private let engine: PrintEngine
  private let contentRoot: String
  private let template: [UInt8]
  private let pictureTemplate: [UInt8]
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
    pictureTemplate = try PrintTemplates.bytes(
      PrintTemplates.folder(of: templates, with: PictureSource.template), PictureSource.template)
    drawingStyle = try PrintTemplates.text(folder, PrintTemplates.drawings, isNeeded: false)
    self.fonts = ([Path.join(folder, "fonts")] + fonts).filter {
      FileSystem.status($0)?.kind == .folder
    }
  }

  package struct Made: Sendable {
    package let file: PrintedFile
    package let unshown: Unshown
    /// On which page each paragraph begins; nil where nobody asked.
    package let places: PrintPlaces?
  }

  /// Sets a document, or some of its parts.
  ///
  /// - Parameters:
  ///   - selection: the parts; nil for all.
  ///   - tellsPlaces: whether it is wanted on which page each paragraph begins.
  package func print(
    _ document: DocumentText, _ selection: DocumentText.Selection? = nil, tellsPlaces: Bool = false
  ) async throws(PrintError) -> Made {
    let source = PrintSource(
      document, selection, drawingStyle: drawingStyle, marksPlaces: tellsPlaces)
    guard source.code.utf8.count <= PrintSource.most else { throw .tooLarge }
    var job = Job(
      code: source.code, template: (PrintSource.template, template), date: document.date)
    job.pictures = source.pictures
    job.label = tellsPlaces ? PrintPlaces.label : nil
    let result = try await set(job)
    return Made(
      file: PrintedFile(.pdf, bytes: result.bytes, pages: PDFPages.count(in: result.bytes)),
      unshown: Unshown(pictures: source.unshown, signs: result.signs),
      places: tellsPlaces ? PrintPlaces(answer: result.answer) : nil)
  }

  /// Sets a document in files that are not too long: one for each objective, and one of all else.
  ///
  /// - Parameter progress: is told how many are there, and of how many.
  package func volumes(
    of document: DocumentText, progress: (Int, Int) -> Void
  ) async throws(PrintError) -> [Made] {
    var made: [Made] = []
    let volumes = document.volumes
    for (part, selection) in volumes {
      progress(made.count, volumes.count)
      let volume = try await print(document, selection)
      var file = volume.file
      file.part = part
      made.append(Made(file: file, unshown: volume.unshown, places: nil))
    }
    progress(made.count, volumes.count)
    return made
  }

  /// The picture that others show where they lead to the edition (PNG).
  package func picture(of document: DocumentText) async throws(PrintError) -> [UInt8] {
    var job = Job(
      code: PictureSource(document).code, template: (PictureSource.template, pictureTemplate),
      date: document.date)
    job.resolution = PictureSource.resolution
    return try await set(job).bytes
  }

  /// What the engine is asked for.
  private struct Job {
    let code: String
    let template: (name: String, bytes: [UInt8])
    let date: String
    var pictures: [String: String] = [:]
    /// What it is asked for besides.
    var label: String?
    var resolution: Int?
  }

  private struct Result {
    let bytes: [UInt8]
    let signs: Set<Character>
    /// What the engine says of places.
    let answer: String
  }

  private func set(_ job: Job) async throws(PrintError) -> Result {
    let workshop: Workshop
    do throws(FileError) { workshop = try Workshop() } catch { throw .file(error) }
    let result: Result
    do {
      result = try await set(job, in: workshop.path)
    } catch {
      workshop.remove()
      throw error
    }
    workshop.remove()
    return result
  }

  private func set(_ job: Job, in folder: String) async throws(PrintError) -> Result {
    let (main, target) = (Path.join(folder, "main.typ"), Path.join(folder, "made"))
    do throws(FileError) {
      try FileSystem.write(job.template.bytes, to: Path.join(folder, job.template.name))
      if !job.pictures.isEmpty { try FileSystem.makeFolder(Path.join(folder, "pictures")) }
      for (name, path) in job.pictures.sorted(by: { $0.key < $1.key }) {
        try EnclosedFile(root: contentRoot, path: path).open()
          .copy(to: Path.join(folder, name)) { _ in }
      }
    } catch { throw .file(error) }
    // Which signs no font has only the engine knows; it names those that it came to.
    var signs: Set<Character> = []
    var code = job.code
    for _ in 0..<PrintMaker.mostTries {
      do throws(FileError) {
        try FileSystem.removeFile(main)
        try FileSystem.write(Array(code.utf8), to: main)
      } catch { throw .file(error) }
      let answer: String
      do throws(PrintError) {
        answer = try await engine.make(
          main, target, fonts: fonts, date: job.date, asking: job.label,
          resolution: job.resolution)
      } catch {
        guard case .missingSigns(let more) = error else { throw error }
        signs.formUnion(more)
        code = MissingSigns.replaced(signs, in: job.code)
        continue
      }
      do {
        return Result(bytes: try FileSystem.read(target), signs: signs, answer: answer)
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

  package init(pictures: [String] = [], signs: Set<Character> = []) {
    (self.pictures, self.signs) = (pictures, signs)
  }
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
