import Diagnostics
import Files

/// A folder of a machine that SSH reaches: `user@server:folder`.
///
/// User and server become arguments of programs that read options and commands in them, so only signs that
/// names have are let through.
struct SecureShellPlace: Sendable {
  let host: String
  /// Relative to the user's own folder, or absolute.
  let folder: String
  let access: Access

  init(_ location: String, _ access: Access) throws(PublishError) {
    guard location.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .noPlace }
    if let found = location.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:\/\//) {
      throw .address(String(found.output))
    }
    guard let (host, folder) = SecureShellPlace.parts(location) else { throw .noPlace }
    if folder.prefixMatch(of: /[0-9]+:/) != nil { throw .port }
    self.host = host
    self.folder = try RemoteFolder.path(folder)
    self.access = access
  }

  var name: String { "\(host):\(folder)" }

  /// The server with its user, and the folder; nil where they are none.
  private static func parts(_ location: String) -> (String, String)? {
    // The last `@` before the folder divides them, as users may be called by their mail addresses.
    guard
      let found = location.wholeMatch(
        of:
          /((?:[A-Za-z0-9_][A-Za-z0-9_.+@\\-]*@)?)(\[[0-9A-Fa-f:.]+\]|[\p{L}\p{N}_][\p{L}\p{N}_.-]*):(.*)/
      ),
      // What comes behind another `:` or before a later `@` may be a password.
      !found.3.hasPrefix(":"), !found.3.contains("@")
    else { return nil }
    return (String(found.1 + found.2), String(found.3))
  }

  /// No questions, as nobody may be there to answer; a dead connection is noticed after some time.
  static let options = [
    "BatchMode=yes", "ConnectTimeout=20", "ServerAliveInterval=15", "ServerAliveCountMax=4",
  ].flatMap { ["-o", $0] }
}

/// The folder of a place elsewhere, as it is written in `dove`.
enum RemoteFolder {
  /// Relative to where the server lets its user in, or absolute: `~` is the first, for every tool.
  static func path(_ written: String) throws(PublishError) -> String {
    var path = Substring(written)
    if path == "~" || path.hasPrefix("~/") {
      path = path.dropFirst(2).drop { $0 == "/" }
    } else if path.hasPrefix("~") {
      throw PublishError(
        Phrase(
          it: "in `dove` non so quale sia la cartella `\(String(path.prefix(60)))`",
          en: "the folder `\(String(path.prefix(60)))` of `location` is not known here"),
        help: Phrase(
          it: "scrivi il percorso intero, che comincia con `/`",
          en: "write the whole path, which begins with `/`"))
    }
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path.isEmpty ? "." : String(path)
  }
}

extension PublishError {
  private static let form = Phrase(
    it: "scrivilo come `utente@server:cartella`, senza password: quella non sta fra i testi",
    en: "write it as `user@server:folder`, without a password: that does not belong here")

  /// It may hold a password, which is not repeated.
  fileprivate static let noPlace = PublishError(
    Phrase(it: "`dove` non è un posto su un server", en: "`location` is no place on a server"),
    help: form)

  /// - Parameter scheme: with its signs, as `sftp://`.
  fileprivate static func address(_ scheme: String) -> PublishError {
    PublishError(
      Phrase(
        it: "`dove` comincia con `\(scheme)`, e qui non serve un indirizzo",
        en: "`location` begins with `\(scheme)`, and no address is needed here"), help: form)
  }

  fileprivate static let port = PublishError(
    Phrase(it: "in `dove` c'è il numero di una porta", en: "`location` has the number of a port"),
    help: Phrase(
      it: "scrivilo come `utente@server:cartella`; la porta va in `~/.ssh/config`, per quel server",
      en: "write it as `user@server:folder`; the port goes into `~/.ssh/config`, for that server"))
}
