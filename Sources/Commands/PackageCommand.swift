import ArgumentParser
import Diagnostics
import Files
import Output
import Site

/// `bilancio package`: the site as one file.
struct PackageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "package",
    abstract: "Fa un solo file zip del sito, per chi lo carica a mano.",
    discussion: """
      Lo stesso sito dà gli stessi byte. Se c'è un errore, il file che c'era resta com'era. Esempio:

        bilancio package --output bilancio-sociale.zip
      """)

  @OptionGroup var options: SiteOptions

  @Option(help: ArgumentHelp("Il file zip.", valueName: "file"))
  var output = "sito.zip"

  @Flag(
    help: "Di ogni pagina solo il contenuto, senza testata e piede, da incollare in un altro sito.")
  var fragment = false

  func validate() throws {
    if Path.ending(of: output) != "zip" {
      throw ValidationError("--output: il nome deve finire con .zip")
    }
  }

  func run() async throws {
    let run = try await SiteRun(
      options.settings(for: fragment ? .fragments : .publication))
    guard let site = run.output else {
      try run.finish(nil, as: .package(output, nil))
      return
    }
    do {
      let (result, byteCount) = try await site.package(to: output) { run.isFine(with: $0) }
      try run.finish(result, as: .package(output, byteCount))
    } catch let error as OutputError {
      throw Failure(error.message, help: error.help, run.language)
    }
  }
}
