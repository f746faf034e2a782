import Diagnostics

/// What went wrong in a tool's words, in those of its user, with what to do.
package enum ToolFailure {
  private struct Kind {
    /// Any of these in what the tool wrote, in lower case.
    let signs: [String]
    let message: Phrase
    let help: Phrase
  }

  package static func error(_ tool: String, words: String, _ place: String) -> PublishError {
    let lines = words.split(whereSeparator: \.isNewline)
      .map { $0.drop { $0.isWhitespace } }.filter { !$0.isEmpty }
    for kind in kinds {
      let line = lines.first { line in
        let known = line.lowercased()
        return kind.signs.contains { known.contains($0) }
      }
      guard let line else { continue }
      let detail = " (\(tool): \(shortened(line)))"
      return PublishError(
        Phrase(
          it: "\(place): \(kind.message.italian)\(detail)",
          en: "\(place): \(kind.message.english)\(detail)"), help: kind.help)
    }
    // Tools come to the point at the end.
    let said = shortened(lines.suffix(2).joined(separator: "; ")[...])
    return PublishError(
      Phrase(
        it: "`\(tool)` non è riuscito con \(place): \(said)",
        en: "`\(tool)` failed at \(place): \(said)"))
  }

  /// A server chooses its words; what they show is theirs, what they do to a terminal is not.
  static func shortened(_ words: Substring) -> String {
    guard !words.isEmpty else { return "?" }
    let told = withoutSecrets(String(words))
    let start = told.unicodeScalars.prefix(300)
    let shown = start.endIndex == told.endIndex ? String(start) : String(start) + " …"
    return shown.printable(keepsLines: false)
  }

  /// Without the names and passwords of addresses, also of those that are cut short.
  ///
  /// A secret is what stands before an `@` and follows `://`, or has a colon or another `@` in it; a name
  /// alone, as in `user@server`, is none.
  private static func withoutSecrets(_ words: String) -> String {
    var kept: [UInt8] = []
    let bytes = Array(words.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "/") } ?? bytes.count
      let part = bytes[start..<end]
      if let mark = part.lastIndex(of: UInt8(ascii: "@")) {
        let name = part[..<mark]
        let isSecret =
          kept.suffix(3).elementsEqual("://".utf8)
          || name.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") }
        kept += isSecret ? Array("…".utf8) + part[mark...] : Array(part)
      } else {
        kept += part
      }
      if end < bytes.count { kept.append(bytes[end]) }
      start = end + 1
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// A tool that was ended because nothing went on any more.
  static func silent(_ tool: String, _ patience: Duration) -> PublishError {
    let seconds = patience.components.seconds
    let time = Wording.phrase {
      seconds < 120
        ? $0.count(Int(seconds), ("secondo", "secondi"), ("second", "seconds"))
        : $0.count(Int(seconds / 60), ("minuto", "minuti"), ("minute", "minutes"))
    }
    return PublishError(
      Phrase(
        it: "`\(tool)` non dà segno da \(time.italian): l'ho fermato",
        en: "`\(tool)` has given no sign for \(time.english): it was ended"),
      help: Phrase(
        it:
          "il sito che c'era funziona come prima; controlla il server e il collegamento alla rete, "
          + "poi ripeti: si riprende da dove si era arrivati",
        en: "the site that was there works as before; check the server and your connection, then "
          + "repeat: it goes on from where it was"))
  }

  /// A tool that was ended because it did not stop talking.
  static func endless(_ tool: String) -> PublishError {
    PublishError(
      Phrase(
        it: "`\(tool)` non smette di scrivere: l'ho fermato",
        en: "`\(tool)` does not stop writing: it was ended"),
      help: Phrase(
        it: "controlla che `dove` sia la cartella del bilancio e non una con milioni di file; "
          + "se lo è, chiedi a chi tiene il server",
        en:
          "check that `location` is the report's folder and not one with millions of files; if it "
          + "is, ask whoever keeps the server"))
  }

  private static let makeRoom = Phrase(
    it:
      "il sito che c'era funziona come prima; fai spazio e ripeti: si riprende da dove si era arrivati",
    en:
      "the site that was there works as before; make room and repeat: it goes on from where it was")

  // In this order: what is nearer to the cause comes first.
  private static let kinds: [Kind] = [
    Kind(
      signs: [
        "no space left", "disk full", "insufficient storage", "quota exceeded", "disk quota",
        "write failed on", "507 ", "552 ",
      ],
      message: Phrase(it: "il disco del server è pieno", en: "the server's disk is full"),
      help: makeRoom),
    // What SFTP calls a failure of every kind (SSH_FX_FAILURE) is, in the middle of a file, a full disk.
    Kind(
      signs: ["write remote"],
      message: Phrase(
        it:
          "il server non riesce a scrivere tutto: il disco è pieno, o lo spazio concesso è finito",
        en: "the server cannot write it all: its disk is full, or the space that is yours"),
      help: makeRoom),
    Kind(
      signs: ["read-only file system"],
      message: Phrase(
        it: "il disco del server è in sola lettura", en: "the server's disk is read-only"),
      help: Phrase(
        it: "chiedi a chi tiene il server", en: "ask whoever keeps the server")),
    Kind(
      signs: ["host key verification failed", "knownhosts:", "host identification has changed"],
      message: Phrase(
        it: "non so se il server è davvero lui: la sua chiave non è tra quelle conosciute",
        en: "it is not certain that this is the server: its key is not among those that are known"),
      help: Phrase(
        it:
          "collegati una volta con `ssh` e confronta la chiave con quella che ti dà chi tiene il server",
        en: "connect once with `ssh` and compare the key with what whoever keeps the server tells")),
    Kind(
      signs: [
        "permission denied (publickey", "permission denied (password",
        "permission denied (keyboard", "permission denied (gssapi", "unable to authenticate",
        "401 ", "unauthorized", "530 ",
        "login incorrect", "invalidaccesskeyid", "signaturedoesnotmatch", "invalid access key",
        "login authentication failed", "too many authentication failures", "no auth methods",
      ],
      message: Phrase(
        it: "il server non accetta le credenziali", en: "the server does not accept the credentials"
      ),
      help: Phrase(
        it:
          "controlla la chiave o la password nella configurazione di ssh o di rclone (`rclone config`)",
        en: "check the key or the password in the configuration of ssh or rclone (`rclone config`)")
    ),
    Kind(
      signs: ["didn't find section in config file", "didn't find backend called"],
      message: Phrase(
        it: "rclone non conosce questo nome", en: "rclone does not know this name"),
      help: Phrase(
        it: "i nomi che conosce: `rclone listremotes`; uno nuovo: `rclone config`",
        en: "the names it knows: `rclone listremotes`; a new one: `rclone config`")),
    Kind(
      signs: [
        "permission denied", "access denied", "accessdenied", "403 ", "forbidden", "550 ",
        "operation not permitted",
      ],
      message: Phrase(
        it: "non hai il permesso di scrivere lì", en: "you may not write there"),
      help: Phrase(
        it: "chiedi a chi tiene il server il permesso su quella cartella",
        en: "ask whoever keeps the server for permission on that folder")),
    Kind(
      signs: [
        "no such file or directory", "directory not found", "nosuchbucket", "no such file",
        "couldn't stat remote", "change_dir",
      ],
      message: Phrase(it: "la cartella non c'è", en: "the folder is not there"),
      help: Phrase(
        it: "controlla `dove`; se è giusto, crea la cartella",
        en: "check `location`; if it is right, make the folder")),
    Kind(
      signs: [
        "could not resolve", "no such host", "name or service not known",
        "temporary failure in name",
      ],
      message: Phrase(it: "il server non si trova", en: "the server cannot be found"),
      help: Phrase(
        it: "controlla il nome del server e il collegamento alla rete",
        en: "check the server's name and your connection")),
    Kind(
      signs: [
        "connection refused", "connection timed out", "network is unreachable", "no route to host",
      ],
      message: Phrase(it: "il server non risponde", en: "the server does not answer"),
      help: Phrase(
        it: "controlla il nome, la porta e il collegamento alla rete, poi ripeti",
        en: "check the name, the port and your connection, then repeat")),
    Kind(
      signs: [
        "connection reset", "connection closed", "broken pipe", "i/o timeout", "lost connection",
        "connection unexpectedly closed", "unexpected eof", "timeout, server", "not responding",
      ],
      message: Phrase(it: "la linea è caduta", en: "the line was lost"),
      help: Phrase(
        it: "il sito che c'era funziona come prima; ripeti: si riprende da dove si era arrivati",
        en: "the site that was there works as before; repeat: it goes on from where it was")),
  ]
}
