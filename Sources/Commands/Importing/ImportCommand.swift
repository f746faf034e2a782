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
      "I documenti: .docx, .odt, .html, .xlsx, .ods, .csv, .eml, .pdf, foto; con LibreOffice .doc, .xls, .rtf.",
      "The documents: .docx, .odt, .html, .xlsx, .ods, .csv, .eml, .pdf, photographs; with LibreOffice .doc, "
        + ".xls, .rtf.",
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
    var isWhole = true
    for (path, file) in try files.flatMap({ path in
      let bytes = try ImportCommand.read(path)
      return IncomingFile.all(in: bytes, named: path).map { (path, $0) }
    }) {
      // Read anew for each: what came before has taken a number and a name.
      let outline = try await outline(below: root)
      let place = try RecordPlace(
        root: root, outline: outline, edition: selection.edition,
        language: source.language ?? outline.language,
        today: Today.date)
      do {
        wishes.folder = file.letterName == nil ? Path.folder(of: path) : nil
        let made = try await Imported.of(file, into: place, wishes, desk)
        if !isTrial { try made.write(with: desk) }
        ImportText(made, file: file.name, root: root, isTrial: isTrial, language).tell()
      } catch let error as any ExplainedError {
        let failure = Failure(
          Phrase(
            it: "`\(file.name)`: \(error.message.italian)",
            en: "`\(file.name)`: \(error.message.english)"),
          help: error.help, language)
        guard file.letterName != nil else { throw failure }
        // What else hangs on the letter is taken all the same.
        Terminal.error(failure.text)
        isWhole = false
      }
    }
    if !isWhole { throw ExitCode(1) }
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

  private static func read(_ file: String) throws(FileError) -> [UInt8] {
    try FileSystem.read(file)
  }
}
