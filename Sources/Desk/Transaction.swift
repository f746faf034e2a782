import Files
import Glibc

/// Several files that are written together: all of them, or none.
///
/// A note says what is to take whose place. The new bytes are put beside each file, then the note takes its own
/// name, and is taken away when all is done. Whoever comes after an interruption finds the note and finishes; where
/// it has not its own name yet, nothing had begun, and what was put beside is taken away.
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
    let note = StagedFile(for: Transaction.note(in: root))
    do throws(FileError) {
      try FileSystem.removeFile(note.path)
      try FileSystem.write(written, to: note.path)
      try FileSystem.synchronise(root)
      for change in changes {
        let target = Path.join(root, change.newPath)
        if change.isMove { try makePlace(for: target) }
        staged.append(
          try FileSystem.stage(
            change.new, insteadOf: Path.join(root, change.path),
            at: change.isMove ? target : nil))
      }
      try note.takePlace()
    } catch {
      for file in staged + [note] { try FileSystem.removeFile(file.path) }
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

  /// Whether somebody else is writing, or was interrupted.
  static func isOpen(in root: String) -> Bool {
    let note = note(in: root)
    return [note, StagedFile(for: note).path].contains {
      FileSystem.status($0, followingLinks: false) != nil
    }
  }

  /// Does what a note says that is not done yet; what was only prepared goes.
  ///
  /// - Returns: whether something was to be done.
  @discardableResult
  static func finish(in root: String) throws(FileError) -> Bool {
    guard isOpen(in: root) else { return false }
    let note = note(in: root)
    let isBegun = FileSystem.status(note, followingLinks: false) != nil
    let path = isBegun ? note : StagedFile(for: note).path
    for step in read(try ReadableFile(path).bytes()) {
      if isBegun { try finish(step, in: root) } else { try clear(step, in: root) }
    }
    try FileSystem.removeFile(path)
    return isBegun
  }

  private static func clear(_ step: Step, in root: String) throws(FileError) {
    guard let target = target(of: step, in: root) else { return }
    try FileSystem.removeFile(StagedFile(for: target).path)
  }

  /// Nil where a link that was put there since leads to nothing that is ours.
  private static func target(of step: Step, in root: String) -> String? {
    let given = Path.join(root, step.newPath)
    let resolved = try? FileSystem.resolved(given)
    let target = step.path == step.newPath ? (resolved ?? nil) ?? given : given
    guard let home = FileSystem.realPath(root),
      let folder = FileSystem.realPath(Path.parent(of: target) ?? root),
      Path.contains(home, folder)
    else { return nil }
    return target
  }

  /// What somebody changed in the meantime stays as they have it.
  private static func finish(_ step: Step, in root: String) throws(FileError) {
    let old = Path.join(root, step.path)
    guard let target = target(of: step, in: root) else { return }
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
