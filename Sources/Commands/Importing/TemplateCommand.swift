import ArgumentParser
import Content
import Diagnostics
import Files
import Intake
import Pipeline
import Printing
import Scaffolding
import SocialReport

/// `bilancio template`: a Word file that an office fills in and sends back.
struct TemplateCommand: ProjectCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "template", "modello",
      abstract: Speech.say(
        "Fa un file Word da far riempire a un ufficio.",
        "Makes a Word file for an office to fill in."),
      discussion: Speech.say(
        """
        Il file chiede i campi con le loro parole; quello che si sa già c'è. L'ufficio lo riempie con Word o con \
        LibreOffice e lo rimanda, e `bilancio importa` ne fa una bozza.

          bilancio modello --ufficio scuola
          bilancio importa modello-realizzazione-scuola.docx --obiettivo 1
        """,
        """
        The file asks for the fields in their words; what is known already is there. The office fills it in with Word \
        or LibreOffice and sends it back, and `bilancio import` makes a draft of it.

          bilancio template --office school
          bilancio import template-achievement-school.docx --objective 1
        """))
  }

  @Option(
    name: .named("as", "come"),
    help: .words(
      "Per che cosa: realizzazione (se non lo dici) o obiettivo.",
      "For what: achievement (where it is not said) or objective.", value: ("tipo", "kind")))
  var kind: String?

  @Option(
    name: .named("output", "uscita"),
    help: .words("Il file da fare.", "The file to make.", value: ("file", "file")),
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
    let wanted = try wantedKind(language)
    var known: [String: String] = [:]
    let id = try office.office.flatMap { try outline.office($0, in: edition) }
    let field = wanted.table.fields.first {
      if case .reference(.office) = $0.type { $0.isRequired } else { false }
    }
    if let id, let field { known[field.italian] = id }
    let template = OfficeTemplate(
      wanted, language: ownLanguage, known: known, offices: edition.offices.map(\.id.value))
    let name = ownLanguage == .italian ? "modello-\(wanted.italian)" : "template-\(wanted.rawValue)"
    let path = output ?? name + (id.map { "-\($0)" } ?? "") + ".docx"
    guard FileSystem.status(path, followingLinks: false) == nil else {
      throw Failure(
        Phrase(it: "`\(path)` c'è già", en: "`\(path)` is there already"),
        help: Phrase(
          it: "scegli un altro nome con `--uscita`", en: "choose another name with `--output`"),
        language)
    }
    do throws(PrintError) {
      let bytes = try await PrintPackage(texts: template.parts).packed(from: root)
      do throws(FileError) { try FileSystem.write(bytes, to: path) } catch { throw .file(error) }
    } catch {
      throw Failure(error.message, help: error.help, language)
    }
    Terminal.output(path)
  }

  private func wantedKind(_ language: Language) throws -> EntityKind {
    guard let kind else { return .achievement }
    let known: [EntityKind] = [.achievement, .objective]
    guard let found = EntityKind(word: kind.lowercased()), known.contains(found) else {
      throw Failure(
        Phrase(it: "di `\(kind)` non c'è un modello", en: "there is no template of `\(kind)`"),
        help: Phrase(
          it: "ci sono: realizzazione, obiettivo", en: "there are: achievement, objective"),
        language)
    }
    return found
  }
}
