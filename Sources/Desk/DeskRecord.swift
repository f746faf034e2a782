import Content
import Diagnostics
package import Files
package import SocialReport
package import Writing

/// One record of the texts: a file, or an entry of a list.
package struct DeskRecord: Sendable {
  /// Of the file, relative to the content's folder.
  package let path: String
  package let kind: EntityKind
  package let id: String
  /// Where the record stands in its file; empty for the file itself.
  package let place: FieldPath

  /// Whether its file states the id, and does not only have it by its name.
  package let hasID: Bool
  /// The year that an edition states.
  package let years: [String]

  /// Whether it is called as its file is.
  package var isNamedByFile: Bool {
    place.steps.isEmpty && !hasID && ![.area, .objective, .edition, .site].contains(kind)
  }

  package var isMarkdown: Bool { Path.ending(of: path) == "md" }

  /// How people can name it: its file, and its entry's id behind.
  package var name: String { place.steps.isEmpty ? path : "\(path)#\(id)" }

  /// All records of a folder that can be read.
  package static func all(in folder: Folder) -> [DeskRecord] {
    folder.texts.flatMap { read($0.text, at: $0.path)?.records ?? [] }
  }

  /// The records of a text; nil where it cannot be read, none where it does not say what it is about.
  package static func read(
    _ text: String, at path: String
  ) -> (file: YAMLFile, records: [DeskRecord])? {
    let isMarkdown = Path.ending(of: path) == "md"
    guard let file = try? YAMLFile(Array(text.utf8), isMarkdown: isMarkdown) else { return nil }
    return (file, records(of: file, at: path))
  }

  private static func records(of file: YAMLFile, at path: String) -> [DeskRecord] {
    let keys = [EntityKind.key.italian, EntityKind.key.english]
    let words = keys.compactMap { file.text(FieldPath([.field($0)])) }
    guard let kind = words.first.flatMap(EntityKind.init(word:)) else { return [] }
    guard kind.isList else {
      let id = file.text(FieldPath([.field("id")]))
      let years = ["anno", "year"].compactMap { file.text(FieldPath([.field($0)])) }
      return [
        DeskRecord(
          path: path, kind: kind, id: id ?? name(of: path, kind), place: FieldPath([]),
          hasID: id != nil, years: kind == .edition ? years : [])
      ]
    }
    let lists = [EntityKind.entries.italian, EntityKind.entries.english]
    return lists.flatMap { list -> [DeskRecord] in
      let whole = FieldPath([.field(list)])
      return (0..<file.count(whole)).compactMap { number in
        let place = whole.appending(.entry(number))
        return file.text(place.appending(.field("id"))).map {
          DeskRecord(path: path, kind: kind, id: $0, place: place, hasID: true, years: [])
        }
      }
    }
  }

  /// What the name of a file, or of the folder that it is about, says of it.
  private static func name(of path: String, _ kind: EntityKind) -> String {
    let folder = Path.folder(of: path)
    let isAboutFolder = [.area, .objective, .edition].contains(kind) && !folder.isEmpty
    return Slug.ofName(
      isAboutFolder ? Path.name(of: folder) : Path.withoutEnding(Path.name(of: path)))
  }

  /// The one that has a name: an id, a file, or both with `#` between.
  ///
  /// - Parameter files: all texts, for those that cannot be read.
  package static func named(
    _ name: String, among records: [DeskRecord], files: [String]
  ) throws(DeskError) -> DeskRecord {
    let found = records.filter { record in
      record.id == name || record.name == name || record.name.hasSuffix("/" + name)
        || record.place.steps.isEmpty && Path.withoutEnding(Path.name(of: record.path)) == name
    }
    if found.count == 1 { return found[0] }
    guard found.isEmpty else { throw .manyRecords(name, found.map(\.name).sorted()) }
    if files.contains(name) {
      let entries = records.filter { $0.path == name }
      guard entries.isEmpty else { throw .manyRecords(name, entries.prefix(5).map(\.name)) }
      throw .refused(.unreadable, file: name)
    }
    let ids = Set(records.map(\.id))
    let near =
      NearMiss.candidates(for: name, among: ids).first
      ?? ids.filter { $0.contains(name) && name.count > 2 }.min()
    throw .noRecord(name, near: near)
  }
}
