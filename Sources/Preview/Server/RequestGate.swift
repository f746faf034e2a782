import NIOHTTP1

/// Who may see the drafts: this machine's own browser, and whom its user invited.
///
/// A page from elsewhere that is open in the same browser may not: neither by a name of its own that
/// leads here (DNS rebinding), nor by asking for our pages from its own (`Origin`, Fetch Metadata).
struct RequestGate: Sendable {
  enum Decision: Equatable {
    case open
    /// For a browser that has not shown its invitation.
    case needsInvitation
    /// For a page from elsewhere.
    case foreign
    /// For requests for anything but a page.
    case unsupported
    /// For a form that is too long, or does not say how long it is.
    case tooLong
  }

  /// Nil where nobody else is invited.
  let invitations: Invitations?
  /// A name other than an address that others reach this machine by.
  let sharedName: String?

  /// Where forms may be sent to; nil where one can only read.
  var writable: String?
  /// Where other machines may send forms to, and ask for pages without an invitation; nil where nobody is invited.
  var guests: String?

  /// Whether a request that brings something is let in: from this machine, by a page of this very server.
  ///
  /// The browser must say that it is (`Origin`), with the port; a page from elsewhere cannot send such a body
  /// without asking, and is not answered when it asks.
  func decideWriting(_ request: PreviewRequest, isLocal: Bool) -> Decision {
    let isGuest = guests.map(request.path.hasPrefix) ?? false
    guard request.method == .POST, let writable, isGuest || request.path.hasPrefix(writable) else {
      return .unsupported
    }
    guard isGuest && !request.isFile || isLocal, let authority = request.authority,
      let host = RequestGate.name(in: authority),
      isOurs(host), request.headers["Origin"] == ["http://\(authority)"],
      request.headers["Sec-Fetch-Site"].allSatisfy({ $0 == "same-origin" }), request.hasKnownBody
    else { return .foreign }
    guard let length = request.bodyLength, length <= request.mostOfBody else {
      return .tooLong
    }
    return .open
  }

  func decide(_ request: PreviewRequest, isLocal: Bool) -> Decision {
    if request.method == .POST, writable != nil { return decideWriting(request, isLocal: isLocal) }
    guard request.method == .GET || request.method == .HEAD else { return .unsupported }
    guard let authority = request.authority, let host = RequestGate.name(in: authority),
      isOurs(host)
    else { return .foreign }
    if let origin = request.headers.first(name: "Origin"), origin != "http://\(authority)" {
      return .foreign
    }
    guard isOwn(request.headers) else { return .foreign }
    if let guests, request.path.hasPrefix(guests) { return .open }
    guard !isLocal, let invitations else { return .open }
    return invitations.admits(request.cookies(Invitations.cookie)) ? .open : .needsInvitation
  }

  /// Names that no other machine can make lead here: those of this machine, and bare addresses.
  private func isOurs(_ host: String) -> Bool {
    if host == "localhost" || host == "127.0.0.1" || host == "[::1]" { return true }
    guard invitations != nil else { return false }
    return host == sharedName || RequestGate.isAddress(host)
  }

  /// Whether the request comes from a page of ours, from the address bar, or by a link that is followed
  /// (Fetch Metadata Request Headers, https://www.w3.org/TR/fetch-metadata/).
  ///
  /// Browsers that say nothing of it, and programs, are judged by host and origin alone.
  private func isOwn(_ headers: HTTPHeaders) -> Bool {
    func value(_ name: String) -> String? { headers.first(name: name) }
    guard let site = value("Sec-Fetch-Site"), site != "same-origin", site != "none" else {
      return true
    }
    return value("Sec-Fetch-Mode") == "navigate" && value("Sec-Fetch-Dest") == "document"
  }

  /// `name:port` without its port, in small letters; nil for what is none.
  static func name(in authority: String) -> String? {
    let authority = authority.lowercased()
    let name: Substring
    if authority.hasPrefix("[") {
      guard let close = authority.firstIndex(of: "]") else { return nil }
      name = authority[...close]
    } else {
      name = authority.prefix { $0 != ":" }
    }
    let rest = authority[name.endIndex...]
    guard !name.isEmpty, rest.isEmpty || isPort(rest) else { return nil }
    return String(name)
  }

  /// `:8080`; not a colon alone, which browsers leave out.
  private static func isPort(_ text: Substring) -> Bool {
    let digits = text.dropFirst()
    guard text.hasPrefix(":"), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(digits)
    else { return false }
    return (1...65535).contains(port)
  }

  private static func isAddress(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      let address = host.dropFirst().dropLast()
      return address.contains(":")
        && address.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || ":.".utf8.contains($0)
        }
    }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8(part) != nil
      }
  }
}
