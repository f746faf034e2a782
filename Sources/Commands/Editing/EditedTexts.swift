import Content
import Desk
import Diagnostics
import Files
import Pipeline

/// The texts of a report on their way to be changed by a command: shown, asked for, written.
struct EditedTexts {
  let folder: Folder
  let desk: Desk
  private let language: Language

  init(_ source: SourceOptions, _ language: Language) async throws {
    let root = try SiteMaker(source, Pipeline()).contentFolder(language)
    desk = Desk(root: root, author: Author.name)
    // What somebody was interrupted in is finished before it is read.
    do throws(DeskError) { try desk.recover() } catch { throw Failure(error, language) }
    folder = try await Folder.read(
      root, textEndings: Content.textEndings, textLimit: Content.maximumBytes)
    self.language = language
  }

  func record(_ name: String) throws(DeskError) -> DeskRecord {
    try DeskRecord.named(
      name, among: DeskRecord.all(in: folder), files: folder.texts.map(\.path))
  }

  /// Whether a path is that of a file among the texts.
  func holds(_ path: String) -> Bool {
    folder.texts.contains { $0.path == path } || folder.assets.contains { $0.path == path }
  }

  /// A path as a terminal may show it.
  func name(_ path: String) -> String {
    Path.join(folder.root, path).printable(keepsLines: false)
  }

  /// Shows what changes and what checking would say of it, asks, and writes all of it or nothing.
  func write(
    _ changes: [FileChange], as note: ChangeNote, consent: Consent
  ) async throws {
    guard !changes.isEmpty else { return }
    do throws(DeskError) {
      try ClosedFolders(of: folder).check(changes)
    } catch { throw Failure(error, language) }
    for change in changes {
      if change.isMove {
        let (old, new) = (name(change.path), name(change.newPath))
        Terminal.error(
          Phrase(it: "`\(old)` diventa `\(new)`", en: "`\(old)` becomes `\(new)`").text(
            in: language))
      }
      let lines = LineChange(from: change.old, to: change.new)
      if change.old != change.new {
        Terminal.error(lines.text(Path.join(folder.root, change.path)))
      }
    }
    let consequences = try await Consequences(of: changes, in: folder)
    if !consequences.diagnostics.isEmpty {
      Terminal.error(
        Speech.say("Dopo, `bilancio controlla` dirà:", "Then `bilancio check` will say:"))
      Reporter(sources: consequences.sources, language: language, format: .text)
        .print(consequences.diagnostics.inOrder())
    }
    do throws(DeskError) {
      guard try consent.isGiven(language) else { return }
      try desk.write(changes, as: note)
    } catch { throw Failure(error, language) }
    for change in changes {
      let name = name(change.newPath)
      Terminal.output(Phrase(it: "Scritto `\(name)`.", en: "Wrote `\(name)`.").text(in: language))
    }
  }
}

/// Who writes, as the system knows them.
enum Author {
  static var name: String {
    for name in ["BILANCIO_AUTORE", "USER", "LOGNAME"] {
      if let value = Terminal.environment(name), !value.isEmpty { return value }
    }
    return ""
  }
}
