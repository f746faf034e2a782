package import ArgumentParser
import Diagnostics
import Glibc

/// The program: its subcommands, and what becomes of their errors.
package struct Bilancio: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "bilancio",
    abstract: "Fa il Bilancio Sociale di un Comune: dai testi alle pagine, con i controlli.",
    discussion: """
      Nella cartella del progetto ci sono `content/` (i testi) e `themes/` (l'aspetto).

        bilancio check     controlla i testi e dice che cosa correggere
        bilancio preview   mostra il sito mentre lo scrivi
        bilancio build     fa il sito in `output/`
        bilancio package   fa un solo file zip del sito
        bilancio publish   pubblica il sito
        bilancio close     chiude un'edizione: da allora resta com'è
        bilancio status    dice che cosa è pubblicato, e se è ancora com'era
      """,
    version: "0.1.0",
    subcommands: [
      PreviewCommand.self, BuildCommand.self, PackageCommand.self, CheckCommand.self,
      PublishCommand.self, StatusCommand.self, CloseCommand.self,
    ]
  )

  package init() {}

  /// Exit status 0: clean, or warnings only; 1: errors in content or theme; 2: usage, or input
  /// and output.
  package static func run() async -> Int32 {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch let failure as Failure {
      Terminal.error(failure.text)
      return 2
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if !message.isEmpty { code.isSuccess ? Terminal.output(message) : Terminal.error(message) }
      return code.isSuccess ? 0 : code == ExitCode(1) ? 1 : 2
    }
  }
}

/// What stops the program, in the user's language.
struct Failure: Error {
  let text: String
  /// Folders that were looked for and are not there.
  var missing: [String] = []

  init(_ message: Phrase, help: Phrase? = nil, _ language: Language) {
    let label = Phrase(it: "errore", en: "error").text(in: language)
    let aid = Phrase(it: "aiuto", en: "help").text(in: language)
    text =
      "\(label): \(message.text(in: language))"
      + (help.map { "\n  \(aid): \($0.text(in: language))" } ?? "")
  }
}
