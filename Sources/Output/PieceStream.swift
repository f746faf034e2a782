import Files
import Glibc
import Synchronization

/// A file whose pieces are made by several jobs and written in the order of their numbers.
///
/// Pieces that come too early wait; jobs are taken in order, so few ever do. One worker at a time writes what
/// has come; the others go on with their work.
final class PieceStream: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: [UInt8]] = [:]
    var isWriting = false
    var hash = FileHash()

    /// The pieces whose turn it is, for one worker to write; nil where there are none, or another writes.
    mutating func take() -> [UInt8]? {
      var ready: [UInt8] = []
      while let piece = waiting.removeValue(forKey: next) {
        ready += piece
        next += 1
      }
      isWriting = !ready.isEmpty
      guard isWriting else { return nil }
      hash.update(ready)
      return ready
    }
  }

  private let path: String
  private let full: String
  private let state = Mutex(State())

  init(path: String, full: String) {
    self.path = path
    self.full = full
  }

  func add(_ bytes: [UInt8], number: Int) throws(FileError) {
    var ready = state.withLock { state -> [UInt8]? in
      state.waiting[number] = bytes
      return state.isWriting ? nil : state.take()
    }
    while let pieces = ready {
      // Where this fails the file stays as if somebody were writing it, and never counts as finished.
      try FileSystem.append(pieces, to: full)
      ready = state.withLock { $0.take() }
    }
  }

  /// - Throws: `FileError` where a piece did not come.
  func finish() throws(FileError) -> Manifest.Entry {
    let entry = state.withLock { state in
      state.waiting.isEmpty && !state.isWriting ? state.hash.entry(path) : nil
    }
    guard let entry else { throw FileError(.write, full, code: ENODATA) }
    return entry
  }
}
