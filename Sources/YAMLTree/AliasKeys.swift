/// Finds an alias that is used as a key, before the parser sees it.
///
/// The parser compares keys by their whole value; a key that stands for nested aliases would
/// keep it busy for ever. Aliases as values cost nothing and are refused with the tree.
enum AliasKeys {
  /// A word such as `*Nota:` in a text is no alias: nothing in the file has that name.
  static func first(in text: String) -> Range<Int>? {
    guard let place = firstCandidate(in: text) else { return nil }
    let name = text.utf8.dropFirst(place.lowerBound + 1).prefix(place.count - 1)
    let anchor = "&" + String(decoding: name, as: UTF8.self)
    return text.contains(anchor) ? place : nil
  }

  private static func firstCandidate(in text: String) -> Range<Int>? {
    let bytes = text.utf8.span
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "*"), at == 0 || isBefore(bytes[at - 1]) else {
        at += 1
        continue
      }
      let start = at
      at += 1
      while at < bytes.count, isName(bytes[at]) { at += 1 }
      let end = at
      while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
      if end > start + 1, at < bytes.count, bytes[at] == UInt8(ascii: ":"),
        at + 1 >= bytes.count || bytes[at + 1] <= 0x20
      {
        return start..<end
      }
      // `? *alias` is a key as well.
      if end > start + 1, precededByQuestionMark(bytes, start) { return start..<end }
    }
    return nil
  }

  private static func isBefore(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "?")
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func precededByQuestionMark(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Bool {
    var at = start - 1
    while at >= 0, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0A { at -= 1 }
    return at >= 0 && bytes[at] == UInt8(ascii: "?") && (at == 0 || bytes[at - 1] <= 0x20)
      && at + 1 < bytes.count && bytes[at + 1] <= 0x20
  }
}
