import Diagnostics
import Files

/// A folder of a machine that SSH reaches: `user@server:folder`.
struct SecureShellPlace: Sendable {
  let host: String
  /// Relative to the user's own folder, or absolute.
  let folder: String
  /// A program in place of `ssh`; nil for `ssh` itself.
  let shell: String?

  init(_ location: String, shell: String?) throws(PublishError) {
    let parts = location.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[0].contains("/"), !parts[0].hasPrefix("-"),
      !parts[1].hasPrefix(":"), !parts[1].contains("@"),
      location.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else {
      // It may hold a password, which is not repeated.
      throw PublishError(
        Phrase(it: "`dove` non è un posto su un server", en: "`location` is no place on a server"),
        help: Phrase(
          it: "scrivilo come `utente@server:cartella`, senza password: quella non sta fra i testi",
          en: "write it as `user@server:folder`, without a password: that does not belong here"))
    }
    host = String(parts[0])
    let path = parts[1].isEmpty ? "." : String(parts[1])
    folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.shell = shell
  }

  var name: String { "\(host):\(folder)" }

  /// No questions, as nobody may be there to answer; a line that is dead is told after some time.
  static let options = [
    "BatchMode=yes", "ConnectTimeout=20", "ServerAliveInterval=15", "ServerAliveCountMax=4",
  ].flatMap { ["-o", $0] }
}
