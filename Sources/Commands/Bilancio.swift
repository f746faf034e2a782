package import ArgumentParser
import Diagnostics
import Glibc

/// The program: its subcommands, and what becomes of their errors.
package struct Bilancio: AsyncParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bilancio",
      abstract: Speech.say(
        "Fa il Bilancio Sociale di un Comune: dai testi alle pagine, con i controlli.",
        "Makes a municipality's social report: from texts to pages, with checks."),
      discussion: Speech.say(
        """
        Nella cartella del progetto c'è `content/` (i testi); un tema proprio sta in `themes/`. Si comincia con

          bilancio nuovo                 per avere i primi file, in una cartella vuota
          bilancio anteprima --apri      per scrivere e vedere le pagine
          bilancio controlla             per sapere che cosa correggere
          bilancio costruisci            per avere il sito in `output/`
          bilancio manuale               per leggere come si fa

        Comandi e opzioni hanno un nome italiano e uno inglese: `bilancio controlla` e `bilancio check` \
        sono lo stesso comando.
        """,
        """
        The project's folder holds `content/` (the texts); a theme of one's own is in `themes/`. One begins with

          bilancio new                   to have the first files, in an empty folder
          bilancio preview --open        to write and see the pages
          bilancio check                 to know what to mend
          bilancio build                 to have the site in `output/`
          bilancio manual                to read how it is done (in Italian)

        Commands and options have an English and an Italian name: `bilancio check` and `bilancio \
        controlla` are the same command.
        """),
      version: Version.text,
      subcommands: commands,
      helpNames: [.short, .customLong("help"), .customLong("aiuto")])
  }

  /// In the order in which a report needs them.
  private static let commands: [any ParsableCommand.Type] = [
    NewCommand.self, NewEditionCommand.self, PreviewCommand.self, StudioCommand.self,
    CheckCommand.self, ImportCommand.self, TemplateCommand.self, PicturesCommand.self,
    BuildCommand.self, PDFCommand.self, EPUBCommand.self, WordCommand.self, PackageCommand.self,
    PublishCommand.self, StatusCommand.self,
    CloseCommand.self, SetCommand.self, AddCommand.self, RemoveCommand.self, MoveCommand.self,
    RenameCommand.self,
    ManualCommand.self, SchemaCommand.self,
  ]

  /// The names of the commands in both languages, in the user's first.
  private static var names: [String] {
    let pairs = commands.map { ($0.configuration.commandName ?? "", $0.configuration.aliases) }
    // A word of both languages is a command's only name.
    let others = pairs.flatMap { $0.1.isEmpty ? [$0.0] : $0.1 }
    return pairs.map(\.0) + [Speech.say("aiuto", "help")] + others + [Speech.say("help", "aiuto")]
  }

  package init() {}

  /// Exit status 0: clean, or warnings only; 1: errors in content or theme; 2: usage, or input
  /// and output.
  package static func run() async -> Int32 {
    // Whoever reads what is written may go away: that is told, or of no account, and ends nothing.
    _ = signal(SIGPIPE, SIG_IGN)
    // The first process of a container ends by no signal that it does not ask for.
    if getpid() == 1 {
      for number in [SIGINT, SIGTERM] { _ = signal(number) { _exit(128 + $0) } }
    }
    var arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    // The parser's own command has no second name.
    case "aiuto": arguments[0] = "help"
    // As one says it, whose two words are one command.
    case "nuova" where arguments.dropFirst().first == "edizione":
      arguments.replaceSubrange(..<2, with: ["nuova-edizione"])
    case "nuova": arguments[0] = "nuovo"
    default: break
    }
    do {
      var command = try parseAsRoot(arguments)
      if let folder = (command as? any ProjectCommand)?.source.project.elsewhere {
        Terminal.error(
          Speech.say(
            "Lavoro nella cartella del progetto, \(folder)",
            "Working in the project's folder, \(folder)"))
      }
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch let failure as Failure {
      Terminal.error(failure.text)
      return 2
    } catch let error as any ExplainedError {
      Terminal.error(Failure(error, Speech.language).text)
      return 2
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if !message.isEmpty { tell(message, code.isSuccess, arguments) }
      return code.isSuccess ? 0 : code == ExitCode(1) ? 1 : 2
    }
  }
}

extension Bilancio {
  /// Prints what the parser wants to say.
  private static func tell(_ message: String, _ isHelp: Bool, _ arguments: [String]) {
    let language = Speech.language
    guard !isHelp else {
      // A script for completions and the version are as they are.
      let isScreen = message.hasPrefix("OVERVIEW: ") || message.hasPrefix("USAGE: ")
      return Terminal.output(isScreen ? UsageScreen.text(message, in: language) : message)
    }
    let called = called(by: arguments)
    let inner = called.last?.configuration.subcommands.flatMap {
      [$0.configuration.commandName].compactMap(\.self) + $0.configuration.aliases
    }
    // As they were called, so that the advice can be called too.
    let command = (["bilancio"] + arguments.prefix(called.count)).joined(separator: " ")
    // A word in the place of a command is what is wrong, whatever the parser makes of what follows.
    var message = message
    if let last = called.last, !last.configuration.subcommands.isEmpty,
      let word = arguments.dropFirst(called.count).first, !word.hasPrefix("-")
    {
      let rest = message.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      message = (["Error: Unexpected argument '\(word)'"] + rest.dropFirst()).joined(
        separator: "\n")
    }
    Terminal.error(
      UsageError(
        command: command, names: names, innerNames: inner ?? [],
        stray: called.last.flatMap { stray(in: arguments, of: $0) },
        kinds: called.last == NewCommand.self
      ).text(message, in: language))
  }

  /// The command, and the one within it, that the first words name.
  private static func called(by arguments: [String]) -> [any ParsableCommand.Type] {
    var called: [any ParsableCommand.Type] = []
    var choice = commands
    for word in arguments {
      guard
        let next = choice.first(where: {
          $0.configuration.commandName == word || $0.configuration.aliases.contains(word)
        })
      else { break }
      called.append(next)
      choice = next.configuration.subcommands
    }
    return called
  }

  /// An option that a command has not, and the name that was meant: the parser would rather tell what it lacks then.
  private static func stray(
    in arguments: [String], of command: any ParsableCommand.Type
  ) -> (option: String, near: String?)? {
    let known = Bilancio.helpMessage(for: command).matches(of: /--[a-z][a-z-]*/).map {
      String($0.output)
    }
    let written = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }.map {
      String($0.prefix { $0 != "=" })
    }
    guard let option = written.first(where: { !known.contains($0) }) else { return nil }
    return (option, NearMiss.candidates(for: option, among: known).first)
  }
}

/// What stops the program, in the user's language.
struct Failure: Error {
  private(set) var text: String
  /// Folders that were looked for and are not there.
  var missing: [String] = []

  init(_ message: Phrase, help: Phrase? = nil, _ language: Language) {
    let label = Phrase(it: "errore", en: "error").text(in: language)
    let aid = Phrase(it: "aiuto", en: "help").text(in: language)
    // It may tell names that a server or a disk chose.
    text =
      ("\(label): \(message.text(in: language))"
      + (help.map { "\n  \(aid): \($0.text(in: language))" } ?? "")).printable()
  }

  init(_ error: some ExplainedError, _ language: Language) {
    self.init(error.message, help: error.help, language)
  }

  /// The same with a sentence behind it.
  func followed(by sentence: Phrase, _ language: Language) -> Failure {
    var failure = self
    failure.text += "\n" + sentence.text(in: language)
    return failure
  }

  /// What is told of an edition that is there, and left out.
  init(draft edition: String, _ language: Language) {
    self.init(
      Phrase(
        it: "l'edizione \(edition) è una bozza", en: "the edition \(edition) is a draft"),
      help: Phrase(
        it: "togli `bozza` dal suo file; con `--bozze`, e in `bilancio anteprima`, si vede com'è",
        en: "take `draft` out of its file; with `--drafts`, and in `bilancio preview`, it is shown"),
      language)
  }

  /// What is told of something that did not stop the program.
  static func remark(_ message: Phrase, help: Phrase?, _ language: Language) -> String {
    let label = Phrase(it: "nota", en: "note").text(in: language)
    let aid = Phrase(it: "aiuto", en: "help").text(in: language)
    return "\(label): \(message.text(in: language))"
      + (help.map { "\n  \(aid): \($0.text(in: language))" } ?? "")
  }
}
