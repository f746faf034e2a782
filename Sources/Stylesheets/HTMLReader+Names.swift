extension HTMLReader {
  /// Adds an element, and those that a browser makes around it unasked.
  static func add(element name: String, isWhole: Bool, to markup: inout UsedMarkup) {
    switch name {
    case "h" where !isWhole:
      // The level of a heading is the one part of an element's name that templates leave open.
      for level in 1...6 { markup.elements.insert("h\(level)") }
    case "table":
      markup.elements.formUnion([name, "colgroup", "tbody", "tr"])
    default:
      markup.elements.insert(name)
    }
  }

  /// Whether a byte ends the name of an element or an attribute.
  static func endsName(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  static func lowercased(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
    var name: [UInt8] = []
    name.reserveCapacity(range.count)
    for index in range { name.append(bytes[index].lowercased) }
    return String(decoding: name, as: UTF8.self)
  }

  static func opensComment(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Bool {
    bytes.has(UInt8(ascii: "!"), at: start + 1) && bytes.has(UInt8(ascii: "-"), at: start + 2)
      && bytes.has(UInt8(ascii: "-"), at: start + 3)
  }

  /// The place after the comment that begins here.
  static func endOfComment(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ range: Range<Int>
  ) -> Int {
    var at = start + 4
    while at + 2 < range.upperBound {
      if bytes[at] == UInt8(ascii: "-"), bytes[at + 1] == UInt8(ascii: "-"),
        bytes[at + 2] == UInt8(ascii: ">")
      {
        return at + 3
      }
      at += 1
    }
    return range.upperBound
  }

  /// The place of the tag that ends a script.
  static func endOfScript(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ range: Range<Int>
  ) -> Int {
    var at = start
    while at + 8 <= range.upperBound {
      if bytes[at] == UInt8(ascii: "<"), bytes[at + 1] == UInt8(ascii: "/"),
        bytes.reads("script", in: at + 2..<at + 8)
      {
        return at
      }
      at += 1
    }
    return range.upperBound
  }
}
