import Desk
import Preview
import Synchronization

/// What was deleted since the studio was started, by names that only say that it may be put back.
///
/// No request names a file: it names one of these.
final class DeletedRecords: Sendable {
  private let changes = Mutex<[String: [FileChange]]>([:])

  /// - Returns: the name of what was deleted.
  func keep(_ changes: [FileChange]) -> String {
    let name = Invitations.secret()
    put(changes, as: name)
    return name
  }

  func put(_ new: [FileChange], as name: String) {
    changes.withLock { $0[name] = new }
  }

  func has(_ name: String) -> Bool { changes.withLock { $0[name] != nil } }

  /// Nil for what was never deleted, or is back already.
  func take(_ name: String) -> [FileChange]? {
    changes.withLock { $0.removeValue(forKey: name) }
  }
}
