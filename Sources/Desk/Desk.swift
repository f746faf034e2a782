package import Files
import Glibc
import Writing

/// The author's own files on the disk: read as they are, written in one step and only as they were read.
package struct Desk: Sendable {
  /// The content's folder.
  package let root: String
  /// Where it is noted what was written, and kept what was there before; nil where nobody wants that.
  let history: History?

  /// - Parameters:
  ///   - root: the content's folder.
  ///   - author: who writes, as the journal names them.
  ///   - keepsHistory: whether the journal is begun where there is none.
  package init(root: String, author: String = "", keepsHistory: Bool = false) {
    self.root = root
    history = History(root, author: author, begins: keepsHistory)
  }

  /// The bytes of a file, which no link leads out of the folder to.
  package func read(_ path: String) throws(DeskError) -> [UInt8] {
    try Desk.filing { () throws(FileError) in try Enclosure(root).file(path).bytes() }
  }

  /// Bytes that a file had, by their hash; nil where they were not kept.
  package func oldBytes(_ digest: String) -> [UInt8]? { history?.versions.bytes(of: digest) }

  /// What the journal tells of a file, which may have had another name, the newest first.
  package func changes(of path: String) throws(DeskError) -> [Journal.Line] {
    guard let history else { return [] }
    let lines = try Desk.filing { () throws(FileError) in try history.journal.lines() }
    var path = path
    return lines.reversed().filter { line in
      guard line.path == path else { return false }
      if let former = Journal.formerPath(in: line.field) { path = former }
      return true
    }
  }

  /// What the journal tells last, the newest first: some hundreds of lines.
  package func lastChanges() throws(DeskError) -> [Journal.Line] {
    guard let history else { return [] }
    return try Desk.filing { () throws(FileError) in try history.journal.lastLines().reversed() }
  }

  /// The states that somebody gave a name.
  package func namedVersions() throws(DeskError) -> [Versions.Named] {
    guard let history else { return [] }
    return try Desk.filing { () throws(FileError) in try history.versions.named() }
  }

  /// Gives the state of some files a name; one of that name is another state from then on.
  package func name(_ name: String, _ paths: [String]) throws(DeskError) {
    guard let history else { return }
    let lock = try Desk.filing { () throws(FileError) in try Desk.lock(root) }
    defer { withExtendedLifetime(lock) {} }
    var files: [(path: String, bytes: [UInt8])] = []
    for path in paths { files.append((path, try read(path))) }
    try Desk.filing { () throws(FileError) in try history.versions.name(name, files) }
  }

  /// Keeps bytes by their hash, for whoever compares with them later.
  package func keep(_ bytes: [UInt8]) throws(FileError) {
    guard let history else { return }
    try FileSystem.makeFolder(Path.join(root, History.folder))
    try history.versions.keep(bytes)
  }

  /// Writes all the changes or none, though the power fail meanwhile.
  ///
  /// The folder is kept for this process between the last look and the new name, so that of two who write at the
  /// same time the second is told.
  package func write(_ changes: [FileChange], as note: ChangeNote) throws(DeskError) {
    let changes = changes.filter { $0.isMove || $0.new != $0.old }
    guard !changes.isEmpty else { return }
    let lock = try Desk.filing { () throws(FileError) in try Desk.lock(root) }
    defer { withExtendedLifetime(lock) {} }
    _ = try Desk.filing { () throws(FileError) in try Transaction.finish(in: root) }
    for change in changes {
      guard try read(change.path) == change.old else { throw .changedMeanwhile(change.path) }
    }
    try Desk.filing { () throws(FileError) in
      try history?.keep(changes)
      if changes.count == 1, !changes[0].isMove {
        let full = Path.join(root, changes[0].path)
        try Desk.patiently { () throws(FileError) in
          try FileSystem.replace(full, with: changes[0].new)
        }
      } else {
        try Transaction(changes, in: root).run()
      }
    }
    do throws(FileError) {
      try history?.note(changes, note)
    } catch { throw .notNoted(error) }
  }

  /// Makes files that are not there yet, with the folders above them: all, or none.
  package func create(
    _ files: [(path: String, bytes: [UInt8])], as note: ChangeNote
  ) throws(DeskError) {
    // Where the folder is made now, nobody else is in it.
    let lock =
      try FileSystem.status(root) == nil
      ? nil : Desk.filing { () throws(FileError) in try Desk.lock(root) }
    defer { withExtendedLifetime(lock) {} }
    try Desk.filing { () throws(FileError) in
      for file in files { try checkPlace(of: file.path) }
      try FileSystem.create(files.map { (path: Path.join(root, $0.path), bytes: $0.bytes) })
    }
    let changes = files.map { FileChange(path: $0.path, old: [], new: $0.bytes) }
    do throws(FileError) {
      try history?.note(changes, note)
    } catch { throw .notNoted(error) }
  }

  /// No link leads out of the folder to where a new file is to be.
  private func checkPlace(of path: String) throws(FileError) {
    guard let home = FileSystem.realPath(root) else { return }
    var folder = Path.join(root, Path.folder(of: path))
    while FileSystem.status(folder) == nil, folder.utf8.count > root.utf8.count {
      folder = Path.folder(of: folder)
    }
    guard let real = FileSystem.realPath(folder), Path.contains(home, real) else {
      throw FileError(.create, Path.join(root, path), .leadsOut(of: root))
    }
  }

  /// Tells in the journal what happened that changed no file.
  package func note(_ event: ChangeNote, path: String) throws(DeskError) {
    guard let history else { return }
    try Desk.filing { () throws(FileError) in
      let lock = try Desk.lock(root)
      defer { withExtendedLifetime(lock) {} }
      try history.noteEvent(event, path: path)
    }
  }

  /// Takes away versions between those that are worth keeping.
  ///
  /// - Parameter wanted: what is still compared with, by its hash.
  package func prune(keeping wanted: Set<String> = []) throws(DeskError) {
    guard let history else { return }
    try Desk.filing { () throws(FileError) in
      let lock = try Desk.lock(root)
      defer { withExtendedLifetime(lock) {} }
      try history.prune(keeping: wanted)
    }
  }

  /// Finishes what somebody else was writing who was interrupted.
  ///
  /// - Returns: whether there was something.
  @discardableResult
  package func recover() throws(DeskError) -> Bool {
    guard Transaction.isOpen(in: root) else { return false }
    return try Desk.filing { () throws(FileError) in
      let lock = try Desk.lock(root)
      defer { withExtendedLifetime(lock) {} }
      return try Transaction.finish(in: root)
    }
  }

  /// What files refuse, as the desk says it.
  package static func filing<Result>(
    _ work: () throws(FileError) -> Result
  ) throws(DeskError) -> Result {
    do throws(FileError) { return try work() } catch { throw .file(error) }
  }

  private static func lock(_ folder: String) throws(FileError) -> FolderLock {
    var tries = 0
    while true {
      do throws(FileError) {
        return try FolderLock(folder)
      } catch {
        guard error.operation == .lock, tries < 100 else { throw error }
        tries += 1
        usleep(50_000)
      }
    }
  }

  /// A share may refuse for a moment to give a name to another file, while somebody has that open.
  static func patiently(
    _ work: () throws(FileError) -> Void
  ) throws(FileError) {
    let passing: Set<Int32> = [EBUSY, ETXTBSY, EACCES]
    for pause in [5_000, 10_000, 20_000, 40_000, 75_000, 75_000] as [UInt32] {
      do throws(FileError) {
        return try work()
      } catch {
        guard case .system(let code) = error.cause, passing.contains(code) else { throw error }
        usleep(pause)
      }
    }
    try work()
  }
}
