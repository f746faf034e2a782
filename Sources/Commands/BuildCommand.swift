import ArgumentParser
import Diagnostics
import Facts
import Output
import Pipeline
import Site

/// `bilancio build`: the site in a folder.
struct BuildCommand: SiteCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "build",
      abstract: Speech.say(
        "Fa il sito nella cartella di uscita.", "Makes the site in the output folder."),
      discussion: Speech.say(
        """
        Legge i testi, li controlla e scrive le pagine. Se c'è un errore, il sito che c'era resta \
        com'era. Esempio:

          bilancio build --content content --output output
        """,
        """
        Reads the texts, checks them and writes the pages. Where there is an error, the site that was \
        there stays as it was. Example:

          bilancio build --content content --output output
        """),
      aliases: ["costruisci"])
  }

  @OptionGroup var source: SourceOptions

  @OptionGroup var selection: EditionOptions

  @OptionGroup var options: SiteOptions

  @OptionGroup var telling: TellingOptions

  @Option(
    name: .named("output", "uscita"),
    help: ArgumentHelp(
      Speech.say(
        "La cartella in cui va il sito; se non la dici, `output` accanto ai testi trovati.",
        "The folder that the site goes into; where it is not said, `output` beside the texts found."
      ),
      valueName: Speech.say("cartella", "folder")))
  var statedOutput: String?

  func run() async throws {
    let output = statedOutput ?? source.project.path("output")
    let run = try await SiteRun(settings())
    guard let site = run.output else {
      try run.finish(nil, as: .folder(output))
      return
    }
    do {
      let result = try await site.build(to: output, isDurable: true) { run.isFine(with: $0) }
      try run.finish(result, as: .folder(output))
    } catch let error as any ExplainedError {
      throw Failure(error, run.language)
    }
  }
}

/// `bilancio check`: the same without a folder.
struct CheckCommand: SiteCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Speech.say(
        "Controlla i testi e il tema, senza scrivere nulla.",
        "Checks the texts and the theme, and writes nothing."),
      discussion: Speech.say(
        """
        Trova gli stessi problemi di `build`: campi, riferimenti, collegamenti, immagini. Esempio:

          bilancio check --strict
          bilancio check --elenco       che cosa resta da scrivere nelle bozze, per ufficio
        """,
        """
        Finds the same problems as `build`: fields, references, links, pictures. Example:

          bilancio check --strict
          bilancio check --todo         what is left to write in drafts, by office
        """),
      aliases: ["controlla"])
  }

  @OptionGroup var source: SourceOptions

  @OptionGroup var selection: EditionOptions

  @OptionGroup var options: SiteOptions

  @OptionGroup var telling: TellingOptions

  @Flag(
    name: .named("todo", "elenco"),
    help: ArgumentHelp(
      Speech.say(
        "Elenca che cosa resta da scrivere e da confermare nelle bozze.",
        "Lists what is left to write and to confirm in drafts.")))
  var todo = false

  func run() async throws {
    var settings = settings(for: .check)
    if todo {
      settings.pipeline.includesDrafts = true
      let run = try await SiteRun(settings)
      Terminal.output(run.todo.text(in: run.language))
      if run.hasErrors {
        Terminal.error(
          Failure.remark(
            Phrase(
              it: "nei testi ci sono errori: di ciò che non si legge l'elenco non sa",
              en: "there are mistakes in the texts: of what cannot be read the list does not know"),
            help: Phrase(
              it: "`bilancio controlla --bozze` li dice", en: "`bilancio check --drafts` tells them"
            ),
            run.language))
      }
      return
    }
    let run = try await SiteRun(settings)
    try run.finish(try await run.output?.check(), as: .nothing)
  }
}
