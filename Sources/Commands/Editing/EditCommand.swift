import ArgumentParser
import Content
import Desk
import Diagnostics
import Files
import Glibc
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

/// A file of the texts, before and after.
private struct Change {
  let path: String
  let old: [UInt8]
  let new: [UInt8]
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

extension EditPlace {
  /// A name without the entry that it may end with, and that.
  static func parts(of name: String) -> (file: String, entry: String) {
    let name = name.replacing("\\", with: "/")
    guard let sign = name.firstIndex(of: "#") else { return (name, "") }
    return (String(name[..<sign]), String(name[sign...]))
  }

  /// The path of something that is there, from the root of the disk.
  static func realPath(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}

extension EditCommand {
  func run() async throws {
    let language = Speech.language
    let root = try SiteMaker(source, Pipeline()).contentFolder(language)
    let folder = try await Folder.read(
      root, textEndings: Content.textEndings, textLimit: Content.maximumBytes)
    let desk = Desk(root: root)
    let change: Change
    do throws(DeskError) {
      change = try self.change(in: folder, desk)
    } catch { throw Failure(error, language) }
    let path = Path.join(root, change.path)
    let name = path.printable(keepsLines: false)
    guard change.new != change.old else {
      Terminal.output(
        Phrase(it: "`\(name)` è già così.", en: "`\(name)` is so already.").text(in: language))
      return
    }
    Terminal.error(LineChange(from: change.old, to: change.new).text(path))
    let consequences = try await Consequences(of: change.new, to: change.path, in: folder)
    if !consequences.diagnostics.isEmpty {
      Terminal.error(
        Speech.say("Dopo, `bilancio controlla` dirà:", "Then `bilancio check` will say:"))
      Reporter(sources: consequences.sources, language: language, format: .text)
        .print(consequences.diagnostics.inOrder())
    }
    do throws(DeskError) {
      guard try Consent(saysYes: editing.yes).isGiven(language) else { return }
      try desk.write(change.new, to: change.path, insteadOf: change.old)
    } catch { throw Failure(error, language) }
    Terminal.output(Phrase(it: "Scritto `\(name)`.", en: "Wrote `\(name)`.").text(in: language))
  }

  /// One file as it is, and as it is to be.
  private func change(in folder: Folder, _ desk: Desk) throws(DeskError) -> Change {
    let record = try DeskRecord.named(
      name(in: folder.root), among: DeskRecord.all(in: folder), files: folder.texts.map(\.path))
    let bytes = try desk.read(record.path)
    let place: EditPlace
    do throws(WritingRefusal) {
      place = EditPlace(
        record: record, file: try YAMLFile(bytes, isMarkdown: record.isMarkdown), bytes: bytes)
    } catch { throw .refused(error, file: record.path) }
    return Change(path: record.path, old: bytes, new: try edited(place))
  }

  /// As the record is named, or the path of its file in the texts, wherever the user stands.
  private func name(in root: String) -> String {
    let (file, entry) = EditPlace.parts(of: editing.record)
    guard let full = EditPlace.realPath(file), let top = EditPlace.realPath(root),
      Path.contains(top, full), full != top
    else { return editing.record }
    return String(full.dropFirst(top.count + 1)) + entry
  }
}
