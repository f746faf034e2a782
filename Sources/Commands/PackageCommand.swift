import ArgumentParser
import Diagnostics
import Facts
import Files
import Output
import Site

/// `bilancio package`: the site as one file.
struct PackageCommand: SiteCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "package", "pacchetto",
      abstract: Speech.say(
        "Fa un solo file zip del sito, per chi lo carica a mano.",
        "Makes one zip file of the site, for those who upload it by hand."),
      discussion: Speech.say(
        """
        Lo stesso sito dà gli stessi byte. Se c'è un errore, il file che c'era resta com'era. Esempio:

          bilancio pacchetto --uscita bilancio-sociale.zip
        """,
        """
        The same site gives the same bytes. Where there is an error, the file that was there stays. \
        Example:

          bilancio package --output social-report.zip
        """))
  }

  @OptionGroup var source: SourceOptions

  @OptionGroup var selection: EditionOptions

  @OptionGroup var options: SiteOptions

  @OptionGroup var telling: TellingOptions

  @Option(
    name: .named("output", "uscita"),
    help: .words(
      "Il file zip; se non lo dici, `sito.zip` accanto ai testi trovati.",
      "The zip file; where it is not said, `sito.zip` beside the texts found.",
      value: ("file", "file")))
  var statedOutput: String?

  @Flag(
    name: .named("fragment", "contenuti"),
    help: .words(
      "Di ogni pagina solo il contenuto, senza testata e piede, da incollare in un altro sito.",
      "Of each page only its contents, without head and foot, to be pasted into another site."))
  var fragment = false

  func validate() throws {
    if let statedOutput, Path.ending(of: statedOutput) != "zip" {
      throw ValidationError(
        Speech.say(
          "--uscita: il nome deve finire con .zip", "--output: the name must end with .zip"))
    }
  }

  func run() async throws {
    let output = statedOutput ?? source.project.path("sito.zip")
    let run = try await SiteRun(
      settings(for: fragment ? .fragments : .publication))
    guard let site = run.output else {
      try run.finish(nil, as: .package(output, nil))
      return
    }
    do {
      let (result, byteCount) = try await site.package(to: output) { run.isFine(with: $0) }
      try run.finish(result, as: .package(output, byteCount))
    } catch let error as any ExplainedError {
      throw Failure(error, run.language)
    }
  }
}
