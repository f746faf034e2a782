import Preview
import Synchronization

/// Who may write: the browser that was opened with the key of this start.
package final class Session: Sendable {
  private struct State {
    /// Nil when it was used.
    var key: String? = Invitations.secret()
    var secret: String?
    var author: String
  }

  private let state: Mutex<State>
  /// In every form, so that a cookie alone, which all ports of a machine share, is not enough.
  let token = Invitations.secret()
  /// Of its own for each start: two studios at two ports are not in each other's way.
  let cookie = "bilancio-studio-" + Invitations.secret().prefix(8)

  package init(author: String) { state = Mutex(State(author: author)) }

  /// What the browser is opened with, once.
  package var key: String? { state.withLock { $0.key } }

  /// How the journal names who writes.
  var author: String {
    get { state.withLock { $0.author } }
    set { state.withLock { $0.author = newValue } }
  }

  /// Takes the key and gives the secret for the cookie; nil for one that was used or never made.
  func enter(_ key: String) -> String? {
    state.withLock { state in
      guard let wanted = state.key, wanted == key else { return nil }
      let secret = Invitations.secret()
      (state.key, state.secret) = (nil, secret)
      return secret
    }
  }

  func admits(_ request: PreviewRequest) -> Bool {
    let values = request.cookies(cookie)
    return state.withLock { state in state.secret.map(values.contains) ?? false }
  }
}
