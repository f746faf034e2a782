import Diagnostics

/// The address of a site: `https://`, a name and perhaps a path, to which those of its pages are added.
package struct SiteAddress: Sendable {
  /// Ends in `/`; letters that addresses have not are written by their codes.
  package let text: String

  /// What an address has that a site's cannot.
  package enum Flaw: Hashable, Sendable {
    case noAddress, credentials, query, fragment, emptyPart, index
  }

  /// What is wrong with an address, and the address without it where there is one.
  package struct Flaws: Error {
    package let all: [Flaw]
    package let corrected: SiteAddress?
  }

  private init(whole text: String) { self.text = text }

  package init(_ text: String) throws(Flaws) {
    var flaws: [Flaw] = []
    guard let scheme = ["https://", "http://"].first(where: text.lowercased().hasPrefix) else {
      throw Flaws(all: [.noAddress], corrected: nil)
    }
    var rest = text.dropFirst(scheme.count)
    if let mark = rest.firstIndex(of: "#") {
      flaws.append(.fragment)
      rest = rest[..<mark]
    }
    if let mark = rest.firstIndex(of: "?") {
      flaws.append(.query)
      rest = rest[..<mark]
    }
    var authority = rest.prefix { $0 != "/" }
    var parts = rest.dropFirst(authority.count).split(
      separator: "/", omittingEmptySubsequences: false)
    if let mark = authority.lastIndex(of: "@") {
      flaws.append(.credentials)
      authority = authority[authority.index(after: mark)...]
    }
    guard let host = WebHost(authority) else { throw Flaws(all: [.noAddress], corrected: nil) }
    if let last = parts.last, ["index.html", "index.htm", "index.php"].contains(last.lowercased()) {
      flaws.append(.index)
      parts.removeLast()
    }
    // The first part stands before the first stroke and the last behind the last: both are empty.
    if parts.dropFirst().dropLast().contains("") { flaws.append(.emptyPart) }
    let path = parts.filter { !$0.isEmpty }
    guard
      !path.contains(where: { part in
        part == "." || part == ".." || HiddenCharacter.all(in: part).first != nil
          || part.unicodeScalars.contains {
            $0.value <= 0x20 || SiteAddress.reserved.contains($0)
          } || SiteAddress.hasOddCode(part)
      })
    else { throw Flaws(all: [.noAddress], corrected: nil) }
    let address = SiteAddress(
      whole: scheme + host.name + (host.port.map { ":\($0)" } ?? "") + "/"
        + path.map { SiteAddress.encoded($0) + "/" }.joined())
    guard flaws.isEmpty else { throw Flaws(all: flaws, corrected: address) }
    self = address
  }

  /// What no folder of a site is called, and means something to servers: `$` to nginx in every place.
  private static let reserved = Set("$\\\"`<>|^".unicodeScalars)

  /// Whether a code stands for one of those, a control character or a sign that divides addresses.
  private static func hasOddCode(_ part: Substring) -> Bool {
    let bytes = Array(part.utf8)
    return bytes.indices.dropLast(2).contains { at in
      guard bytes[at] == UInt8(ascii: "%") else { return false }
      let digits = bytes[at + 1...at + 2].compactMap {
        Character(Unicode.Scalar($0)).hexDigitValue
      }
      guard digits.count == 2 else { return false }
      let meant = UInt8(digits[0] << 4 | digits[1])
      return meant < 0x20 || meant == 0x7F || "/%?#".utf8.contains(meant)
        || meant < 0x80 && reserved.contains(Unicode.Scalar(meant))
    }
  }

  /// With codes for all but the unreserved characters and codes that are there (RFC 3986, 2).
  private static func encoded(_ part: Substring) -> String {
    let bytes = Array(part.utf8)
    var result = ""
    for (at, byte) in bytes.enumerated() {
      let isCode =
        byte == UInt8(ascii: "%") && at + 2 < bytes.count
        && bytes[at + 1..<at + 3].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
      let isUnreserved =
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
      if isCode || isUnreserved {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        result += hex.utf8.count == 1 ? "%0" + hex : "%" + hex
      }
    }
    return result
  }
}
