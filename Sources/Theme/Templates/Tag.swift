import Diagnostics

/// One Mustache tag of a template with its place in the file.
struct Tag {
  enum Kind {
    case variable
    case section
    case inverted
    case close
    case partial
    case comment
    /// Triple braces or `&`.
    case unescaped
    /// Anything else that Mustache knows and this program does not offer.
    case unsupported
  }

  let kind: Kind
  let name: String
  /// The whole tag with its braces, in bytes.
  let range: Range<Int>
  /// The name inside it.
  let nameRange: Range<Int>
}

extension Tag {
  struct Unclosed: Error {
    let offset: Int
  }

  /// All tags of a template, in order.
  static func scan(_ text: String) throws(Unclosed) -> [Tag] {
    let bytes = text.utf8.span
    var tags: [Tag] = []
    var at = 0
    while at + 1 < bytes.count {
      guard bytes[at] == UInt8(ascii: "{"), bytes[at + 1] == UInt8(ascii: "{") else {
        at += 1
        continue
      }
      let isTriple = at + 2 < bytes.count && bytes[at + 2] == UInt8(ascii: "{")
      let closing = isTriple ? 3 : 2
      var end = at + closing
      while end + closing <= bytes.count {
        var matches = true
        for index in 0..<closing where bytes[end + index] != UInt8(ascii: "}") { matches = false }
        if matches { break }
        // Only a comment goes on over lines; a second opening says that the first is not closed.
        let opensAnother =
          bytes[end] == UInt8(ascii: "{") && end + 1 < bytes.count
          && bytes[end + 1] == UInt8(ascii: "{")
        if (bytes[end] == 0x0A || opensAnother) && bytes[at + closing] != UInt8(ascii: "!") {
          throw Unclosed(offset: at)
        }
        end += 1
      }
      guard end + closing <= bytes.count else { throw Unclosed(offset: at) }
      tags.append(tag(bytes, at, at + closing, end, closing, isTriple))
      at = end + closing
    }
    return tags
  }

  private static func tag(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ bodyStart: Int, _ bodyEnd: Int, _ closing: Int,
    _ isTriple: Bool
  ) -> Tag {
    var from = bodyStart
    var kind = isTriple ? Kind.unescaped : Kind.variable
    if !isTriple, from < bodyEnd {
      let known: Kind? =
        switch bytes[from] {
        case UInt8(ascii: "#"): .section
        case UInt8(ascii: "^"): .inverted
        case UInt8(ascii: "/"): .close
        case UInt8(ascii: ">"): .partial
        case UInt8(ascii: "!"): .comment
        case UInt8(ascii: "&"): .unescaped
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"):
          .unsupported
        default: nil
        }
      if let known {
        kind = known
        from += 1
      }
    }
    var to = bodyEnd
    while from < to, bytes[from] <= 0x20 { from += 1 }
    while to > from, bytes[to - 1] <= 0x20 { to -= 1 }
    var name: [UInt8] = []
    for index in from..<to { name.append(bytes[index]) }
    return Tag(
      kind: kind, name: String(decoding: name, as: UTF8.self), range: start..<bodyEnd + closing,
      nameRange: from..<to)
  }
}
