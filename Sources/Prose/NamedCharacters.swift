import Diagnostics
import Facts
import Markdown

/// Characters that a text names by a code (`&#27;`, `&#x202E;`, `&lrm;`) are looked at as those that
/// stand in it.
enum NamedCharacters {
  static func check(_ nodes: [(node: Node, depth: Int)], _ prose: Prose, _ state: inout PageState) {
    let named = entities(in: prose.field.text)
    guard !named.isEmpty else { return }
    // In code an entity is what it looks like.
    var seen: Set<Unicode.Scalar> = []
    let wanted = Set(named.map(\.scalar))
    for (node, _) in nodes {
      let texts: [String] =
        switch node.kind {
        case .text: [node.literal]
        case .link, .image: [node.address, node.title]
        default: []
        }
      for text in texts {
        for scalar in text.unicodeScalars where wanted.contains(scalar) { seen.insert(scalar) }
      }
    }
    let found = named.filter { seen.contains($0.scalar) }
    guard !found.isEmpty else { return }
    let places = prose.field.map(in: state.context.sources)
    for diagnostic in HiddenCharacter.diagnostics(found, at: { places.place(of: $0.range) }) {
      state.report(diagnostic)
    }
  }

  /// The hidden characters that a text names, each with the range of its entity.
  private static func entities(in text: Substring) -> [HiddenCharacter] {
    let bytes = text.utf8.span
    var found: [HiddenCharacter] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "&") else {
        at += 1
        continue
      }
      let start = at
      at += 1
      // The longest of the names below has 18 letters (HTML 13.5).
      var name: [UInt8] = []
      while at < bytes.count, name.count <= 18, isNameByte(bytes[at]) {
        name.append(bytes[at])
        at += 1
      }
      guard at < bytes.count, bytes[at] == UInt8(ascii: ";"),
        start == 0 || bytes[start - 1] != UInt8(ascii: "\\"),
        let scalar = scalar(String(decoding: name, as: UTF8.self)),
        let kind = HiddenCharacter.kind(of: scalar)
      else { continue }
      found.append(HiddenCharacter(kind: kind, scalar: scalar, range: start..<at + 1))
    }
    return found
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }

  private static let names: [String: Unicode.Scalar] = [
    "ZeroWidthSpace": "\u{200B}", "NegativeThinSpace": "\u{200B}",
    "NegativeMediumSpace": "\u{200B}", "NegativeThickSpace": "\u{200B}",
    "NegativeVeryThinSpace": "\u{200B}", "zwnj": "\u{200C}", "zwj": "\u{200D}",
    "lrm": "\u{200E}", "rlm": "\u{200F}", "NoBreak": "\u{2060}", "ApplyFunction": "\u{2061}",
    "af": "\u{2061}", "InvisibleTimes": "\u{2062}", "it": "\u{2062}", "InvisibleComma": "\u{2063}",
    "ic": "\u{2063}",
  ]

  /// What an entity without its `&` and `;` stands for, as CommonMark 6.2 has it.
  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return names[name] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let code =
      isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let code else { return nil }
    return code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
  }
}
