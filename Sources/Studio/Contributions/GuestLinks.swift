import Preview
import Synchronization

/// Links for offices on the same network: each works once, for the browser that opened it, while the studio runs.
final class GuestLinks: Sendable {
  static let root = "/_contributo/"

  /// By the codes of their invitations: each link has a key, a cookie and a token of its own, so that one browser can
  /// have several.
  private let sessions = Mutex<[String: Session]>([:])

  subscript(code: String) -> Session? { sessions.withLock { $0[code] } }

  /// - Returns: the key for the link.
  func make(for code: String) -> String {
    let session = Session(author: "")
    sessions.withLock { $0[code] = session }
    return session.key ?? ""
  }

  /// The invitations whose links a browser opened.
  func codes(of request: PreviewRequest) -> [String] {
    sessions.withLock { $0 }.filter { $0.value.admits(request) }.map(\.key)
  }
}
