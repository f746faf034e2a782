import Content
import Diagnostics
import Files
import Scaffolding

/// The folder in which a report is begun.
struct BeginningPlace {
  private let content: String
  private let language: Language

  /// - Throws: `Failure` where a report is there already.
  init(_ content: String, _ language: Language) throws {
    let content = content.count > 1 && content.hasSuffix("/") ? String(content.dropLast()) : content
    (self.content, self.language) = (content, language)
    if content == ProjectFolder.content, let above = ProjectFolder.around().elsewhere {
      throw Failure(
        Phrase(
          it: "sei dentro un bilancio che c'è già, in `\(above)`",
          en: "you are inside a report that is there already, in `\(above)`"),
        help: BeginningPlace.adding, language)
    }
    guard let found = try FileSystem.found(content), found.kind == .folder,
      let name = try FileSystem.names(in: content).sorted().first(where: {
        !Folder.leavesAlone($0)
      })
    else { return }
    throw Failure(
      Phrase(
        it: "la cartella `\(content)` non è vuota: c'è `\(name)`",
        en: "the folder `\(content)` is not empty: it has `\(name)`"),
      help: BeginningPlace.adding, language)
  }

  private static let adding = Phrase(
    it: "per aggiungere qualcosa: `bilancio nuovo obiettivo \"…\"`; per l'anno dopo: `bilancio "
      + "nuova-edizione`; per un altro bilancio vai in una cartella vuota",
    en:
      "to add something: `bilancio new objective \"…\"`; for the next year: `bilancio new-edition`; "
      + "for another report go to an empty folder")

  private var project: String { Path.parent(of: content) ?? "." }

  /// Writes the first files, and says what to do now.
  func write(_ beginning: Beginning) throws {
    let texts = beginning.all.map {
      (path: Path.join(content, $0.path), bytes: Array($0.text.utf8))
    }
    let editor = try editorFiles(beginning.language)
    try create(texts + editor)
    let first = Path.join(content, beginning.first)
    Terminal.output(
      say(
        """
        Ho scritto \(texts.count) file in `\(content)`\(besides(editor)). Adesso:

          1. bilancio anteprima --apri      mostra le pagine nel browser, a ogni salvataggio
          2. apri `\(first)` con un editor di testo
             e riempi i campi vuoti: la riga sopra ciascuno dice che cosa ci va
          3. bilancio controlla --elenco    dice che cosa resta da scrivere

        Poi si aggiunge, per esempio: bilancio nuovo realizzazione --obiettivo 1 "Raccolta porta a porta"
        """,
        """
        \(texts.count) files were written in `\(content)`\(besides(editor)). Now:

          1. bilancio preview --open        shows the pages in the browser, with every save
          2. open `\(first)` with a text editor
             and fill the empty fields: the line above each tells what goes there
          3. bilancio check --todo          tells what is still to be written

        Then add, for example: bilancio new achievement --objective 1 "Door-to-door collection"
        """))
  }

  /// Writes the example that comes with the program.
  func writeExample() async throws {
    guard let example = Installation.own?.example,
      try FileSystem.found(example)?.kind == .folder
    else {
      throw Failure(
        Phrase(
          it: "l'esempio non è con questo programma",
          en: "the example is not with this program"),
        help: Phrase(
          it: "installa il programma intero (`bilancio manuale installare`)",
          en: "install the whole program (`bilancio manual installare`)"), language)
    }
    let folder = try await Folder.read(
      example, textEndings: [], textLimit: Content.maximumBytes, readsWhole: true)
    if let refused = folder.refused.first { throw Failure(refused, language) }
    let editor = try editorFiles(.italian)
    try create(
      folder.assets.map { (path: Path.join(content, $0.path), bytes: $0.head) } + editor)
    Terminal.output(
      say(
        """
        Ho scritto l'esempio in `\(content)`: \(folder.assets.count) file\(besides(editor)), da guardare e da cambiare. Adesso:

          bilancio anteprima --apri      mostra le pagine nel browser, a ogni salvataggio
        """,
        """
        The example was written in `\(content)`: \(folder.assets.count) files\(besides(editor)), to look at and to change. Now:

          bilancio preview --open        shows the pages in the browser, with every save
        """))
  }

  /// What else was written, beside the texts.
  private func besides(_ editor: [(path: String, bytes: [UInt8])]) -> String {
    guard let folder = editor.first.map({ Path.folder(of: $0.path) }) else { return "" }
    let count = editor.count
    return count == 1
      ? say(", più uno in `\(folder)` per l'editor", ", and one in `\(folder)` for the editor")
      : say(
        ", più \(count) in `\(folder)` per l'editor", ", and \(count) in `\(folder)` for the editor"
      )
  }

  /// What an editor needs to help, where nobody's settings are there.
  private func editorFiles(_ files: Language) throws -> [(path: String, bytes: [UInt8])] {
    let all = EditorFiles.all(content: Path.name(of: content), files).map {
      (path: project == "." ? $0.path : Path.join(project, $0.path), bytes: Array($0.text.utf8))
    }
    for file in all where try FileSystem.found(file.path, followingLinks: false) != nil {
      Terminal.error(
        Failure.remark(
          Phrase(
            it: "`\(file.path)` c'è già: le impostazioni dell'editor restano le tue",
            en: "`\(file.path)` is there: the editor's settings stay yours"),
          help: Phrase(
            it: "per l'aiuto nei campi: `bilancio schema`",
            en: "for help with fields: `bilancio schema`"),
          language))
      return []
    }
    return all
  }

  private func create(_ files: [(path: String, bytes: [UInt8])]) throws {
    do throws(FileError) { try FileSystem.create(files) } catch {
      throw Failure(
        Phrase(
          it: error.message.italian + "; non ho scritto niente",
          en: error.message.english + "; nothing was written"), help: error.help, language)
    }
  }

  private func say(_ italian: String, _ english: String) -> String {
    Phrase(it: italian, en: english).text(in: language)
  }
}
