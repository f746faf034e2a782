/// Finds aliases in keys, before the parser sees them.
///
/// The parser compares keys by their whole value; a key that stands for nested aliases would
/// keep it busy for ever. Aliases as values cost nothing and are refused with the tree.
enum AliasKeys {
  /// A word such as `*Nota:` in a text is no alias: nothing in the file has that name.
  ///
  /// A list or a group of fields may be a key as well (`[*a, *a]: b`), and what it holds is not looked
  /// into: where there is such a key in the file, any alias may be a part of it.
  static func first(in text: String) -> Range<Int>? {
    guard text.utf8.contains(UInt8(ascii: "*")), text.utf8.contains(UInt8(ascii: "&")) else {
      return nil
    }
    let bytes = text.utf8.span
    let anchors = names(after: UInt8(ascii: "&"), in: bytes)
    guard !anchors.isEmpty else { return nil }
    let hasOtherKeys = hasKeyOfParts(bytes)
    var at = 0
    while at < bytes.count {
      guard let name = name(after: UInt8(ascii: "*"), at: at, in: bytes) else {
        at += 1
        continue
      }
      at = name.upperBound
      guard anchors.contains(word(name.dropFirst(), in: bytes)) else { continue }
      if hasOtherKeys || isKey(name, in: bytes) { return name }
    }
    return nil
  }

  /// The names of all anchors, or aliases, wherever they may be meant as such.
  private static func names(after sign: UInt8, in bytes: borrowing Span<UInt8>) -> Set<[UInt8]> {
    var names: Set<[UInt8]> = []
    var at = 0
    while at < bytes.count {
      guard let name = name(after: sign, at: at, in: bytes) else {
        at += 1
        continue
      }
      names.insert(word(name.dropFirst(), in: bytes))
      at = name.upperBound
    }
    return names
  }

  /// The sign at a place with the name behind it.
  private static func name(
    after sign: UInt8, at start: Int, in bytes: borrowing Span<UInt8>
  ) -> Range<Int>? {
    guard bytes[start] == sign, start == 0 || isBefore(bytes[start - 1]) else { return nil }
    var end = start + 1
    while end < bytes.count, isName(bytes[end]) { end += 1 }
    return end > start + 1 ? start..<end : nil
  }

  private static func word(_ range: Range<Int>, in bytes: borrowing Span<UInt8>) -> [UInt8] {
    range.map { bytes[$0] }
  }

  private static func isKey(_ name: Range<Int>, in bytes: borrowing Span<UInt8>) -> Bool {
    var at = name.upperBound
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    return at < bytes.count && bytes[at] == UInt8(ascii: ":")
  }

  /// Whether a list or a group of fields may be a key: `? `, `]:` or `}:` is somewhere in the file.
  private static func hasKeyOfParts(_ bytes: borrowing Span<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "?"):
        if at < 2 || isBefore(bytes[at - 2]) || bytes[at - 2] == UInt8(ascii: "-"),
          at >= bytes.count || bytes[at] <= 0x20
        {
          return true
        }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: ":") { return true }
      default: break
      }
    }
    return false
  }

  private static func isBefore(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
