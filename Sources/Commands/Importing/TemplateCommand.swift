import ArgumentParser
import Content
import Diagnostics
import Files
import Intake
import Pipeline
import Printing
import Scaffolding
import SocialReport

/// `bilancio template`: a Word file and an Excel workbook that an office fills in and sends back.
struct TemplateCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "template", "modello",
      abstract: Speech.say(
        "Fa un file Word e un foglio Excel da far riempire a un ufficio.",
        "Makes a Word file and an Excel sheet for an office to fill in."),
      discussion: Speech.say(
        """
        Il file Word chiede i campi di una pagina con le loro parole; il foglio ha una tabella per gli indicatori \
        dell'ufficio, con i valori che si sanno, e una per ogni registro: atti, fonti, glossario, piani. L'ufficio li \
        riempie con Word, Excel o LibreOffice e li rimanda, e `bilancio importa` li porta nel bilancio.

          bilancio modello --ufficio scuola
          bilancio importa modello-realizzazione-scuola.docx --obiettivo 1
          bilancio importa modello-dati-scuola.xlsx
        """,
        """
        The Word file asks for the fields of a page in their words; the sheet has a table for the office's indicators, \
        with the values that are known, and one for each register: acts, sources, glossary, plans. The office fills \
        them in with Word, Excel or LibreOffice and sends them back, and `bilancio import` brings them in.

          bilancio template --office school
          bilancio import template-achievement-school.docx --objective 1
          bilancio import template-data-school.xlsx
        """))
  }

  @Option(
    name: .named("as", "come"),
    help: .words(
      "Per che cosa: realizzazione, obiettivo o dati; se non lo dici, realizzazione e dati.",
      "For what: achievement, objective or data; achievement and data where it is not said.",
      value: ("tipo", "kind")))
  var kind: String?

  @Option(
    name: .named("output", "uscita"),
    help: .words(
      "Il file da fare, di un tipo solo.", "The file to make, of one kind.", value: ("file", "file")
    ),
    completion: .file())
  var output: String?

  @OptionGroup var office: OfficeOption
  @OptionGroup var selection: TargetEditionOptions
  @OptionGroup var source: SourceOptions

  func run() async throws {
    let language = Speech.language
    let root = try SiteMaker(source, Pipeline()).contentFolder(language)
    let outline = try await outline(below: root)
    let edition = try outline.edition(named: selection.edition)
    let ownLanguage = source.language ?? outline.language
    let id = try office.office.flatMap { try outline.office($0, in: edition) }
    let wanted = try wanted(language)
    if output != nil, wanted.count > 1 {
      throw Failure(
        Phrase(
          it: "con `--uscita` si fa un file solo", en: "with `--output` one file is made only"),
        help: Phrase(
          it: "aggiungi `--come realizzazione` o `--come dati`",
          en: "add `--as achievement` or `--as data`"), language)
    }
    let files = wanted.map { one in
      let file = file(one, edition, office: id, ownLanguage)
      return (path: output ?? file.name + (id.map { "-\($0)" } ?? "") + file.ending, file.parts)
    }
    for (path, _) in files where FileSystem.status(path, followingLinks: false) != nil {
      throw Failure(
        Phrase(it: "`\(path)` c'è già", en: "`\(path)` is there already"),
        help: Phrase(
          it: "scegli un altro nome con `--uscita`", en: "choose another name with `--output`"),
        language)
    }
    for (path, parts) in files {
      do throws(PrintError) {
        let bytes = try await PrintPackage(texts: parts).packed(from: root)
        do throws(FileError) { try FileSystem.write(bytes, to: path) } catch { throw .file(error) }
      } catch {
        throw Failure(error.message, help: error.help, language)
      }
      Terminal.output(path)
    }
  }

  /// What an office is asked for: a page, or the data of sheets.
  private enum Wanted {
    case page(EntityKind)
    case data
  }

  private func file(
    _ wanted: Wanted, _ edition: Edition, office: String?, _ language: Language
  ) -> (name: String, ending: String, parts: [(path: String, bytes: [UInt8])]) {
    let start = language == .italian ? "modello-" : "template-"
    switch wanted {
    case .data:
      let template = WorkbookTemplate(edition, office: office, language: language)
      return (start + (language == .italian ? "dati" : "data"), ".xlsx", template.parts)
    case .page(let kind):
      let field = kind.table.fields.first {
        if case .reference(.office) = $0.type { $0.isRequired } else { false }
      }
      var known: [String: String] = [:]
      if let office, let field { known[field.italian] = office }
      let template = OfficeTemplate(
        kind, language: language, known: known, offices: edition.offices.map(\.id.value))
      return (start + kind.word.text(in: language), ".docx", template.parts)
    }
  }

  private func wanted(_ language: Language) throws -> [Wanted] {
    guard let kind = kind?.lowercased() else { return [.page(.achievement), .data] }
    if ["dati", "data"].contains(kind) { return [.data] }
    let known: [EntityKind] = [.achievement, .objective]
    guard let found = EntityKind(word: kind), known.contains(found) else {
      throw Failure(
        Phrase(it: "di `\(kind)` non c'è un modello", en: "there is no template of `\(kind)`"),
        help: Phrase(
          it: "ci sono: realizzazione, obiettivo, dati",
          en: "there are: achievement, objective, data"), language)
    }
    return [.page(found)]
  }
}
