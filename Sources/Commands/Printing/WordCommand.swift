import ArgumentParser
import Diagnostics
import Facts
import Printing

/// `bilancio word`: the whole document as a file to correct and to use again.
struct WordCommand: PrintCommand {
  static let kind = PrintedFile.Kind.docx

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

  var part: String? { selectedPart.name }

  func run() async throws { try await make() }

  func made(_ print: PrintRun) async throws -> (file: PrintedFile, unshown: Unshown) {
    let maker = try print.run.wordMaker()
    return try await maker.file(print.document, selectedPart.parts(of: print.document))
  }
}
