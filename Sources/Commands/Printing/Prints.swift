import Diagnostics
import Facts
import Files
import Printing
import Site
import SocialReport

/// The prints that go with a site, and what is said of them.
enum Prints {
  /// Makes those that the site's file asks for.
  ///
  /// - Returns: the site with them; without them where none can be made, which is told.
  static func added(to site: Site, of run: SiteRun) async throws -> Site {
    let documents = try await site.documents()
    // A site with errors does not take its place: its prints would be made for nothing.
    guard documents.allSatisfy({ run.isFine(with: $0.diagnostics) }) else { return site }
    var prints: [String: EditionPrints] = [:]
    var places: [String: PrintPlaces] = [:]
    for kind in run.prints {
      do {
        switch kind {
        case .pdf: try await addPDFs(of: documents, run, &prints, &places)
        case .epub: try await addBooks(of: documents, run, &prints, places)
        case .docx: try await addWordFiles(of: documents, run, &prints)
        }
      } catch let error as PrintError {
        guard !run.settings.needsPrints else { throw Failure(error, run.language) }
        let name = PrintFile.name(of: kind)
        let without = Phrase(
          it: "\(error.message.italian); il sito è senza \(name)",
          en: "\(error.message.english); the site is without \(name)")
        Terminal.error(
          Failure.remark(without, help: error.help, run.language))
      }
    }
    return site.with(prints)
  }

  /// - Parameter places: where the prints have what, for the books that are made after them.
  private static func addPDFs(
    of documents: [DocumentText], _ run: SiteRun, _ prints: inout [String: EditionPrints],
    _ places: inout [String: PrintPlaces]
  ) async throws {
    let maker = try await run.printMaker()
    for document in documents {
      let id = document.edition.id.value
      async let picture = maker.picture(of: document)
      let made = try await pdfs(of: document, maker, run)
      for part in made { PrintFile.tell(part.unshown, in: .pdf, run.language) }
      places[id] = made.first?.places
      prints[id, default: EditionPrints()].files += made.map(\.file)
      prints[id, default: EditionPrints()].picture = try await picture
    }
  }

  /// One file, or one for each objective where that would be too long.
  private static func pdfs(
    of document: DocumentText, _ maker: PrintMaker, _ run: SiteRun
  ) async throws(PrintError) -> [PrintMaker.Made] {
    do throws(PrintError) {
      return [try await maker.print(document, tellsPlaces: run.prints.contains(.epub))]
    } catch {
      guard case .tooLarge = error else { throw error }
      let progress = Progress.shown(
        run.settings.isQuiet, run.language, Phrase(it: "PDF", en: "PDFs"))
      return try await maker.volumes(of: document, progress: progress)
    }
  }

  private static func addBooks(
    of documents: [DocumentText], _ run: SiteRun, _ prints: inout [String: EditionPrints],
    _ places: [String: PrintPlaces]
  ) async throws {
    let maker = try run.bookMaker()
    for document in documents {
      let id = document.edition.id.value
      let book = try await maker.book(document, places: places[id])
      prints[id, default: EditionPrints()].files.append(book)
    }
  }

  private static func addWordFiles(
    of documents: [DocumentText], _ run: SiteRun, _ prints: inout [String: EditionPrints]
  ) async throws {
    let maker = try run.wordMaker()
    for document in documents {
      let made = try await maker.file(document)
      PrintFile.tell(made.unshown, in: .docx, run.language)
      prints[document.edition.id.value, default: EditionPrints()].files.append(made.file)
    }
  }
}

extension SiteRun {
  /// - Throws: `PrintError` where the engine or the template is missing.
  func printMaker() async throws -> PrintMaker {
    let installation = Installation.own
    guard let engine = await PrintEngine.find(EngineInstallation.folders(installation)) else {
      throw PrintError.noEngine
    }
    return try PrintMaker(
      engine, contentRoot: contentRoot, templates: printTemplates,
      fonts: [installation?.printFonts].compactMap(\.self))
  }

  /// - Throws: `PrintError` where nothing says how a book looks.
  func bookMaker() throws(PrintError) -> BookMaker {
    try BookMaker(contentRoot: contentRoot, templates: printTemplates)
  }

  /// - Throws: `PrintError` where nothing says how charts look.
  func wordMaker() throws(PrintError) -> WordMaker {
    try WordMaker(contentRoot: contentRoot, templates: printTemplates)
  }

  /// Where the templates of prints may be, the theme's own first.
  private var printTemplates: [String] {
    [themeRoot, Installation.own.map { Path.join($0.themes, "comune") }].compactMap(\.self)
      .map { Path.join($0, "print") }
  }
}

/// A print as a file of its own.
enum PrintFile {
  /// What every file of ours has in it, and those of others have not.
  private static func mark(_ kind: PrintedFile.Kind) -> String {
    switch kind {
    case .pdf: "bilancio:print"
    case .epub: BookMaker.mark
    case .docx: WordMaker.mark
    }
  }

  /// What people call a file of a kind.
  static func name(of kind: PrintedFile.Kind) -> String {
    kind == .docx ? "Word" : kind.rawValue.uppercased()
  }

  /// - Throws: `PrintError` where the file is somebody else's.
  static func checkPlace(_ path: String, for kind: PrintedFile.Kind) throws(PrintError) {
    let isOurs: Bool
    do throws(FileError) {
      guard let status = try FileSystem.found(path) else { return }
      let bytes = status.kind == .file ? try FileSystem.read(path) : []
      isOurs = bytes.offset(of: Array(mark(kind).utf8)) != nil
    } catch { throw .file(error) }
    guard isOurs else { throw .foreign(path) }
  }

  /// Puts it in its place in one step.
  static func write(_ print: PrintedFile, to path: String) throws(PrintError) {
    do throws(FileError) {
      if try FileSystem.found(path) == nil {
        try FileSystem.create([(path, print.bytes)])
      } else {
        try FileSystem.replace(path, with: print.bytes)
      }
    } catch { throw .file(error) }
  }

  static func summary(_ print: PrintedFile, _ path: String) -> Phrase {
    let kilobytes = (print.bytes.count + 500) / 1000
    let pages = print.pages.map { count in
      Phrase(
        it: count == 1 ? "una pagina, " : "\(count) pagine, ",
        en: count == 1 ? "one page, " : "\(count) pages, ")
    }
    return Phrase(
      it: "Fatto `\(path)`: \(pages?.italian ?? "")\(kilobytes) kB.",
      en: "Made `\(path)`: \(pages?.english ?? "")\(kilobytes) kB.")
  }

  /// Tells what stands in the texts and not in the print.
  static func tell(_ unshown: Unshown, in kind: PrintedFile.Kind, _ language: Language) {
    let name = name(of: kind)
    for path in unshown.pictures {
      Terminal.error(
        Failure.remark(
          Phrase(
            it:
              "nel file \(name) non c'è l'immagine `\(path)`, di un tipo che non vi può stare; c'è la sua descrizione",
            en:
              "the picture `\(path)` is not in the \(name) file, being of a kind that it cannot hold; its description is"
          ), help: Phrase(it: "salvala come PNG o JPEG", en: "save it as PNG or JPEG"), language))
    }
    guard !unshown.signs.isEmpty else { return }
    let error = PrintError.missingSigns(unshown.signs)
    Terminal.error(
      Failure.remark(
        Phrase(
          it: "\(error.message.italian); nel PDF ci sono i loro numeri",
          en: "\(error.message.english); their numbers stand in the PDF"),
        help: error.help, language))
  }
}
