import ArgumentParser
import Diagnostics
import Files
import Glibc
import Preview
import Site
import SocialReport

/// `bilancio preview`: the site on this machine, made anew with every change.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Mostra il sito mentre lo scrivi, con le bozze e con gli errori.",
    discussion: """
      Apre il sito su questo computer e lo rifà a ogni salvataggio: la pagina nel browser cambia da
      sola, gli errori compaiono sopra la pagina e spariscono quando sono corretti. Esempio:

        bilancio preview --open
      """)

  @OptionGroup var source: SourceOptions

  @Option(help: ArgumentHelp("La porta; se è occupata, la prima libera dopo.", valueName: "porta"))
  var port = 8080

  @Option(
    help: ArgumentHelp(
      "L'indirizzo su cui mettersi in ascolto; fuori da questo computer serve `--share`.",
      valueName: "indirizzo"))
  var host: String?

  @Flag(help: "Invita chi è sulla stessa rete, con un indirizzo che vale una volta sola.")
  var share = false

  @Flag(help: "Apre il browser.")
  var open = false

  @Flag(name: .customLong("no-drafts"), help: "Senza le bozze.")
  var withoutDrafts = false

  @Flag(help: "Il sito come lo scrive `build`, al suo indirizzo, senza nulla dell'anteprima.")
  var publishLike = false

  @Option(
    help: ArgumentHelp(
      "Il programma che i collegamenti alle righe aprono: "
        + Editor.known.map(\.key).joined(separator: ", ")
        + ", oppure un indirizzo con {path}, {line} e {column}. Vale anche BILANCIO_EDITOR.",
      valueName: "nome"))
  var editor: String?

  @Flag(
    help: "Guarda i file ogni mezzo secondo o poco più, dove il sistema non avvisa dei cambiamenti."
  )
  var scan = false

  @Flag(name: .shortAndLong, help: "Scrive solo gli indirizzi.")
  var quiet = false

  private static let loopback: Set<String> = ["127.0.0.1", "localhost", "::1"]

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port: una porta è un numero da 0 a 65535")
    }
    if let host, !share, !PreviewCommand.loopback.contains(host) {
      throw ValidationError(
        """
        --host \(host): così chi è sulla tua rete potrebbe leggere le bozze. Se è quello che vuoi, \
        aggiungi --share: l'anteprima ti darà un indirizzo da passare a un collega.
        """)
    }
    _ = try chosenEditor
  }

  private var chosenEditor: Editor? {
    get throws {
      let (name, origin) =
        editor.map { ($0, "--editor") }
        ?? (Terminal.environment("BILANCIO_EDITOR") ?? "vscode", "BILANCIO_EDITOR")
      if let editor = Editor(name) { return editor }
      let names = Editor.known.map(\.key).joined(separator: ", ")
      throw ValidationError(
        "\(origin): serve uno fra \(names), oppure un indirizzo con {path}, {line} e {column}")
    }
  }

  func run() async throws {
    let isPreview = !publishLike
    let maker = SiteMaker(
      source: source, includesDrafts: isPreview && !withoutDrafts,
      baseURL: { isPreview ? SiteContext.root(of: $0.baseURL.value) : $0.baseURL.value },
      purpose: isPreview ? .preview : .publication)
    // What is wrong with the command itself is told before a server is there.
    _ = try maker.contentFolder(source.statedLanguage ?? .italian)
    var settings = Preview.Settings()
    settings.host = host ?? (share ? "0.0.0.0" : "127.0.0.1")
    settings.port = port
    settings.isShared = share
    settings.isPlain = publishLike
    settings.editor = try chosenEditor
    settings.axePath = Path.join(Path.parent(of: maker.contentRoot) ?? ".", ".build/axe/axe.min.js")
    settings.method = scan ? .scans : nil
    let log = PreviewLog(
      language: source.statedLanguage ?? .italian, host: settings.host, isQuiet: quiet,
      isPlain: publishLike, opens: open)
    let preview = Preview(
      settings, roots: maker.roots(nil),
      make: {
        do {
          let draft = try await maker.make().draft
          return Made(.draft(draft), roots: maker.roots(draft))
        } catch let failure as Failure {
          return Made(.failure(failure.text), roots: maker.roots(nil) + failure.missing)
        } catch {
          return Made(.failure("\(error)"), roots: maker.roots(nil))
        }
      }, tell: { log.tell($0) })
    do {
      try await preview.run()
    } catch PreviewError.noPort(let port, let reason) {
      throw Failure(
        Phrase(
          it: "non riesco a mettermi in ascolto su \(settings.host), porta \(port): \(reason)",
          en: "cannot listen at \(settings.host), port \(port): \(reason)"),
        help: Phrase(
          it: "scegli un'altra porta con `--port`", en: "choose another port with `--port`"),
        log.language)
    }
  }
}
