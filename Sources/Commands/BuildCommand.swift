import ArgumentParser
import Diagnostics
import Output

/// `bilancio build`: the site in a folder.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Fa il sito nella cartella di uscita.",
    discussion: """
      Legge i testi, li controlla e scrive le pagine. Se c'è un errore, il sito che c'era resta
      com'era. Esempio:

        bilancio build --content content --output output
      """)

  @OptionGroup var options: SiteOptions

  @Option(help: ArgumentHelp("La cartella in cui va il sito.", valueName: "cartella"))
  var output = "output"

  func run() async throws {
    let run = try await SiteRun(options.settings())
    guard let site = run.output else {
      try run.finish(nil, as: .folder(output))
      return
    }
    do {
      let result = try await site.build(to: output, isDurable: true) { run.isFine(with: $0) }
      try run.finish(result, as: .folder(output))
    } catch let error as OutputError {
      throw Failure(error.message, help: error.help, run.language)
    }
  }
}

/// `bilancio check`: the same without a folder.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Controlla i testi e il tema, senza scrivere nulla.",
    discussion: """
      Trova gli stessi problemi di `build`: campi, riferimenti, collegamenti, immagini. Esempio:

        bilancio check --strict
      """)

  @OptionGroup var options: SiteOptions

  func run() async throws {
    let run = try await SiteRun(options.settings())
    try run.finish(try await run.output?.check(), as: .nothing)
  }
}
