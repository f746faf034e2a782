import Synchronization

/// Invitations to a colleague on the same network: each address works once, and gives the browser that
/// opened it a secret of its own.
package final class Invitations: Sendable {
  private struct State {
    var invitation = Invitations.secret()
    var secrets: Set<String> = []
    var tries = WrongTries()
  }

  private let state = Mutex(State())
  static let cookie = "bilancio-anteprima"

  /// The one that has not been used yet.
  var current: String { state.withLock { $0.invitation } }

  enum Answer: Equatable {
    case secret(String)
    /// For an invitation that was used, or never made.
    case unknown
    /// Too many attempts; this one was not looked at.
    case tooOften
  }

  /// Takes an invitation in and gives the secret for it, and makes the next invitation.
  ///
  /// - Parameter address: of the machine that tries.
  func accept(
    _ invitation: String, from address: String, at now: ContinuousClock.Instant = .now
  ) -> Answer {
    state.withLock { state in
      guard state.tries.allows(address, at: now) else { return .tooOften }
      guard state.invitation == invitation else {
        state.tries.note(address, at: now)
        return .unknown
      }
      let secret = Invitations.secret()
      state.secrets.insert(secret)
      state.invitation = Invitations.secret()
      return .secret(secret)
    }
  }

  /// - Parameter cookies: the values of ours that a browser sent.
  func admits(_ cookies: [String]) -> Bool {
    state.withLock { state in cookies.contains { state.secrets.contains($0) } }
  }

  /// 128 random bits of the system's, as hexadecimal digits.
  package static func secret() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let word = String(UInt32.random(in: 0...UInt32.max, using: &generator), radix: 16)
      return String(repeating: "0", count: 8 - word.count) + word
    }.joined()
  }
}
