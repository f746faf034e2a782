import Preview
import Synchronization

/// Links for offices on the same network: each works once, for the browser that opened it, while the studio runs.
final class GuestLinks: Sendable {
  static let root = "/_contributo/"

  private struct State {
    /// The keys that nobody has used yet, by the codes of their invitations.
    var keys: [String: String] = [:]
    /// What the browsers that opened a link show, by the same.
    var secrets: [String: String] = [:]
  }

  private let state = Mutex(State())
  /// Of its own for each start.
  private let cookieStart = "bilancio-contributo-" + Invitations.secret().prefix(8) + "-"

  /// - Returns: the key for the link.
  func make(for code: String) -> String {
    let key = Invitations.secret()
    state.withLock { $0.keys[code] = key }
    return key
  }

  /// Takes a key and gives the secret for the cookie; nil for one that was used or never made.
  func enter(_ code: String, _ key: String) -> String? {
    state.withLock { state in
      guard let wanted = state.keys[code], wanted == key else { return nil }
      let secret = Invitations.secret()
      (state.keys[code], state.secrets[code]) = (nil, secret)
      return secret
    }
  }

  /// Each link has a cookie of its own, so that one browser can have several.
  func cookie(of code: String) -> String { cookieStart + code }

  func admits(_ request: PreviewRequest, to code: String) -> Bool {
    guard let secret = state.withLock({ $0.secrets[code] }) else { return false }
    return request.cookies(cookie(of: code)).contains(secret)
  }

  /// The invitations whose links a browser opened.
  func codes(of request: PreviewRequest) -> [String] {
    state.withLock { Array($0.secrets.keys) }.filter { admits(request, to: $0) }
  }

  /// What is in the form of an invitation, so that a cookie alone is not enough.
  func token(of code: String) -> String? { state.withLock { $0.secrets[code] } }
}
