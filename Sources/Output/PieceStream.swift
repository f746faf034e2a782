import Crypto
import Files
import Synchronization

/// A file whose pieces are made by several jobs and written in the order of their numbers.
///
/// Pieces that come too early wait; jobs are taken in order, so few ever do.
final class PieceStream: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: [UInt8]] = [:]
    var hash = SHA256()
    var byteCount = 0
  }

  private let path: String
  private let full: String
  private let state = Mutex(State())

  init(path: String, full: String) {
    self.path = path
    self.full = full
  }

  func add(_ bytes: [UInt8], number: Int) throws(FileError) {
    let failure = state.withLock { state -> FileError? in
      state.waiting[number] = bytes
      var ready: [UInt8] = []
      while let piece = state.waiting.removeValue(forKey: state.next) {
        ready += piece
        state.next += 1
      }
      guard !ready.isEmpty else { return nil }
      state.hash.update(data: ready)
      state.byteCount += ready.count
      do throws(FileError) {
        try FileSystem.append(ready, to: full)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  func finish() throws(FileError) -> Manifest.Entry {
    state.withLock { state in
      Manifest.Entry(
        path: path, byteCount: state.byteCount,
        digest: Manifest.hexadecimal(state.hash.finalize()))
    }
  }
}
