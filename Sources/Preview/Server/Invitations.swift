import Synchronization

/// Invitations to a colleague on the same network: each address works once, and gives the browser that
/// opened it a secret of its own.
final class Invitations: Sendable {
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

  func admits(_ cookies: [String]) -> Bool {
    let values = cookies.flatMap { $0.split(separator: ";") }.compactMap { pair -> String? in
      let pair = pair.drop { $0 == " " }
      let name = Invitations.cookie + "="
      return pair.hasPrefix(name) ? String(pair.dropFirst(name.count)) : nil
    }
    return state.withLock { state in values.contains { state.secrets.contains($0) } }
  }

  /// 128 random bits of the system's, as hexadecimal digits.
  private static func secret() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let word = String(UInt32.random(in: 0...UInt32.max, using: &generator), radix: 16)
      return String(repeating: "0", count: 8 - word.count) + word
    }.joined()
  }
}
