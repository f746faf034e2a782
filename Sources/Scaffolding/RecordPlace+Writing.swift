import Content
package import Desk
import Files
package import SocialReport

extension RecordPlace {
  /// Adds what is new to changes that are not on the disk yet: files, or an entry of the register that the edition
  /// reads, which is begun where there is none.
  ///
  /// - Returns: the paths of what is new or changes, relative to the texts' folder.
  /// - Throws: `DeskError`, or why the register cannot take the entry.
  @discardableResult
  package func apply(
    _ addition: RecordAddition, to revision: inout Revision
  ) throws -> [String] {
    switch addition {
    case .file(let file): return begin([file], in: &revision)
    case .files(let files): return begin(files, in: &revision)
    case .entry(let entry): return try apply([entry], of: entry.kind, to: &revision)
    }
  }

  /// Adds entries to the register that the edition reads, which is begun where there is none.
  ///
  /// - Returns: the path of the register.
  @discardableResult
  package func apply(
    _ entries: [RegisterEntry], of kind: EntityKind, to revision: inout Revision
  ) throws -> [String] {
    guard let path = outline.files(of: kind, in: edition).last else {
      return begin([files.register(kind, entries, in: home)], in: &revision)
    }
    let old = try revision.bytes(of: path)
    let new = try RegisterAddition(of: entries, to: old, name: path, language).bytes
    revision.put(new, at: path, insteadOf: old)
    return [path]
  }

  private func begin(_ files: [ProjectFile], in revision: inout Revision) -> [String] {
    for file in files { revision.begin(file.path, Array(file.text.utf8)) }
    return files.map(\.path)
  }

  /// Where the next record goes, when what is about to be written has taken a number and a name.
  package func behind(_ revision: Revision) async throws -> RecordPlace {
    let texts = revision.changes.filter {
      Content.textEndings.contains(Path.ending(of: $0.path).lowercased())
    }
    let outline = try await outline.holding(
      texts.map { Folder.Text(path: $0.path, bytes: $0.new) })
    return try RecordPlace(self, outline)
  }

  /// Writes what is new.
  ///
  /// - Returns: the paths of what was written, relative to the texts' folder.
  /// - Throws: `DeskError`, or why the register cannot take the entry.
  package func write(_ addition: RecordAddition, with desk: Desk) throws -> [String] {
    var revision = Revision(desk)
    let paths = try apply(addition, to: &revision)
    let changes = revision.changes
    if case .entry(let entry) = addition, changes.contains(where: { !$0.old.isEmpty }) {
      try desk.write(changes, as: ChangeNote(.entry, field: entry.id))
    } else {
      try desk.create(changes.map { (path: $0.path, bytes: $0.new) }, as: ChangeNote(.creation))
    }
    return paths
  }
}
