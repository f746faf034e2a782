import Checks
import Diagnostics
import Files

/// What people write in place of an address, and the address that they mean.
struct AddressMistake {
  private let identifier: Diagnostic.Identifier
  private let message: Phrase
  private let help: Phrase

  /// A path of this machine, or with the slashes of Windows; nil for any other address.
  init?(_ address: String) {
    let address = Credentials.masked(address)
    let path = address.map { $0 == "\\" ? "/" : $0 }
    let plain = String(path)
    let lower = plain.lowercased()
    let isDrive =
      plain.dropFirst().hasPrefix(":/") && plain.first?.isLetter == true && plain.count > 3
    if lower.hasPrefix("file:") || isDrive || address.hasPrefix("\\\\") {
      let name = Path.name(of: plain)
      identifier = .forbiddenLink
      message = Phrase(
        it:
          "`\(address)` è un posto del tuo computer o della rete dell'ufficio: chi legge non ci arriva",
        en:
          "`\(address)` is a place of your computer or of the office's network: readers cannot reach it"
      )
      help = Phrase(
        it: "copia il file accanto a questo testo e scrivi `\(AddressMistake.bracketed(name))`",
        en: "copy the file beside this text and write `\(AddressMistake.bracketed(name))`")
    } else if address.contains("\\"), !address.hasPrefix("\\") {
      identifier = .forbiddenLink
      message = Phrase(
        it: "in un indirizzo le cartelle si dividono con `/`, non con `\\`",
        en: "in an address folders are divided by `/`, not by `\\`")
      help = Phrase(
        it: "scrivi `\(AddressMistake.bracketed(plain))`",
        en: "write `\(AddressMistake.bracketed(plain))`")
    } else {
      return nil
    }
  }

  /// An address of the web, of mail or of a telephone without its beginning, where no file has that name.
  init?(withoutScheme address: String) {
    guard let scheme = AddressMistake.scheme(missingFrom: address) else { return nil }
    let wanted = scheme + (scheme == "tel:" ? String(address.filter { $0 != " " }) : address)
    identifier = .brokenLink
    message = Phrase(
      it: "a questo indirizzo manca `\(scheme)`: così è il nome di un file",
      en: "this address lacks `\(scheme)`: as it is, it names a file")
    help = Phrase(it: "scrivi `\(wanted)`", en: "write `\(wanted)`")
  }

  private static func scheme(missingFrom address: String) -> String? {
    if address.lowercased().hasPrefix("www.") { return "https://" }
    if let at = address.firstIndex(of: "@"), !address.contains("/") {
      return WrittenAddress.isHost(String(address[address.index(after: at)...])) ? "mailto:" : nil
    }
    let digits = address.filter(\.isNumber)
    if digits.count >= 6, address.allSatisfy({ $0.isNumber || "+ .-/".contains($0) }) {
      return "tel:"
    }
    return WrittenAddress.isHost(address) ? "https://" : nil
  }

  private static func bracketed(_ path: String) -> String {
    path.contains(" ") ? "<\(path)>" : path
  }

  func diagnostic(at place: SourceRange) -> Diagnostic {
    Diagnostic(identifier, message, help: help, at: place)
  }
}
