import ArgumentParser
import Diagnostics
import Facts
import Printing

/// `bilancio epub`: the whole document as a book.
struct EPUBCommand: PrintCommand {
  static let kind = PrintedFile.Kind.epub

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

  func run() async throws { try await make() }

  func made(_ print: PrintRun) async throws -> (file: PrintedFile, unshown: Unshown) {
    let file = try await print.run.bookMaker().book(print.document)
    return (file, Unshown())
  }
}
