import ArgumentParser
import Diagnostics
import Facts
import Printing

/// `bilancio word`: the whole document as a file to correct and to use again.
struct WordCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "word",
      abstract: Speech.say(
        "Fa un file Word (docx) di tutta l'edizione, o di una sua parte.",
        "Makes a Word file (docx) of the whole edition, or of a part of it."),
      discussion: Speech.say(
        """
        Il file si apre in Word e in LibreOffice; ha titoli, indice, tabelle, note e immagini con la loro \
        descrizione, e gli stili dicono a quale campo appartiene ogni testo. Con gli stessi testi ha gli stessi \
        byte. Esempi:

          bilancio word
          bilancio word --edizione 2024 --obiettivo mobilita
          bilancio word --ufficio ragioneria --uscita ragioneria.docx
        """,
        """
        The file opens in Word and in LibreOffice; it has headings, contents, tables, notes and pictures with \
        their descriptions, and its styles say to which field each text belongs. For the same texts it has the \
        same bytes. Examples:

          bilancio word
          bilancio word --edition 2024 --objective mobility
          bilancio word --office accounts --output accounts.docx
        """))
  }

  @OptionGroup var source: SourceOptions

  @OptionGroup var selection: EditionOptions

  @OptionGroup var telling: TellingOptions

  @OptionGroup var selectedPart: PartOptions

  @OptionGroup var options: PrintOptions

  func run() async throws {
    guard
      let print = try await PrintRun(
        source, edition: selection.edition, drafts: options.drafts, telling)
    else { return }
    do {
      let maker = try print.run.wordMaker()
      let wanted = try selectedPart.parts(of: print.document)
      let place = try print.place(options.output, .docx, part: selectedPart.name)
      let made = try await maker.file(print.document, wanted)
      PrintFile.tell(made.unshown, in: .docx, print.run.language)
      try print.finish(made.file, at: place)
    } catch let error as any ExplainedError {
      throw Failure(error, print.run.language)
    }
  }
}
