/// What can be told of a line by itself.
extension YAMLLine {
  var firstByte: UInt8? { content < bytes.upperBound ? source.bytes[content] : nil }

  /// `<<<<<<< HEAD`, `=======` or `>>>>>>> branch`, which git writes where two versions differ.
  var isMergeMarker: Bool {
    guard indent == 0, bytes.count >= 7, let first = firstByte, "<=>|".utf8.contains(first)
    else { return false }
    let run = source.bytes[bytes].prefix { $0 == first }.count
    return run == 7 && source.isGap(bytes.lowerBound + 7)
      && (first != UInt8(ascii: "=") || bytes.count == 7)
  }

  /// `---` or `...`, which begin and end a document.
  var isDocumentMark: Bool {
    let words = source.bytes[bytes]
    return indent == 0
      && (words.starts(with: "---".utf8) || words.starts(with: "...".utf8))
      && source.isGap(bytes.lowerBound + 3)
  }

  /// The sign of a long text with nothing behind it but how its ends are treated: `|-`, `>+2`.
  var isBlockHeader: Bool {
    guard begins(value: "|") || begins(value: ">") else { return false }
    let header = source.bytes[text].dropFirst()
    return header.count <= 2
      && header.allSatisfy { "+-123456789".utf8.contains($0) }
      && header.count { "+-".utf8.contains($0) } <= 1
      && header.count { !"+-".utf8.contains($0) } <= 1
  }

  /// The number of spaces that the header of a long text states: `|2`.
  var statedIndent: Int? {
    source.bytes[text].dropFirst().first { (0x31...0x39).contains($0) }.map { Int($0) - 0x30 }
  }

  /// Whether only a comment follows, or nothing.
  func isRest(at place: Int) -> Bool {
    let at = source.skipBlanks(place, to: bytes.upperBound)
    return at >= bytes.upperBound || at > place && source.bytes[at] == UInt8(ascii: "#")
  }

  /// A name with a colon and no space behind it: `titolo:Una`.
  var gluedKey: Range<Int>? {
    guard key == nil else { return nil }
    var at = content
    while at < bytes.upperBound,
      (0x61...0x7A).contains(source.bytes[at] | 0x20) || source.bytes[at] == UInt8(ascii: "_")
    {
      at += 1
    }
    guard at > content, at + 1 < bytes.upperBound, source.bytes[at] == UInt8(ascii: ":"),
      source.bytes[at + 1] != UInt8(ascii: "/")
    else { return nil }
    return content..<at
  }

  /// Whether the space behind a key's colon is one that a word processor makes.
  func hasHardSpace(after key: Range<Int>) -> Bool {
    source.bytes[key.upperBound..<bytes.upperBound].dropFirst().starts(with: "\u{A0}".utf8)
  }

  private static let bullets = ["–", "—", "•", "·", "▪", "❖", "●", "○", "■", "◦", "‣", "\u{F0B7}"]

  /// A bullet at the line's beginning that YAML does not know, or a hyphen without its space.
  var bullet: String? {
    if begins(with: "-"), !isDocumentMark {
      let after = content + 1
      guard after < bytes.upperBound else { return nil }
      // `-5` is a number, and `--` a line drawn.
      let byte = source.bytes[after]
      return (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte <= 0x20 ? nil : "-"
    }
    if begins(with: "* ") { return "*" }
    return YAMLLine.bullets.first { begins(with: $0) }
  }

  /// A colon with a space behind it, or at the end, in a text without quotes.
  var colonInText: Int? {
    let words = text
    return words.first { source.bytes[$0] == UInt8(ascii: ":") && source.isGap($0 + 1) }
  }

  /// The colon behind the key.
  var colon: Int {
    guard let key else { return content }
    return source.skipBlanks(key.upperBound, to: bytes.upperBound)
  }
}
