import Desk
import Preview
import Synchronization

/// What was written last, by names that only say that it may be taken back.
///
/// No request names a file: it names one of these.
final class DoneChanges: Sendable {
  fileprivate struct State {
    var changes: [String: [FileChange]] = [:]
    var order: [String] = []
    var size = 0
  }

  private let state = Mutex(State())
  private static let most = 32 << 20

  /// - Returns: the name of what was done.
  func keep(_ changes: [FileChange]) -> String {
    let name = Invitations.secret()
    put(changes, as: name)
    return name
  }

  /// The oldest goes where all of it would be too much.
  func put(_ changes: [FileChange], as name: String) {
    state.withLock { state in
      state.changes[name] = changes
      state.order.append(name)
      state.size += DoneChanges.size(changes)
      while state.size > DoneChanges.most, state.order.count > 1 {
        state.remove(state.order[0])
      }
    }
  }

  func has(_ name: String) -> Bool { state.withLock { $0.changes[name] != nil } }

  /// Nil for what was never done, or is taken back already.
  func take(_ name: String) -> [FileChange]? { state.withLock { $0.remove(name) } }

  fileprivate static func size(_ changes: [FileChange]) -> Int {
    changes.reduce(0) { $0 + $1.old.count + $1.new.count }
  }
}

extension DoneChanges.State {
  @discardableResult
  fileprivate mutating func remove(_ name: String) -> [FileChange]? {
    guard let found = changes.removeValue(forKey: name) else { return nil }
    order.removeAll { $0 == name }
    size -= DoneChanges.size(found)
    return found
  }
}
