package import Files

/// What was written in a folder of texts, and what was there before: the folder `_redazione` in it, which no report is
/// made of.
package struct History: Sendable {
  /// Of the content.
  private let root: String
  private let author: String
  private let now: @Sendable () -> Timestamp

  package static let folder = "_redazione"

  /// - Parameters:
  ///   - begins: whether the folder is made where it is not there.
  ///   - now: the clock.
  package init?(
    _ root: String, author: String, begins: Bool,
    now: @escaping @Sendable () -> Timestamp = { Timestamp.now }
  ) {
    (self.root, self.author, self.now) = (root, author, now)
    // A link of that name leads to somebody else's.
    let status = FileSystem.status(Path.join(root, History.folder), followingLinks: false)
    guard status?.kind == .folder || begins && status == nil else { return nil }
  }

  private var home: String { Path.join(root, History.folder) }

  package var versions: Versions { Versions(Path.join(home, "versioni")) }

  package var journal: Journal { Journal(Path.join(home, "registro.csv")) }

  /// Keeps the bytes that are to be replaced.
  func keep(_ changes: [FileChange]) throws(FileError) {
    try FileSystem.makeFolder(home)
    for change in changes { try versions.keep(change.old) }
  }

  /// Tells what was written.
  func note(_ changes: [FileChange], _ note: ChangeNote) throws(FileError) {
    try FileSystem.makeFolder(home)
    for change in changes { try versions.keep(change.new) }
    let moment = now()
    try journal.add(
      changes.map { change in
        Journal.Line(
          time: moment.text, author: author, path: change.newPath,
          field: change.isMove ? Journal.field(note.field, movedFrom: change.path) : note.field,
          kind: note.kind.word,
          before: note.kind == .creation ? "" : FileHash.digest(of: change.old),
          after: FileHash.digest(of: change.new))
      })
  }

  /// Tells what happened that changed no file.
  func noteEvent(_ note: ChangeNote, path: String) throws(FileError) {
    try FileSystem.makeFolder(home)
    try journal.add([
      Journal.Line(
        time: now().text, author: author, path: path, field: note.field, kind: note.kind.word,
        before: "", after: "")
    ])
  }

  /// Takes away what is between states that are worth keeping.
  ///
  /// All of a day stay, one of an hour for a week, then one of a day; and what the journal tells of last, what has a
  /// name, and what was kept for another reason than a change.
  ///
  /// - Parameter wanted: what somebody else still compares with, by its hash.
  func prune(keeping wanted: Set<String>) throws(FileError) {
    let lines = try journal.lines()
    let known = Set(lines.flatMap { [$0.before, $0.after] })
    var kept = wanted.union(try versions.named().flatMap(\.digests))
    var last: [String: String] = [:]
    var seen: Set<String> = []
    let moment = now()
    for line in lines.reversed() {
      if last[line.path] == nil {
        last[line.path] = line.after
        kept.insert(line.after)
      }
      guard let age = Timestamp(text: line.time).map({ moment.seconds - $0.seconds }) else {
        kept.formUnion([line.before, line.after])
        continue
      }
      let slot = age < 86_400 ? line.time : String(line.time.prefix(age < 7 * 86_400 ? 13 : 10))
      if age < 86_400 || seen.insert(line.path + " " + slot).inserted {
        kept.formUnion([line.before, line.after])
      }
    }
    try versions.remove { known.contains($0) && !kept.contains($0) }
  }
}
