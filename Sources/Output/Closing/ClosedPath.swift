import Diagnostics
import Files

/// Where a copy of a closed edition may have files: nowhere but where `close` puts them.
enum ClosedPath {
  /// - Returns: why `close` cannot have put a file there; nil where it can.
  static func flaw(of path: String, edition: String) -> Phrase? {
    let parts = path.split(separator: "/").map(String.init)
    guard !parts.contains(where: { $0.hasPrefix(".") }) else {
      return Phrase(it: "il nome comincia con un punto", en: "its name begins with a full stop")
    }
    switch parts.first {
    case "file": return attachmentFlaw(parts)
    case edition where parts.count > 2 && parts[1] == "file": return attachmentFlaw(parts)
    case edition where made.contains(Path.ending(of: parts.last ?? "")): return nil
    case edition:
      return Phrase(
        it: "un'edizione non ha file di questo tipo", en: "no edition has files of this kind")
    case "assets" where parts.count == 2: return assetFlaw(parts[1])
    default:
      return Phrase(
        it: "sta fuori dall'edizione", en: "it stands outside the edition")
    }
  }

  /// What the program makes of an edition: pages, data and what describes them.
  private static let made: Set<String> = ["html", "json", "jsonld", "csv", "ttl", "svg", "png"]

  /// An asset's name ends in sixteen hexadecimal digits of what it is made of.
  private static func assetFlaw(_ name: String) -> Phrase? {
    let stem = Path.withoutEnding(name)
    let digits = stem.utf8.suffix(16)
    let isHashed =
      stem.utf8.count > 17 && stem.utf8.dropLast(16).last == UInt8(ascii: "-")
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isHashed else {
      return Phrase(
        it: "il nome non è quello di un file del tema", en: "its name is none of a theme's file")
    }
    return runFlaw([name], besides: ["js", "mjs"])
  }

  private static func attachmentFlaw(_ parts: [String]) -> Phrase? { runFlaw(parts, besides: []) }

  /// Words behind a full stop that make a server or a browser run a file, wherever they stand in its name.
  private static func runFlaw(_ parts: [String], besides harmless: Set<String>) -> Phrase? {
    for part in parts {
      for word in part.lowercased().split(separator: ".").dropFirst().map(String.init)
      where run.contains(word) && !harmless.contains(word) {
        return Phrase(
          it: "un server o un browser può eseguire i file `\(word)`",
          en: "a server or a browser may run files of the kind `\(word)`")
      }
    }
    return nil
  }

  private static let run: Set<String> = [
    "php", "php3", "php4", "php5", "php7", "php8", "phps", "pht", "phtml", "phar", "cgi", "fcgi",
    "pl", "py", "rb", "sh", "asp", "aspx", "ashx", "asmx", "jsp", "jspx", "cfm", "shtml", "shtm",
    "stm", "config", "htaccess", "html", "htm", "xhtml", "xht", "mht", "mhtml", "js", "mjs",
    "wasm", "swf", "xsl", "xslt", "hta", "htc", "svgz", "exe", "com", "bat", "cmd", "ps1", "jar",
  ]
}
