import Diagnostics
import Files
import Output
import Preview
import Subprocess

/// What the one at the terminal reads while a preview runs: where it is, and a line for each rebuild.
struct PreviewLog: Sendable {
  let language: Language
  let host: String
  let isQuiet: Bool
  let isPlain: Bool
  let opens: Bool
  /// What the studio's browser is opened with; nil for the preview.
  var studioKey: String?

  func tell(_ event: Preview.Event) {
    switch event {
    case .portTaken(let port):
      say(
        Phrase(
          it: "La porta \(port) è occupata: provo la successiva.",
          en: "Port \(port) is taken: trying the next."))
    case .listening(let port, let invitation):
      let address = "http://\(own):\(port)/"
      say(
        Phrase(
          it: "Anteprima su \(address) (Ctrl-C per chiuderla)",
          en: "Preview at \(address) (Ctrl-C stops it)"))
      if !isPlain {
        say(
          Phrase(
            it: "  Controlli di tutto il sito: \(address)_preview/",
            en: "  Checks of the whole site: \(address)_preview/"))
      }
      // The studio's own links say which pages they open.
      if let invitation, studioKey == nil { invite(port, invitation, isFirst: true) }
      if let studioKey {
        let entrance = "\(address)_studio/entra?chiave=\(studioKey)"
        say(
          Phrase(
            it: "  Per scrivere (vale una volta sola): \(entrance)",
            en: "  To write (works once): \(entrance)"))
        if opens { Task { await open(Launcher.file(to: entrance) ?? entrance) } }
      } else if opens {
        Task { await open(address) }
      }
    case .invitation(let port, let invitation): invite(port, invitation, isFirst: false)
    case .rebuilt(let summary):
      if !isQuiet { say(line(summary)) }
      if isPlain, summary.errors > 0 {
        say(
          Phrase(
            it: "  Così non si pubblica: `bilancio controlla` dice che cosa correggere.",
            en: "  This cannot be published: `bilancio check` tells what to mend."))
      }
    }
  }

  private func say(_ phrase: Phrase) { Terminal.output(phrase.text(in: language)) }

  /// What this machine calls itself when it talks to itself.
  private var own: String {
    switch host {
    case "0.0.0.0", "::": "127.0.0.1"
    default: host.contains(":") ? "[\(host)]" : host
    }
  }

  private func invite(_ port: Int, _ invitation: String, isFirst: Bool) {
    let isEverywhere = host == "0.0.0.0" || host == "::"
    let hosts = isEverywhere ? PreviewLog.outside + NetworkAddresses.all : [own]
    let addresses = hosts.map { "  http://\($0):\(port)/_preview/entra?chiave=\(invitation)" }
    if isFirst {
      say(
        Phrase(
          it: """
            Per un collega sulla stessa rete (vale una volta sola):
            \(addresses.joined(separator: "\n"))
            Chi lo apre vede tutto il sito, bozze comprese, finché l'anteprima è aperta. Quello che legge \
            passa in chiaro sulla rete: usalo solo su una rete di cui ti fidi.
            """,
          en: """
            For a colleague on the same network (works once):
            \(addresses.joined(separator: "\n"))
            Whoever opens it sees the whole site with its drafts while the preview runs. What they read \
            crosses the network unencrypted: use it only on a network that you trust.
            """))
    } else {
      say(
        Phrase(
          it: "L'invito è stato usato. Per un altro collega:\n\(addresses.joined(separator: "\n"))",
          en:
            "The invitation was used. For another colleague:\n\(addresses.joined(separator: "\n"))"
        ))
    }
  }

  /// What the machine around a container calls it, which the container itself cannot know; empty elsewhere.
  ///
  /// Podman and Docker leave these files in each.
  private static var outside: [String] {
    let marks = ["/run/.containerenv", "/.dockerenv"]
    return marks.contains { FileSystem.status($0) != nil } ? ["localhost"] : []
  }

  private func line(_ summary: Preview.Summary) -> Phrase {
    if let failure = summary.failure { return Phrase(it: failure, en: failure) }
    let what = changes(summary.changes)
    let milliseconds = "\(Int(nearest: summary.duration.seconds * 1000) ?? 0) ms"
    return Wording.phrase { say in
      let problems = say.summary(
        errors: summary.errors, warnings: summary.warnings, hints: summary.hints)
      return what.text(in: say.language)
        + "\(say.pages(summary.pages)), \(milliseconds), \(problems)"
    }
  }

  /// The first of the files that changed, and how many more.
  private func changes(_ paths: [String]) -> Phrase {
    guard let first = paths.first else { return Phrase(it: "", en: "") }
    let more = paths.count - 1
    return Phrase(
      it: first + (more == 0 ? ": " : more == 1 ? " e un altro: " : " e altri \(more): "),
      en: first + (more == 0 ? ": " : " and \(more) more: "))
  }

  /// The programs that open an address in the user's browser, the first that is there.
  private static let openers = ["xdg-open", "wslview", "sensible-browser"]

  private func open(_ address: String) async {
    for opener in PreviewLog.openers {
      let result = try? await Subprocess.run(
        .name(opener), arguments: [address], output: .discarded, error: .discarded)
      if result?.terminationStatus.isSuccess == true { return }
    }
    say(
      Phrase(
        it: "Non trovo un browser: apri tu \(address)", en: "No browser found: open \(address)"))
  }
}
