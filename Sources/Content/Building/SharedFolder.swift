import Diagnostics
import Files
import SocialReport

/// The folder of what editions have in common (`comuni/`, `shared/`), beside those of the editions.
enum SharedFolder {
  private static let names: Set<String> = ["comuni", "shared"]

  /// What editions may share: it goes on from year to year, and belongs to no objective.
  static let kinds: Set<EntityKind> = [
    .indicator, .indicators, .sources, .glossary, .offices, .plans,
  ]

  /// The folder of that name in which a file stands, as the disk spells it.
  ///
  /// - Parameter home: the folder that the two names are looked for in.
  static func folder(of path: String, below home: String = "") -> String? {
    let start = home.isEmpty ? 0 : home.utf8.count + 1
    guard path.utf8.count > start, home.isEmpty || path.hasPrefix(home + "/") else { return nil }
    let parts = path.utf8.dropFirst(start).split(separator: UInt8(ascii: "/"), maxSplits: 1)
    guard parts.count == 2, case let name = String(Substring(parts[0])) else { return nil }
    return names.contains(name.lowercased()) ? name : nil
  }

  /// Whether a file is one that editions read from there.
  static func holds(_ file: DecodedFile, below home: String = "") -> Bool {
    kinds.contains(file.kind) && folder(of: file.path, below: home) != nil
  }

  /// What is told of a file that no edition reads from there.
  static func refusal(of file: DecodedFile, in folder: String) -> Diagnostic {
    Diagnostic(
      .misplacedFile,
      Phrase(
        it: "un file con `tipo: \(file.kind.italian)` non si legge dalla cartella `\(folder)`",
        en: "a file with `kind: \(file.kind.rawValue)` is not read from the folder `\(folder)`"),
      help: Phrase(
        it: "qui stanno uffici, fonti, glossario, piani e indicatori di tutte le edizioni: sposta "
          + "questo nella cartella della sua edizione",
        en:
          "here stand offices, sources, glossary, plans and indicators of all editions: move this "
          + "into the folder of its edition"), at: file.place)
  }
}
