import ArgumentParser
import Diagnostics
import Files
import Glibc
import Preview
import Studio
import Subprocess
import SystemPackage

/// `bilancio studio`: the report written in a browser.
struct StudioCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "studio", "scrivi",
      abstract: Speech.say(
        "Scrive il bilancio nel browser, con moduli al posto dei file.",
        "Writes the report in a browser, with forms in place of files."),
      discussion: Speech.say(
        """
        Apre nel browser i moduli di tutte le pagine, con i problemi accanto a ogni campo e la pagina accanto al \
        modulo. Ogni salvataggio cambia nel file solo quello che hai cambiato tu, e tiene la versione di prima \
        nella cartella `_redazione`, con un registro di chi ha scritto che cosa. Solo questo computer può scrivere.
        """,
        """
        Opens the forms of all pages in a browser, with the problems beside each field and the page beside the \
        form. Each save changes in the file only what you changed, and keeps the version before it in the folder \
        `_redazione`, with a journal of who wrote what. Only this machine can write.
        """))
  }

  @OptionGroup var source: SourceOptions

  @OptionGroup var serving: ServingOptions

  @Flag(
    name: .named("no-browser", "senza-browser"),
    help: .words(
      "Non apre il browser: scrive l'indirizzo.", "Opens no browser: writes the address."))
  var noBrowser = false

  @Flag(
    name: .named("share", "condividi"),
    help: .words(
      "Lascia che uffici sulla stessa rete aprano i collegamenti che fai nello studio.",
      "Lets offices on the same network open the links that you make in the studio."))
  var share = false

  /// Where what is typed and not saved is kept (XDG Base Directory).
  private static var stateFolder: String {
    if let stated = Terminal.environment("XDG_STATE_HOME"), stated.hasPrefix("/") { return stated }
    return Path.join(Terminal.environment("HOME") ?? "/tmp", ".local/state")
  }

  /// Runs this very program with another command, as whoever sits at the terminal would.
  private static func runner(
    _ source: SourceOptions, content: String
  ) -> @Sendable ([String]) async -> (status: Int, text: String) {
    let theme = source.theme.map { ["--tema", $0] } ?? []
    return { words in
      guard let program = FileSystem.realPath("/proc/self/exe") else { return (1, "") }
      let arguments = words + ["--lingua", "it", "--testi", content] + theme
      let result = try? await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(arguments), input: .none,
        output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
      guard let result else { return (1, "il programma non parte") }
      let text = [result.standardOutput, result.standardError].compactMap(\.self).joined(
        separator: "\n")
      return (result.terminationStatus.isSuccess ? 0 : 1, text.printable())
    }
  }

  func run() async throws {
    let site = try ShownSite(
      source, edition: nil, isPreview: true, hasDrafts: true, needsContent: false)
    let session = Session(author: Author.name)
    var settings = site.settings
    serving.apply(to: &settings)
    settings.host = share ? "0.0.0.0" : settings.host
    settings.isShared = share
    let studio = Studio(
      session, content: site.maker.contentRoot, state: StudioCommand.stateFolder, isShared: share,
      today: { Today.date(for: $0) }, folder: site.folder, trial: site.trial(source),
      run: StudioCommand.runner(source, content: site.maker.contentRoot))
    // That it cannot be done is no reason not to write.
    if let failure = studio.tidy() { Terminal.error(failure.text(in: site.language)) }
    settings.addition = studio
    let log = PreviewLog(
      language: site.language, host: settings.host, isQuiet: serving.quiet, isPlain: false,
      opens: !noBrowser, studioKey: session.key)
    try await site.serve(settings, log)
  }
}

/// A page on the disk that leads to an address: so that the key in it stands in no list of processes.
enum Launcher {
  /// Nil where none can be made.
  static func file(to address: String) -> String? {
    var name = Array("/tmp/bilancio-XXXXXX.html".utf8CString)
    let descriptor = unsafe mkstemps(&name, 5)
    guard descriptor >= 0 else { return nil }
    close(descriptor)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let page = """
      <!doctype html><html lang="it"><head><meta charset="utf-8"><title>Studio</title>
      <meta http-equiv="refresh" content="0;url=\(address)"></head>
      <body><p><a href="\(address)">Vai allo studio</a></p></body></html>

      """
    do throws(FileError) {
      try FileSystem.write(Array(page.utf8), to: path, replacing: true)
    } catch { return nil }
    return path
  }
}
