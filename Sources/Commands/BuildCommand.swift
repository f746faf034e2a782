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
      named: "build", "costruisci",
      abstract: Speech.say(
        "Fa il sito nella cartella di uscita.", "Makes the site in the output folder."),
      discussion: Speech.say(
        """
        Legge i testi, li controlla e scrive le pagine. Se c'è un errore, il sito che c'era resta \
        com'era. Esempio:

          bilancio costruisci --testi content --uscita output
        """,
        """
        Reads the texts, checks them and writes the pages. Where there is an error, the site that was \
        there stays as it was. Example:

          bilancio build --content content --output output
        """))
  }

  @OptionGroup var source: SourceOptions

  @OptionGroup var selection: EditionOptions

  @OptionGroup var options: SiteOptions

  @OptionGroup var telling: TellingOptions

  @Option(
    name: .named("output", "uscita"),
    help: .words(
      "La cartella in cui va il sito; se non la dici, `output` accanto ai testi trovati.",
      "The folder that the site goes into; where it is not said, `output` beside the texts found.",
      value: ("cartella", "folder")))
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
      named: "check", "controlla",
      abstract: Speech.say(
        "Controlla i testi e il tema, senza scrivere nulla.",
        "Checks the texts and the theme, and writes nothing."),
      discussion: Speech.say(
        """
        Trova gli stessi problemi di `costruisci`: campi, riferimenti, collegamenti, immagini. Esempio:

          bilancio controlla --severo
          bilancio controlla --elenco       che cosa resta da scrivere nelle bozze, per ufficio
          bilancio controlla --elenco --edizione 2025
          bilancio controlla --correggi     scrive le correzioni sicure: una sigla, un campo con una svista
        """,
        """
        Finds the same problems as `build`: fields, references, links, pictures. Example:

          bilancio check --strict
          bilancio check --todo         what is left to write in drafts, by office
          bilancio check --todo --edition 2025
          bilancio check --fix          writes what surely mends: a name or a field with a slip
        """))
  }

  @OptionGroup var source: SourceOptions

  @OptionGroup var selection: EditionOptions

  @OptionGroup var options: SiteOptions

  @OptionGroup var telling: TellingOptions

  @Flag(
    name: .named("todo", "elenco"),
    help: .words(
      "Elenca che cosa resta da scrivere e da confermare nelle bozze.",
      "Lists what is left to write and to confirm in drafts."))
  var todo = false

  @Flag(
    name: .named("fix", "correggi"),
    help: .words(
      "Corregge ciò che ha una sola correzione possibile, dopo averla mostrata.",
      "Mends what can be mended in one way only, after showing it."))
  var fix = false

  @Flag(
    name: .named("yes", "si", short: "y"),
    help: .words("Con `--correggi`, non chiede conferma.", "With `--fix`, does not ask for a yes."))
  var yes = false

  func run() async throws {
    var settings = settings(for: .check)
    if fix { try await correct(settings) }
    if todo {
      settings.pipeline.includesDrafts = true
      let run = try await SiteRun(settings)
      Terminal.output(run.todo.text(in: run.language))
      let errors = run.errors(with: try await run.output?.check())
      if errors > 0 {
        Terminal.error(
          Failure.remark(
            Phrase(
              it: errors == 1
                ? "nei testi c'è un errore, che in questo elenco non sta"
                : "nei testi ci sono \(errors) errori, che in questo elenco non stanno",
              en: errors == 1
                ? "there is a mistake in the texts, which is not in this list"
                : "there are \(errors) mistakes in the texts, which are not in this list"),
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
