package import Diagnostics

/// An address of the web, taken apart (RFC 3986, 3): what its host is, and what it must not have.
package struct WebAddress: Sendable {
  package let scheme: String
  package let host: WebHost

  package enum Flaw: Error, Sendable {
    /// No `https` or `http`, or no host that can be.
    case noAddress
    /// A name, and perhaps a password, before the host.
    case credentials
    /// Characters that turn the direction of the letters, or that nobody sees.
    case hidden(HiddenCharacter)
  }

  package init(_ text: String) throws(Flaw) {
    guard let scheme = ["https://", "http://"].first(where: text.prefix(8).lowercased().hasPrefix)
    else {
      throw .noAddress
    }
    if WebAddress.hasCredentials(text) { throw .credentials }
    if let hidden = HiddenCharacter.all(in: text[...]).first { throw .hidden(hidden) }
    let isClean = text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value != 0x7F && !"\"<>\\".unicodeScalars.contains($0)
    }
    let after = text.dropFirst(scheme.count)
    guard isClean, let host = WebHost(WebAddress.authority(after)) else { throw .noAddress }
    self.scheme = scheme
    self.host = host
  }

  /// `https://host:port`, in ASCII.
  package var origin: String { scheme + host.ascii }

  /// The host of an address of the web, whatever else is wrong with it; nil for any other.
  package static func host(of text: String) -> WebHost? {
    guard let scheme = ["https://", "http://"].first(where: text.lowercased().hasPrefix) else {
      return nil
    }
    return WebHost(authority(text.dropFirst(scheme.count)))
  }

  /// Whether a name stands before the host of an address, whatever its scheme.
  package static func hasCredentials(_ text: String) -> Bool {
    guard let authority = Credentials.authority(of: text[...]) else { return false }
    return authority.contains("@")
  }

  private static func authority(_ text: Substring) -> Substring {
    text.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
  }
}
