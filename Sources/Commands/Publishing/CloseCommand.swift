import Archive
import ArgumentParser
import Diagnostics
import Files
import Output
import SocialReport

/// `bilancio close`: an edition that is published as it is from now on.
struct CloseCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "close", "chiudi",
      abstract: Speech.say(
        "Chiude un'edizione: da allora si pubblica così com'è, byte per byte.",
        "Closes an edition: from then on it is published as it is, byte for byte."),
      discussion: Speech.say(
        """
        Prima si scrive `chiusa: true` nel file dell'edizione. Le pagine di adesso restano accanto ai testi, \
        in `_chiusa`; da allora un testo cambiato è un errore, se non c'è una rettifica che lo dice. Dopo una \
        rettifica pubblicata, `close` tiene le pagine nuove. Esempio:

          bilancio chiudi 2020
        """,
        """
        First `closed: true` goes into the edition's file. The pages of now stay beside the texts, in \
        `_chiusa`; from then on a changed text is an error, unless a correction tells it. After a \
        published correction, `close` keeps the new pages. Example:

          bilancio close 2020
        """))
  }

  @Argument(
    help: .words(
      "L'anno dell'edizione, o il suo `id`.", "The year of the edition, or its `id`.",
      value: ("anno", "year")))
  var edition: String

  @OptionGroup var source: SourceOptions

  @OptionGroup var telling: TellingOptions

  private var quiet: Bool { telling.quiet }

  func run() async throws {
    var publishing = try await Publishing(
      source, .record, isQuiet: quiet, tellsAll: telling.all)
    let language = publishing.run.language
    var edition = try closed(in: publishing)
    var shared = SharedCopy(
      for: edition, of: publishing.run.report?.sharedFolders ?? [],
      contentRoot: publishing.run.contentRoot, publishing.run.sources)
    var isClosed = false
    defer {
      for error in isClosed ? [] : shared.takeBack() {
        Terminal.error(Failure(error, language).text)
      }
    }
    if try !isKept(edition, publishing) {
      do throws(SharedCopy.Failure) { try shared.make() } catch { throw Failure(error, language) }
      publishing = try await Publishing(
        source, .record, isQuiet: quiet, tellsAll: telling.all, closing: edition.id.value)
      // The texts were read again, and may be others by now.
      edition = try closed(in: publishing)
    }
    let home = try publishing.openHome()
    defer { withExtendedLifetime(home) {} }
    let made = try await publishing.build()
    try publishing.run.finish(made, as: .nothing)
    // What kept it from being made was told.
    guard let manifest = made?.manifest else { throw ExitCode(1) }
    do {
      let (folder, files, remains, stated) = try ClosedEditions.close(
        edition, site: publishing.site, manifest, baseURL: publishing.builtAddress,
        publishing.run.sources)
      isClosed = true
      for remain in remains {
        Terminal.error(Failure.remark(remain.message, help: Output.leftForLater, language))
      }
      if !stated.isWritten {
        throw Failure(
          Phrase(
            it: "la copia c'è, ma non ho potuto scrivere la sua impronta in `\(stated.file)`",
            en: "the copy is there, but its fingerprint could not be written into `\(stated.file)`"),
          help: Phrase(
            it: "scrivi tu, sotto `chiusa`: `\(stated.line)`",
            en: "write yourself, below `closed`: `\(stated.line)`"), language)
      }
      guard !quiet else { return }
      let name = edition.id.value
      Terminal.output(
        Phrase(
          it: "L'edizione \(name) è chiusa: \(files) file in `\(folder)`, da tenere con i testi.",
          en:
            "The edition \(name) is closed: \(files) files in `\(folder)`, to be kept with the texts."
        ).text(in: language))
    } catch let error as any ExplainedError {
      throw Failure(error, language)
    }
  }

  private func isKept(_ edition: Edition, _ publishing: Publishing) throws -> Bool {
    do throws(FileError) {
      return try ClosedEditions.isKept(edition, publishing.run.sources)
    } catch { throw Failure(error, publishing.run.language) }
  }

  /// The edition that is meant, which is marked as closed.
  private func closed(in publishing: Publishing) throws -> Edition {
    let language = publishing.run.language
    guard let edition = publishing.run.report?.edition(named: edition) else {
      // It may be missing because something cannot be read, which is told then.
      if publishing.run.report?.gaps.hasMistake != false, !publishing.run.isFine(with: []) {
        try publishing.run.finish(nil, as: .nothing)
      }
      let name = self.edition
      if publishing.run.report?.gaps.drafts.editions.contains(name) == true {
        throw Failure(draft: name, language)
      }
      throw Failure(
        Phrase(
          it: "l'edizione \(name) non c'è", en: "there is no edition \(name)"), language)
    }
    let name = edition.id.value
    guard edition.isClosed else {
      let file = publishing.run.path(of: edition.place) ?? "edizione.yml"
      throw Failure(
        Phrase(
          it: "l'edizione \(name) non è segnata come chiusa",
          en: "the edition \(name) is not marked as closed"),
        help: Phrase(
          it: "scrivi `chiusa: true` in \(file), poi ripeti",
          en: "write `closed: true` in \(file), then repeat"), language)
    }
    return edition
  }
}
