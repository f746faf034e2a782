import ArgumentParser
import Desk
import Diagnostics
import Files
import Glibc

/// A command that changes one thing in an author's file, and no other byte.
protocol EditCommand: ProjectCommand {
  var editing: EditOptions { get }
  func edit(_ record: DeskRecord, in revision: Revision) throws(DeskError) -> RecordEdit
}

/// Where something is changed, and how it is asked for.
struct EditOptions: ParsableArguments {
  @Option(
    name: .named("in", "dove"),
    help: .words(
      "Il record: il suo `id`, o il file; se il nome c'è più volte, il file con `#id` dietro.",
      "The record: its `id`, or its file; where a name is there more than once, the file with `#id` behind.",
      value: ("record", "record")))
  var record: String

  @Flag(
    name: .named("yes", "si", short: "y"),
    help: .words("Non chiede conferma.", "Does not ask for a yes."))
  var yes = false
}

/// The name of a record as people write it.
enum RecordName {
  /// A name without the entry that it may end with, and that.
  private static func parts(of name: String) -> (file: String, entry: String) {
    let name = name.replacing("\\", with: "/")
    guard let sign = name.firstIndex(of: "#") else { return (name, "") }
    return (String(name[..<sign]), String(name[sign...]))
  }

  /// As the record is named, or the path of its file in the texts, wherever the user stands.
  static func within(_ root: String, _ name: String) -> String {
    let (file, entry) = parts(of: name)
    guard let full = FileSystem.realPath(file), let top = FileSystem.realPath(root),
      Path.contains(top, full),
      full != top
    else { return name }
    return String(full.dropFirst(top.count + 1)) + entry
  }
}

extension EditCommand {
  func run() async throws {
    let language = Speech.language
    let texts = try await EditedTexts(source, language)
    let changes: [FileChange]
    let note: ChangeNote
    do throws(DeskError) {
      let name = RecordName.within(texts.folder.root, editing.record)
      let record = try texts.record(name)
      var revision = Revision(texts.desk)
      let edit = try edit(record, in: revision)
      try revision.apply(edit, to: record)
      // Who writes a value has confirmed it.
      if case .set(let field, _) = edit { try revision.apply(.confirm(field), to: record) }
      note = edit.note
      changes = revision.changes
      if changes.isEmpty {
        let path = texts.name(record.path)
        Terminal.output(
          Phrase(it: "`\(path)` è già così.", en: "`\(path)` is so already.").text(in: language))
      }
    } catch { throw Failure(error, language) }
    try await texts.write(changes, as: note, consent: Consent(saysYes: editing.yes))
  }
}
