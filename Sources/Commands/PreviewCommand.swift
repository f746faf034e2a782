import ArgumentParser
import Content
import Diagnostics
import Facts
import Files
import Glibc
import Pipeline
import Preview
import Site
import SocialReport

/// `bilancio preview`: the site on this machine, made anew with every change.
struct PreviewCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "preview", "anteprima",
      abstract: Speech.say(
        "Mostra il sito mentre lo scrivi, con le bozze e con gli errori.",
        "Shows the site while you write it, with its drafts and its errors."),
      discussion: Speech.say(
        """
        Apre il sito su questo computer e lo rifà a ogni salvataggio: la pagina nel browser cambia da \
        sola, gli errori compaiono sopra la pagina e spariscono quando sono corretti. Esempio:

          bilancio anteprima --apri
        """,
        """
        Opens the site on this machine and makes it anew with every save: the page in the browser \
        changes by itself, errors appear over the page and go when they are mended. Example:

          bilancio preview --open
        """))
  }

  @OptionGroup var source: SourceOptions

  @OptionGroup var selection: EditionOptions

  @OptionGroup var serving: ServingOptions

  @Option(
    help: .words(
      "L'indirizzo su cui mettersi in ascolto; fuori da questo computer serve `--condividi`.",
      "The address to listen at; beyond this machine `--share` is needed.",
      value: ("indirizzo", "address")))
  var host: String?

  @Flag(
    name: .named("share", "condividi"),
    help: .words(
      "Invita chi è sulla stessa rete, con un indirizzo che vale una volta sola.",
      "Invites somebody on the same network, with an address that works once."))
  var share = false

  @Flag(
    name: .named("open", "apri"),
    help: .words("Apre il browser.", "Opens the browser."))
  var open = false

  @Flag(
    name: .named("no-drafts", "senza-bozze"),
    help: .words("Senza le bozze.", "Without the drafts."))
  var withoutDrafts = false

  @Flag(
    name: .named("publish-like", "come-pubblicato"),
    help: .words(
      "Il sito come lo scrive `costruisci`, al suo indirizzo, senza nulla dell'anteprima.",
      "The site as `build` writes it, at its address, with nothing of the preview."))
  var publishLike = false

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Il programma che i collegamenti alle righe aprono: ",
        "The program that links to lines open: ")
        + Editor.known.map(\.key).joined(separator: ", ")
        + Speech.say(
          ", oppure un indirizzo con {path}, {line} e {column}. Vale anche BILANCIO_EDITOR.",
          ", or an address with {path}, {line} and {column}. BILANCIO_EDITOR does the same."),
      valueName: Speech.say("nome", "name")))
  var editor: String?

  private static let loopback: Set<String> = ["127.0.0.1", "localhost", "::1"]

  func validate() throws {
    if let host, !share, !PreviewCommand.loopback.contains(host) {
      throw ValidationError(
        Speech.say(
          """
          --host \(host): così chi è sulla tua rete potrebbe leggere le bozze. Se è quello che vuoi, \
          aggiungi --condividi: l'anteprima ti darà un indirizzo da passare a un collega.
          """,
          """
          --host \(host): others on your network could read the drafts. If that is what you want, add \
          --share: the preview will give you an address for a colleague.
          """))
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
        Speech.say(
          "\(origin): serve uno fra \(names), oppure un indirizzo con {path}, {line} e {column}",
          "\(origin): one of \(names) is needed, or an address with {path}, {line} and {column}"))
    }
  }

  func run() async throws {
    let site = try ShownSite(
      source, edition: selection.edition, isPreview: !publishLike, hasDrafts: !withoutDrafts)
    var settings = site.settings
    settings.host = host ?? (share ? "0.0.0.0" : "127.0.0.1")
    settings.isShared = share
    settings.isPlain = publishLike
    settings.editor = try chosenEditor
    serving.apply(to: &settings)
    let log = PreviewLog(
      language: site.language, host: settings.host, isQuiet: serving.quiet, isPlain: publishLike,
      opens: open)
    try await site.serve(settings, log)
  }
}
