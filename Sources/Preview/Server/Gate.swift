import HTTPTypes
import Synchronization

/// Who may see the drafts: this machine's own browser, and whom its user invited.
///
/// A page from elsewhere that is open in the same browser may not: neither by a name of its own that
/// leads here (DNS rebinding), nor by asking for our pages from its own (`Origin`, Fetch Metadata).
struct Gate: Sendable {
  enum Decision: Equatable {
    case open
    /// For a browser that has not shown its invitation.
    case needsInvitation
    /// For a page from elsewhere.
    case foreign
    /// For whoever asks for anything but a page.
    case unsupported
  }

  /// Nil where nobody else is invited.
  let invitations: Invitations?
  /// A name other than an address that others reach this machine by.
  let sharedName: String?

  func decide(_ request: HTTPRequest, isLocal: Bool) -> Decision {
    guard request.method == .get || request.method == .head else { return .unsupported }
    guard let authority = request.authority, let host = Gate.name(in: authority), isOurs(host)
    else { return .foreign }
    if let origin = request.headerFields[.origin], origin != "http://\(authority)" {
      return .foreign
    }
    guard isOwn(request.headerFields) else { return .foreign }
    guard !isLocal, let invitations else { return .open }
    return invitations.admits(request.headerFields[values: .cookie]) ? .open : .needsInvitation
  }

  /// Names that no other machine can make lead here: those of this machine, and bare addresses.
  private func isOurs(_ host: String) -> Bool {
    if host == "localhost" || host == "127.0.0.1" || host == "[::1]" { return true }
    guard invitations != nil else { return false }
    return host == sharedName || Gate.isAddress(host)
  }

  /// Whether the request comes from a page of ours, from the address bar, or by a link that is followed
  /// (Fetch Metadata Request Headers, https://www.w3.org/TR/fetch-metadata/).
  ///
  /// Browsers that say nothing of it, and programs, are judged by host and origin alone.
  private func isOwn(_ fields: HTTPFields) -> Bool {
    func value(_ name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0] } }
    guard let site = value("Sec-Fetch-Site"), site != "same-origin", site != "none" else {
      return true
    }
    return value("Sec-Fetch-Mode") == "navigate" && value("Sec-Fetch-Dest") == "document"
  }

  /// `name:port` without its port, in small letters; nil for what is none.
  static func name(in authority: String) -> String? {
    let authority = authority.lowercased()
    let name =
      authority.hasPrefix("[")
      ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
    let rest = authority.dropFirst(name.count)
    guard !name.isEmpty,
      rest.isEmpty || rest.hasPrefix(":") && rest.dropFirst().allSatisfy(\.isNumber)
    else { return nil }
    return String(name)
  }

  private static func isAddress(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      return host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}

/// Invitations to a colleague on the same network: each address works once, and gives the browser that
/// opened it a secret of its own.
final class Invitations: Sendable {
  private struct State {
    var invitation = Invitations.secret()
    var secrets: Set<String> = []
  }

  private let state = Mutex(State())
  static let cookie = "bilancio-anteprima"

  /// The one that has not been used yet.
  var current: String { state.withLock { $0.invitation } }

  /// Takes an invitation in and gives the secret for it, and makes the next invitation; nil for one that
  /// was used, or never made.
  func accept(_ invitation: String) -> String? {
    state.withLock { state in
      guard state.invitation == invitation else { return nil }
      let secret = Invitations.secret()
      state.secrets.insert(secret)
      state.invitation = Invitations.secret()
      return secret
    }
  }

  fileprivate func admits(_ cookies: [String]) -> Bool {
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
