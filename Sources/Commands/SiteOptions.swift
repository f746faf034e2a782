import ArgumentParser
import Diagnostics

/// What `build` and `check` have in common.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("La cartella dei testi.", valueName: "cartella"))
  var content = "content"

  @Option(help: ArgumentHelp("Il tema: un nome in `themes/` o una cartella.", valueName: "tema"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Solo l'edizione di quest'anno; le altre non saranno nel sito.", valueName: "anno"))
  var edition: Int?

  @Flag(help: "Comprende le bozze.")
  var drafts = false

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("L'indirizzo del sito, al posto di quello in `sito.yml`.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Collegamenti relativi: il sito si apre anche dal disco, senza un server.")
  var relative = false

  @Flag(help: "Gli avvisi valgono come errori.")
  var strict = false

  @Option(help: "Come si scrivono i problemi: text, line, json o github.")
  var format = Format.text

  @Option(help: "La lingua dei messaggi: it o en.")
  var language: Language?

  @Flag(name: .shortAndLong, help: "Dice solo che cosa non va.")
  var quiet = false

  @Flag(help: .hidden)
  var timings = false

  /// To compare pages with those that have all rules of the design system's style sheet.
  @Flag(help: .hidden)
  var wholeStylesheet = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case line
    case json
    case github
  }

  func validate() throws {
    if let baseURL, !(baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://")) {
      throw ValidationError("--base-url: serve un indirizzo intero, come https://www.esempio.it/")
    }
  }

  /// The language that was asked for, else the locale's, if it is one of ours.
  var statedLanguage: Language? {
    if let language { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = Terminal.environment(name), !value.isEmpty else { continue }
      return Language(rawValue: String(value.prefix(2)))
    }
    return nil
  }
}

extension Language: ExpressibleByArgument {}
