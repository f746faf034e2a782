import ArgumentParser
import Diagnostics

/// What a report is made of, for every command that reads one.
struct SourceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("La cartella dei testi.", valueName: "cartella"))
  var content = "content"

  @Option(help: ArgumentHelp("Il tema: un nome in `themes/` o una cartella.", valueName: "tema"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Solo l'edizione di quest'anno, o con questo `id`; le altre non saranno nel sito.",
      valueName: "anno"))
  var edition: String?

  @Option(help: "La lingua dei messaggi: it o en.")
  var language: Language?

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
