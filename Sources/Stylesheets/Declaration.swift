/// One item in the block of a rule.
struct Declaration: Sendable {
  enum Kind {
    case property
    /// `--name: value`.
    case customProperty
    /// A rule in the rule, which ends in a brace.
    case nestedRule
    case comment
  }

  let kind: Kind
  let range: Range<Int>

  /// Whether the value may name keyframes or a font's family.
  func namesThings(_ bytes: borrowing Span<UInt8>) -> Bool {
    switch kind {
    case .comment: return false
    case .customProperty, .nestedRule: return true
    case .property: break
    }
    switch bytes[range.lowerBound].lowercased {
    // Any other beginning spares most declarations a closer look; a backslash may be any letter.
    case UInt8(ascii: "a"), UInt8(ascii: "f"), UInt8(ascii: "-"), UInt8(ascii: "\\"): break
    default: return false
    }
    let name = CSSIdentifier(bytes, at: range.lowerBound)
    if name.hasEscapes { return true }
    var plain = name.range
    if bytes[plain.lowerBound] == UInt8(ascii: "-") {
      var at = plain.lowerBound + 1
      while at < plain.upperBound, bytes[at] != UInt8(ascii: "-") { at += 1 }
      plain = min(at + 1, plain.upperBound)..<plain.upperBound
    }
    return bytes.reads("animation", in: plain) || bytes.reads("animation-name", in: plain)
      || bytes.reads("font", in: plain) || bytes.reads("font-family", in: plain)
  }
}
