/// The name of a machine in an address, with letters of any script (RFC 3986, 3.2.2; RFC 5890).
package struct WebHost: Sendable {
  /// In lower case, as people write it.
  package let name: String
  package let port: Int?
  private let labels: [String]

  /// Nil for what no name, number or port can be.
  package init?(_ text: some StringProtocol) {
    var name = text.lowercased()
    var port: Int?
    if name.hasPrefix("[") {
      guard let end = name.firstIndex(of: "]"), WebHost.isVersion6(name[...end]) else { return nil }
      let rest = name[name.index(after: end)...]
      name = String(name[...end])
      guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
      if rest.utf8.count > 1 {
        guard let number = WebHost.port(rest.dropFirst()) else { return nil }
        port = number
      }
      (self.name, self.port, labels) = (name, port, [])
      return
    }
    if let colon = name.lastIndex(of: ":") {
      let digits = name[name.index(after: colon)...]
      if !digits.isEmpty {
        guard let number = WebHost.port(digits) else { return nil }
        port = number
      }
      name = String(name[..<colon])
    }
    // A full stop at the end says that the name is whole.
    let plain = name.hasSuffix(".") ? String(name.dropLast()) : name
    let labels = plain.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard plain.utf8.count <= 253, labels.allSatisfy(WebHost.isLabel) else { return nil }
    (self.name, self.port, self.labels) = (plain, port, labels)
  }

  /// As the name system and the policies of browsers have it, with its port.
  package var ascii: String {
    let host = labels.isEmpty ? name : labels.map(Punycode.encoded).joined(separator: ".")
    return port.map { "\(host):\($0)" } ?? host
  }

  private static func port(_ digits: some StringProtocol) -> Int? {
    guard digits.utf8.count <= 5, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits).flatMap { (1...65_535).contains($0) ? $0 : nil }
  }

  private static func isVersion6(_ text: Substring) -> Bool {
    let inner = text.dropFirst().dropLast()
    return inner.contains(":") && inner.utf8.count <= 45
      && inner.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || $0 == 0x3A || $0 == 0x2E
      }
  }

  /// Letters and digits, with hyphens and, as in some names that are in use, strokes below between them.
  private static func isLabel(_ label: String) -> Bool {
    let bytes = label.utf8
    if bytes.allSatisfy({ isPlainLetter($0) || $0 == UInt8(ascii: "-") }) {
      return !bytes.isEmpty && bytes.count <= 252 && bytes.first != UInt8(ascii: "-")
        && bytes.last != UInt8(ascii: "-")
    }
    guard let first = label.unicodeScalars.first, let last = label.unicodeScalars.last,
      label.utf8.count <= 252, first != "-", last != "-"
    else { return false }
    return label.unicodeScalars.allSatisfy { scalar in
      if scalar.value < 0x80 {
        return scalar == "-" || scalar == "_" || scalar.properties.numericType != nil
          || scalar.properties.isAlphabetic
      }
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
        .decimalNumber:
        return true
      default: return false
      }
    }
  }

  private static func isPlainLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  // What a reader would take it for

  /// A label with letters of two scripts that look alike, decoded; nil where there is none.
  package var lookalike: String? {
    // Only what is coded or written in other scripts can look like something else.
    guard name.utf8.contains(where: { $0 >= 0x80 }) || name.contains("xn--") else { return nil }
    let shown = labels.map { Punycode.decoded($0) ?? $0 }
    let isLatin = shown.last.map { $0.utf8.allSatisfy { $0 < 0x80 } } ?? false
    return shown.first { label in
      guard label.utf8.contains(where: { $0 >= 0x80 }) else { return false }
      let scalars = label.unicodeScalars
      if scalars.contains(where: WebHost.imitates) { return true }
      let hasLatin = scalars.contains(where: WebHost.isLatin)
      let hasOther = scalars.contains(where: WebHost.isGreekOrCyrillic)
      if hasLatin && hasOther { return true }
      // All in one script, but of letters that Latin has too, below a Latin domain: `раура.com`.
      return isLatin && hasOther
        && scalars.filter(WebHost.isGreekOrCyrillic).allSatisfy {
          WebHost.looksLatin.contains($0)
        }
    }
  }

  /// Signs that are no letters of names that people read, but look like some.
  private static func imitates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x131, 0x250...0x2FF, 0x1D00...0x1DBF, 0xA720...0xA7FF, 0xAB30...0xAB6F, 0x13A0...0x13FF,
      0xAB70...0xABBF, 0x561...0x587:
      true
    default: false
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61...0x7A, 0xDF...0x24F, 0x1E00...0x1EFF: true
    default: false
    }
  }

  private static func isGreekOrCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x370...0x52F, 0x1C80...0x1C8F, 0x1F00...0x1FFF, 0x2DE0...0x2DFF, 0xA640...0xA69F: true
    default: false
    }
  }

  private static let looksLatin = Set("аеорсухіјѕһԁԛԝӏоνοαιρυϲϳ".unicodeScalars)

  /// Whether only machines of a house or an office know the name, or it is a number.
  package enum Reach: Sendable {
    case everybody, number, insiders
  }

  package var reach: Reach {
    guard let last = labels.last else { return .number }
    // Browsers read `2130706433` and `0x7f.1` as addresses too (https://url.spec.whatwg.org/#host-parsing).
    let isHexadecimal = last.hasPrefix("0x") && last.dropFirst(2).allSatisfy(\.isHexDigit)
    if last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) || isHexadecimal { return .number }
    if labels.count == 1 { return .insiders }
    return WebHost.insideDomains.contains(last) || labels.first == "intranet"
      || labels.suffix(2) == ["home", "arpa"] ? .insiders : .everybody
  }

  /// Domains that nobody has in public (RFC 6761, 6762, 8375 and the list of ICANN).
  private static let insideDomains: Set<String> = [
    "localhost", "local", "localdomain", "lan", "internal", "intranet", "intra", "private", "corp",
    "home", "domain",
  ]
}
