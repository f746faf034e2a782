import ArgumentParser
import Content
import Desk
import Diagnostics
import Files
import Pipeline
import SocialReport
import Writing

/// A command that changes one thing in an author's file, and no other byte.
protocol EditCommand: ProjectCommand {
  var editing: EditOptions { get }
  func edited(_ place: EditPlace) throws(DeskError) -> [UInt8]
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

/// A record in its file, as it was read.
struct EditPlace {
  let record: DeskRecord
  let file: YAMLFile
  let bytes: [UInt8]

  func field(_ name: String) throws(DeskError) -> DeskField {
    try DeskField(name, of: record, in: file)
  }

  /// What the room of writing says, with the file's name.
  func told(_ work: () throws(WritingRefusal) -> [UInt8]) throws(DeskError) -> [UInt8] {
    do throws(WritingRefusal) { return try work() } catch {
      throw .refused(error, file: record.path)
    }
  }
}

extension EditCommand {
  func run() async throws {
    let language = Speech.language
    let root = try SiteMaker(source, Pipeline()).contentFolder(language)
    let folder = try await Folder.read(
      root, textEndings: Content.textEndings, textLimit: Content.maximumBytes)
    do throws(DeskError) {
      let record = try DeskRecord.named(name(in: root), among: DeskRecord.all(in: folder))
      let desk = Desk(root: root)
      let bytes = try desk.read(record.path)
      let place: EditPlace
      do throws(WritingRefusal) {
        place = EditPlace(
          record: record, file: try YAMLFile(bytes, isMarkdown: record.isMarkdown), bytes: bytes)
      } catch { throw .refused(error, file: record.path) }
      let new = try edited(place)
      let path = Path.join(root, record.path)
      guard new != bytes else {
        let name = path.printable(keepsLines: false)
        Terminal.output(
          Phrase(it: "`\(name)` è già così.", en: "`\(name)` is so already.").text(in: language))
        return
      }
      Terminal.error(LineChange(from: bytes, to: new).text(path))
      guard try Consent(saysYes: editing.yes).isGiven(language) else { return }
      try desk.write(new, to: record.path, insteadOf: bytes)
      let name = path.printable(keepsLines: false)
      Terminal.output(Phrase(it: "Scritto `\(name)`.", en: "Wrote `\(name)`.").text(in: language))
    } catch {
      throw Failure(error, language)
    }
  }

  /// As the record is named, or the file as the user's shell completed it.
  private func name(in root: String) -> String {
    let name = editing.record
    let start = root.hasSuffix("/") ? root : root + "/"
    return name.hasPrefix(start) ? String(name.dropFirst(start.count)) : name
  }
}
