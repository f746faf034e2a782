import Content
import Diagnostics
package import Files
import SocialReport
import Writing

/// A record or a file by another name, with everything that names it.
package struct Rename {
  private let records: [DeskRecord]
  private let folder: Folder
  private let closed: ClosedFolders

  package init(_ folder: Folder) {
    self.folder = folder
    records = DeskRecord.all(in: folder)
    closed = ClosedFolders(among: records, in: folder)
  }

  /// Gives a record another id.
  ///
  /// - Throws: `DeskError`; the revision is of no use then.
  package func give(
    _ id: String, to record: DeskRecord, in revision: inout Revision
  ) throws(DeskError) {
    guard Slug.isValid(id) else { throw .wrongName(id) }
    try rename(record, to: id, in: &revision)
    guard record.isNamedByFile else {
      return try revision.apply(.set("id", to: id), to: record)
    }
    let name = FileNameParts(Path.name(of: record.path))
    try revision.move(record.path, to: beside(record.path, name.start + id + "." + name.ending))
  }

  /// Gives a file another name in its folder; a record that is called by it goes along.
  package func give(
    name: String, toFile path: String, in revision: inout Revision
  ) throws(DeskError) {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "._-".utf8.contains(byte)
    }
    guard isPlain, let first = name.first, first != ".", first != "_",
      Path.ending(of: name) == Path.ending(of: path)
    else { throw .wrongName(name) }
    let target = beside(path, name)
    guard !(folder.texts.map(\.path) + folder.assets.map(\.path)).contains(target) else {
      throw .nameTaken(name, target)
    }
    let record = records.first { $0.path == path && $0.isNamedByFile }
    if let record, case let id = FileNameParts(name).id, id != record.id {
      try rename(record, to: id, in: &revision)
    }
    try rewrite(RenamedFile(from: path, to: target), in: &revision)
    try revision.move(path, to: target)
  }

  /// The records that name one, in fields, in links or in a table of theirs.
  func users(of record: DeskRecord) -> [DeskRecord] {
    let scope = RenameScope(of: record, among: records, in: folder)
    // Another name shows where it is named.
    let change = RenamedRecord(record, to: record.id + "-x", scope)
    let texts = Dictionary(folder.texts.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
    return folder.texts.flatMap { text -> [DeskRecord] in
      guard let words = NamingFile(text, change) else { return [] }
      var places = Array(words.values.keys)
      if words.hasOtherBody { places.append(FieldPath([])) }
      for table in words.tables
      where texts[table.path].map({ table.isNaming(Array($0.utf8)) }) ?? false {
        places.append(table.owner)
      }
      return records.filter { user in
        user.path == text.path && places.contains { $0.steps.starts(with: user.place.steps) }
      }
    }
  }

  private func rename(
    _ record: DeskRecord, to id: String, in revision: inout Revision
  ) throws(DeskError) {
    guard id != record.id else { return }
    let scope = RenameScope(of: record, among: records, in: folder)
    if let other = scope.taken(id) { throw .nameTaken(id, other.name) }
    try rewrite(RenamedRecord(record, to: id, scope), in: &revision)
  }

  private func beside(_ path: String, _ name: String) -> String {
    let folder = Path.folder(of: path)
    return folder.isEmpty ? name : folder + "/" + name
  }

  private func rewrite(
    _ change: some NameChange, in revision: inout Revision
  ) throws(DeskError) {
    for text in folder.texts where !closed.hold(text.path) {
      // It has a copy of what it shares, where it is closed, and changes no more. What cannot be read names nothing
      // yet; checking tells of it.
      let bytes = try revision.bytes(of: text.path)
      guard let words = NamingFile(text.path, bytes, change) else { continue }
      do throws(WritingRefusal) {
        try revision.put(words.rewritten(), at: text.path, insteadOf: bytes)
      } catch { throw .refused(error, file: text.path) }
      for table in words.tables {
        // A table that is not there, or is none, is told by checking.
        guard let old = try? revision.bytes(of: table.path) else { continue }
        do throws(WritingRefusal) {
          try revision.put(table.rewritten(old), at: table.path, insteadOf: old)
        } catch { throw .refused(error, file: table.path) }
      }
    }
  }
}

/// What is to stand in the place of a name, wherever it is named.
protocol NameChange {
  /// Another value for a field; nil where it stays.
  func value(of text: FieldVisit.Text, in path: String) -> String?
  /// Another address of a link; nil where it stays.
  func address(_ address: String, in path: String) -> String?
}

/// What a file's name says: a number in front, the name, the ending.
struct FileNameParts {
  let start: String
  let id: String
  let ending: String

  init(_ name: String) {
    let digits = name.prefix { ("0"..."9").contains($0) }
    let rest = name.dropFirst(digits.count)
    let isNumbered =
      (1...3).contains(digits.count) && rest.first.map { "-_. ".contains($0) } ?? false
    start = isNumbered ? String(digits) + rest.prefix(1) : ""
    id = Slug.ofName(Path.withoutEnding(name))
    ending = Path.ending(of: name)
  }
}
