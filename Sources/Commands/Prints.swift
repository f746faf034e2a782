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
    do {
      let maker = try await run.printMaker()
      var prints: [String: PrintedFile] = [:]
      for document in try await site.documents() {
        let made = try await maker.print(document)
        PrintFile.tell(made.unshown, run.language)
        prints[document.edition.id.value] = made.file
      }
      return site.with(prints)
    } catch let error as PrintError {
      guard !run.settings.needsPrints else { throw Failure(error, run.language) }
      let without = Phrase(
        it: "\(error.message.italian); il sito è senza PDF",
        en: "\(error.message.english); the site is without a PDF")
      Terminal.error(
        Failure.remark(without, help: error.help ?? Phrase(it: "", en: ""), run.language))
      return site
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
    let themes = [themeRoot, installation.map { Path.join($0.themes, "comune") }].compactMap(\.self)
    return try PrintMaker(
      engine, contentRoot: contentRoot, templates: themes.map { Path.join($0, "print") },
      fonts: [installation?.printFonts].compactMap(\.self))
  }
}

/// A print as a file of its own.
enum PrintFile {
  /// What every print of ours has among its keywords.
  private static let mark = Array("bilancio:print".utf8)

  /// - Throws: `PrintError` where the file is somebody else's.
  static func checkPlace(_ path: String) throws(PrintError) {
    let isOurs: Bool
    do throws(FileError) {
      guard let status = try FileSystem.found(path) else { return }
      let bytes = status.kind == .file ? try FileSystem.read(path) : []
      isOurs = bytes.firstRange(of: mark) != nil
    } catch { throw .file(error) }
    guard isOurs else { throw .foreign(path) }
  }

  /// Puts it in its place in one step.
  static func write(_ print: PrintedFile, to path: String) throws(PrintError) {
    let new = Path.join(Path.parent(of: path) ?? ".", ".\(Path.name(of: path)).bilancio-nuovo")
    do throws(FileError) {
      do throws(FileError) {
        try FileSystem.write(print.bytes, to: new)
        try FileSystem.rename(new, to: path)
      } catch {
        try? FileSystem.removeFile(new)
        throw error
      }
    } catch { throw .file(error) }
  }

  static func summary(_ print: PrintedFile, _ path: String) -> Phrase {
    let kilobytes = (print.bytes.count + 500) / 1000
    return Phrase(
      it:
        "Fatto `\(path)`: \(print.pages == 1 ? "una pagina" : "\(print.pages) pagine"), \(kilobytes) kB.",
      en:
        "Made `\(path)`: \(print.pages == 1 ? "one page" : "\(print.pages) pages"), \(kilobytes) kB."
    )
  }

  /// Tells what stands in the texts and not in the print.
  static func tell(_ unshown: Unshown, _ language: Language) {
    for path in unshown.pictures {
      Terminal.error(
        Failure.remark(
          Phrase(
            it:
              "nel PDF non c'è l'immagine `\(path)`, di un tipo che non si stampa; c'è la sua descrizione",
            en:
              "the picture `\(path)` is not in the PDF, being of a kind that cannot be printed; its description is"
          ), help: Phrase(it: "salvala come PNG o JPEG", en: "save it as PNG or JPEG"), language))
    }
    guard !unshown.signs.isEmpty else { return }
    let error = PrintError.missingSigns(unshown.signs)
    Terminal.error(
      Failure.remark(
        Phrase(
          it: "\(error.message.italian); nel PDF ci sono i loro numeri",
          en: "\(error.message.english); their numbers stand in the PDF"),
        help: error.help ?? Phrase(it: "", en: ""), language))
  }
}
