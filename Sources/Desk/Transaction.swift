import Files
import Glibc

/// Several files that are written together: all of them, or none.
///
/// The new bytes are put beside each file first. Then a note says what is to take whose place, and is taken away
/// when all has. Whoever comes after an interruption finds the note and finishes; without a note, nothing had begun.
struct Transaction {
  private struct Step {
    let path: String
    let newPath: String
    let oldDigest: String
    let newDigest: String
  }

  private let root: String
  private let changes: [FileChange]

  init(_ changes: [FileChange], in root: String) { (self.changes, self.root) = (changes, root) }

  /// - Throws: `FileError`; the files are then as they were, or the note is there and tells what is to be done.
  func run() throws(FileError) {
    var staged: [StagedFile] = []
    do throws(FileError) {
      for change in changes {
        let target = Path.join(root, change.newPath)
        if change.isMove { try makePlace(for: target) }
        staged.append(
          try FileSystem.stage(
            change.new, insteadOf: Path.join(root, change.path),
            at: change.isMove ? target : nil))
      }
      let note = StagedFile(for: Transaction.note(in: root))
      try FileSystem.removeFile(note.path)
      try FileSystem.write(written, to: note.path)
      try FileSystem.synchronise(root)
      try note.takePlace()
    } catch {
      for file in staged { try FileSystem.removeFile(file.path) }
      throw error
    }
    try Transaction.finish(in: root)
  }

  /// Makes the folder that a file is to move into; what stands there stays.
  private func makePlace(for target: String) throws(FileError) {
    let folder = Path.folder(of: target)
    try FileSystem.makeFolder(folder)
    guard let home = FileSystem.realPath(root), let real = FileSystem.realPath(folder),
      Path.contains(home, real)
    else { throw FileError(.create, target, .leadsOut(of: root)) }
    if try FileSystem.found(target, followingLinks: false) != nil {
      throw FileError(.create, target, code: EEXIST)
    }
  }

  static func isOpen(in root: String) -> Bool {
    FileSystem.status(note(in: root), followingLinks: false) != nil
  }

  /// Does what a note says that is not done yet.
  ///
  /// - Returns: whether there was a note.
  @discardableResult
  static func finish(in root: String) throws(FileError) -> Bool {
    guard isOpen(in: root) else { return false }
    for step in read(try ReadableFile(note(in: root)).bytes()) { try finish(step, in: root) }
    try FileSystem.removeFile(note(in: root))
    return true
  }

  /// What somebody changed in the meantime stays as they have it.
  private static func finish(_ step: Step, in root: String) throws(FileError) {
    let old = Path.join(root, step.path)
    let given = Path.join(root, step.newPath)
    let target = step.path == step.newPath ? try FileSystem.resolved(given) ?? given : given
    // A link that was put there since leads nowhere that is ours.
    guard let home = FileSystem.realPath(root),
      let folder = FileSystem.realPath(Path.parent(of: target) ?? root),
      Path.contains(home, folder)
    else { return }
    let staged = StagedFile(for: target)
    let before = step.path == step.newPath ? step.oldDigest : nil
    if digest(staged.path) == step.newDigest, digest(target) == before {
      try Desk.patiently { () throws(FileError) in try staged.takePlace() }
    }
    if step.path != step.newPath, digest(target) == step.newDigest, digest(old) == step.oldDigest {
      try FileSystem.removeFile(old)
    }
    try FileSystem.removeFile(staged.path)
  }

  private static func digest(_ path: String) -> String? {
    guard FileSystem.status(path) != nil else { return nil }
    return (try? ReadableFile(path).bytes()).map(FileHash.digest)
  }

  // The note: a line for each part, since no path has a line break in it

  private static let title = "bilancio 1"

  private static func note(in root: String) -> String { Path.join(root, ".bilancio-modifica") }

  private var written: [UInt8] {
    var lines = [Transaction.title]
    for change in changes {
      lines += [
        change.path, change.newPath, FileHash.digest(of: change.old),
        FileHash.digest(of: change.new),
      ]
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Nothing of a note that is none of ours.
  private static func read(_ bytes: [UInt8]) -> [Step] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.first == title else { return [] }
    return stride(from: 1, to: lines.count - 4, by: 4).compactMap { at in
      guard let path = Path.normalised(lines[at]), let newPath = Path.normalised(lines[at + 1])
      else { return nil }
      return Step(
        path: path, newPath: newPath, oldDigest: lines[at + 2], newDigest: lines[at + 3])
    }
  }
}
