import ArgumentParser
import Content
import Desk
import Diagnostics
import Files
import Intake
import Office
import Pipeline
import Scaffolding
import SocialReport

/// `bilancio import`.
struct ImportCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "import", "importa",
      abstract: Speech.say(
        "Porta nei testi i documenti degli uffici, e prova che non si è perso niente.",
        "Takes documents of offices into the texts, and proves that nothing was lost."),
      discussion: Speech.say(
        """
        Di ogni documento dice che cosa ha preso, e che cosa ha lasciato e perché. Il testo scritto si rilegge e si \
        confronta con il documento, parola per parola: se qualcosa non torna non scrive niente.

          bilancio importa mensa.docx --obiettivo 1

        Quello che nasce è una bozza, con i campi che mancano da riempire. Un documento che racconta più cose, ognuna \
        sotto il suo titolo, diventa più bozze.
        """,
        """
        Of each document it tells what was taken over, and what was left and why. The text that was written is read \
        again and compared with the document, word by word: where something differs nothing is written.

          bilancio import canteen.docx --objective 1

        What comes of it is a draft, with the fields that are missing to be filled. A document that tells of several \
        things, each below its title, becomes several drafts.
        """))
  }

  @Argument(
    help: .words(
      "I documenti: .docx, .odt, .html, .xlsx, .ods, .csv, .eml, .pdf, .txt, foto, archivi .zip e cartelle; con "
        + "LibreOffice .doc, .xls, .rtf.",
      "The documents: .docx, .odt, .html, .xlsx, .ods, .csv, .eml, .pdf, .txt, photographs, .zip archives and "
        + "folders; with LibreOffice .doc, .xls, .rtf.",
      value: ("file", "file")),
    completion: .file())
  var files: [String]

  @Option(
    name: .named("as", "come"),
    help: .words(
      "Che cosa ne nasce: realizzazione, obiettivo o contesto; se non lo dici, si vede dai titoli.",
      "What comes of it: achievement, objective or context; where it is not said, its headings tell.",
      value: ("tipo", "kind")))
  var kind: String?

  @Option(
    name: .named("objective", "obiettivo"),
    help: .words(
      "L'obiettivo di una realizzazione: il suo numero, `id`, cartella o titolo.",
      "The objective of an achievement: its number, `id`, folder or title.",
      value: ("obiettivo", "objective")))
  var objective: String?

  @Option(
    name: .named("title", "titolo"),
    help: .words(
      "Il titolo, se il documento non ne ha uno.", "The title, where the document has none.",
      value: ("titolo", "title")))
  var title: String?

  @Flag(
    name: .named("try", "prova"),
    help: .words(
      "Dice che cosa farebbe, e non scrive niente.", "Tells what it would do, and writes nothing."))
  var isTrial = false

  @Flag(
    name: .named("keep", "tieni"),
    help: .words(
      "Di un documento che torna: dove un testo è cambiato qui e anche nel documento, resta quello di qui.",
      "Of a document that comes again: where a text was changed here and in the document, that of here stays."
    ))
  var keepsOwn = false

  @OptionGroup var office: OfficeOption
  @OptionGroup var selection: TargetEditionOptions
  @OptionGroup var source: SourceOptions

  func run() async throws {
    let language = Speech.language
    let root = try SiteMaker(source, Pipeline()).contentFolder(language)
    var wishes = ImportWishes()
    wishes.kind = try wantedKind(language)
    (wishes.objective, wishes.office, wishes.title) = (objective, office.office, title)
    wishes.keepsOwn = keepsOwn
    let desk = Desk(root: root, author: Author.name)
    let paths = try paths(language)
    var isWhole = true
    for path in paths {
      let isAlone = paths.count == 1
      for file in try opened(path, isAlone, language, &isWhole) {
        do {
          wishes.folder = file.bringer == nil ? Path.folder(of: path) : nil
          try await bring(file, wishes, desk, language)
        } catch let error as any ExplainedError {
          // What else was sent is taken all the same.
          try tell(error, of: file.name, isOnly: isAlone && file.bringer == nil, language)
          isWhole = false
        }
      }
    }
    if !isWhole { throw ExitCode(1) }
  }

  private func bring(
    _ file: IncomingFile, _ wishes: ImportWishes, _ desk: Desk, _ language: Language
  ) async throws {
    // Read anew for each: what came before has taken a number and a name.
    let outline = try await outline(below: desk.root)
    let place = try RecordPlace(
      root: desk.root, outline: outline, edition: selection.edition,
      language: source.language ?? outline.language,
      today: Today.date)
    let made = try await Imported.of(file, into: place, wishes, desk)
    if !isTrial { try made.write(with: desk) }
    ImportText(made, file: file.name, root: desk.root, isTrial: isTrial, language).tell()
  }

  /// - Throws: what is wrong with the only file; of several it is told.
  private func tell(
    _ error: any ExplainedError, of name: String, isOnly: Bool, _ language: Language
  ) throws {
    let failure = Failure(
      Phrase(
        it: "`\(name)`: \(error.message.italian)", en: "`\(name)`: \(error.message.english)"),
      help: error.help, language)
    if isOnly { throw failure }
    Terminal.error(failure.text)
  }

  // Files

  /// What a file brings.
  private func opened(
    _ path: String, _ isAlone: Bool, _ language: Language, _ isWhole: inout Bool
  ) throws -> [IncomingFile] {
    do {
      return try IncomingFile.all(in: try FileSystem.read(path), named: path)
    } catch let error as any ExplainedError {
      if isAlone { throw error }
      try tell(error, of: path, isOnly: false, language)
      isWhole = false
      return []
    }
  }

  /// The files that are meant, those of folders too.
  private func paths(_ language: Language) throws -> [String] {
    try files.flatMap { path -> [String] in
      guard FileSystem.status(path)?.kind == .folder else { return [path] }
      let found = try ImportCommand.files(in: path)
      guard !found.isEmpty else {
        throw Failure(
          Phrase(
            it: "nella cartella `\(path)` non c'è niente da portare dentro",
            en: "there is nothing to bring in in the folder `\(path)`"), language)
      }
      return found
    }
  }

  /// The files of a folder and of those in it, without hidden ones, in the order of their names.
  private static func files(in folder: String) throws(FileError) -> [String] {
    var found: [String] = []
    for name in try FileSystem.names(in: folder).sorted()
    where !name.hasPrefix(".") && !name.hasPrefix("~$") {
      let path = Path.join(folder, name)
      switch FileSystem.status(path, followingLinks: false)?.kind {
      case .file: found.append(path)
      case .folder: found += try files(in: path)
      default: break
      }
    }
    return found
  }

  private func wantedKind(_ language: Language) throws -> EntityKind? {
    guard let kind else { return nil }
    let known: [EntityKind] = [.achievement, .objective, .context]
    guard let found = EntityKind(word: kind.lowercased()), known.contains(found) else {
      throw Failure(
        Phrase(it: "da un documento non nasce `\(kind)`", en: "no `\(kind)` comes of a document"),
        help: Phrase(
          it: "ci sono: realizzazione, obiettivo, contesto",
          en: "there are: achievement, objective, context"), language)
    }
    return found
  }
}
