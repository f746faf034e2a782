/// The at-rules that are told apart.
enum AtRule {
  /// One that holds rules and adds nothing of its own.
  case group
  case layer
  case keyframes
  case fontFace
  case charset
  case other

  /// The at-rule that a prelude begins.
  init(_ bytes: borrowing Span<UInt8>, _ prelude: Range<Int>) {
    let name = Self.name(bytes, prelude)
    self =
      if bytes.reads("media", in: name) || bytes.reads("supports", in: name)
        || bytes.reads("container", in: name)
      {
        .group
      } else if bytes.reads("layer", in: name) {
        .layer
      } else if bytes.reads("font-face", in: name) {
        .fontFace
      } else if bytes.reads("charset", in: name) {
        .charset
      } else if Self.isKeyframes(bytes, name) {
        .keyframes
      } else {
        .other
      }
  }

  /// Where the name stands in a prelude, without its `@`.
  static func name(_ bytes: borrowing Span<UInt8>, _ prelude: Range<Int>) -> Range<Int> {
    CSSIdentifier(bytes, at: prelude.lowerBound + 1).range
  }

  /// `keyframes`, with or without a vendor's prefix.
  private static func isKeyframes(_ bytes: borrowing Span<UInt8>, _ name: Range<Int>) -> Bool {
    let length = 9
    guard name.count >= length else { return false }
    let start = name.upperBound - length
    guard bytes.reads("keyframes", in: start..<name.upperBound) else { return false }
    return name.count == length
      || bytes[name.lowerBound] == UInt8(ascii: "-") && bytes[start - 1] == UInt8(ascii: "-")
  }
}
