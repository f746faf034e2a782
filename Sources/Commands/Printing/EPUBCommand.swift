import ArgumentParser
import Diagnostics
import Facts
import Printing

/// `bilancio epub`: the whole document as a book.
struct EPUBCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "epub",
      abstract: Speech.say(
        "Fa dell'edizione un libro per lettori e telefoni (EPUB).",
        "Makes a book of the edition, for readers and phones (EPUB)."),
      discussion: Speech.say(
        """
        Il libro è accessibile, si ingrandisce e si ascolta; con gli stessi testi ha gli stessi byte. Esempio:

          bilancio epub --edizione 2024
        """,
        """
        The book is accessible, can be enlarged and listened to; for the same texts it has the same bytes. Example:

          bilancio epub --edition 2024
        """))
  }

  @OptionGroup var source: SourceOptions

  @OptionGroup var selection: EditionOptions

  @OptionGroup var telling: TellingOptions

  @OptionGroup var options: PrintOptions

  func run() async throws {
    guard
      let print = try await PrintRun(
        source, edition: selection.edition, drafts: options.drafts, telling)
    else { return }
    do {
      let maker = try print.run.bookMaker()
      let place = try print.place(options.output, .epub)
      try print.finish(try await maker.book(print.document), at: place)
    } catch let error as any ExplainedError {
      throw Failure(error, print.run.language)
    }
  }
}
