import ArgumentParser
import Diagnostics
import Files
import Glibc
import Scaffolding
import SocialReport

/// `bilancio schema`: what editors must know to help with the texts.
struct SchemaCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema",
      abstract: Speech.say(
        "Scrive gli schemi con cui un editor completa e spiega i campi.",
        "Writes the schemas by which an editor completes and explains fields."),
      discussion: Speech.say(
        """
        Sono JSON Schema (draft 07) per chi legge YAML come Visual Studio Code e VSCodium: \
        `contenuto.json` per tutti i file, e uno per ogni tipo. Accanto ai testi vanno in \
        `.vscode/bilancio`, con le impostazioni dell'editor se ancora non ci sono. I file `.md` non sono \
        letti da quei programmi: una realizzazione si può scrivere anche in un `.yml`, con il racconto \
        in `cosa_abbiamo_fatto: |`. Esempio:

          bilancio schema --cartella schemi
        """,
        """
        They are JSON Schemas (draft 07) for what reads YAML as Visual Studio Code and VSCodium do: \
        `contenuto.json` for all files, and one for each kind. Beside the texts they go into \
        `.vscode/bilancio`, with the editor's settings where there are none yet. Files `.md` are not read \
        by those programs: an achievement may be written in a `.yml` too, with its story in \
        `what_we_did: |`. Example:

          bilancio schema --folder schemas
        """))
  }

  @Option(
    name: .named("folder", "cartella"),
    help: .words(
      "La cartella in cui vanno.", "The folder that they go into.",
      value: ("cartella", "folder")))
  var folder: String?

  @OptionGroup var speech: LanguageOption

  func run() async throws {
    let language = speech.language ?? .italian
    let schema = EditorSchema(language)
    let project = ProjectFolder.around()
    let home = folder ?? project.path(EditorFiles.schemas)
    let files =
      [(path: "contenuto.json", bytes: schema.content)]
      + EntityKind.allCases.map {
        (path: "\($0.italian).json", bytes: schema.file(of: $0))
      }
    let written = files.map { (path: Path.join(home, $0.path), bytes: $0.bytes) }
    do throws(FileError) {
      try SchemaCommand.bring(written)
      if folder == nil { try addSettings(project, language) }
    } catch { throw Failure(error, Speech.language) }
    Terminal.output(
      Speech.say(
        "Gli schemi di \(EntityKind.allCases.count) tipi di file sono in `\(home)`.",
        "The schemas of \(EntityKind.allCases.count) kinds of files are in `\(home)`."))
  }

  /// Writes files of ours, over older ones of ours and over nothing else.
  private static func bring(_ files: [(path: String, bytes: [UInt8])]) throws(FileError) {
    var new: [(path: String, bytes: [UInt8])] = []
    var old: [(path: String, bytes: [UInt8])] = []
    for file in files {
      guard try FileSystem.found(file.path, followingLinks: false) != nil else {
        new.append(file)
        continue
      }
      let bytes = try ReadableFile(file.path).bytes(atMost: 4 << 20)
      guard bytes.starts(with: EditorSchema.sign.utf8) else {
        throw FileError(.create, file.path, code: EEXIST)
      }
      if bytes != file.bytes { old.append(file) }
    }
    try FileSystem.create(new)
    for file in old { try FileSystem.replace(file.path, with: file.bytes) }
  }

  /// The editor's settings, where it has none; those that somebody has are theirs.
  private func addSettings(_ project: ProjectFolder, _ language: Language) throws(FileError) {
    let files = EditorFiles.all(content: ProjectFolder.content, language)
      .map { (path: project.path($0.path), bytes: Array($0.text.utf8)) }
    for file in files where try FileSystem.found(file.path, followingLinks: false) == nil {
      try FileSystem.create([file])
    }
    let settings = project.path(EditorFiles.settings)
    let text = String(decoding: try ReadableFile(settings).bytes(atMost: 1 << 20), as: UTF8.self)
    guard text.utf8.firstRange(of: EditorFiles.schema.utf8) == nil else { return }
    Terminal.error(
      Failure.remark(
        Phrase(
          it: "`\(settings)` è tuo, e non l'ho toccato",
          en: "`\(settings)` is yours, and was not touched"),
        help: Phrase(
          it: "per avere l'aiuto aggiungi: \(EditorFiles.line(content: ProjectFolder.content))",
          en: "to have the help add: \(EditorFiles.line(content: ProjectFolder.content))"),
        Speech.language))
  }
}
