/// Finds the names in an HTML text, a template or a page.
struct HTMLReader {
  /// The part of the text that is read.
  private let range: Range<Int>
  private let lastClosing: Int

  init(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    self.range = range
    lastClosing = MustacheTag.lastClosing(bytes, in: range)
  }

  /// Adds the names in the text.
  func read(_ bytes: borrowing Span<UInt8>, into markup: inout UsedMarkup) {
    var at = range.lowerBound
    while at < range.upperBound {
      if let tag = mustache(bytes, at) {
        at = tag.end
      } else if bytes[at] != UInt8(ascii: "<") {
        at += 1
      } else if Self.opensComment(bytes, at) {
        at = Self.endOfComment(bytes, at, range)
      } else {
        let tag = self.tag(bytes, at, &markup)
        at = tag.end
        guard tag.isScript else { continue }
        // UsedMarkup in a script's strings counts, but no quote in them reaches beyond the script.
        let scriptEnd = Self.endOfScript(bytes, at, range)
        HTMLReader(bytes, at..<scriptEnd).readScript(bytes, &markup)
        at = scriptEnd
      }
    }
  }

  private func readScript(_ bytes: borrowing Span<UInt8>, _ markup: inout UsedMarkup) {
    var at = range.lowerBound
    while at < range.upperBound {
      at = bytes[at] == UInt8(ascii: "<") ? tag(bytes, at, &markup).end : at + 1
    }
  }

  /// Reads the tag that begins here, if one does.
  private func tag(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ markup: inout UsedMarkup
  ) -> (end: Int, isScript: Bool) {
    let isEnd = bytes.has(UInt8(ascii: "/"), at: start + 1)
    var at = start + (isEnd ? 2 : 1)
    let nameStart = at
    guard at < range.upperBound, bytes[at].lowercased >= UInt8(ascii: "a"),
      bytes[at].lowercased <= UInt8(ascii: "z")
    else { return (start + 1, false) }
    while at < range.upperBound, !Self.endsName(bytes[at]), mustache(bytes, at) == nil {
      at += 1
    }
    let name = Self.lowercased(bytes, nameStart..<at)
    let isWhole = mustache(bytes, at).map { $0.kind != .text } ?? true
    Self.add(element: name, isWhole: isWhole, to: &markup)
    while at < range.upperBound, bytes[at] != UInt8(ascii: ">") {
      if let tag = mustache(bytes, at) {
        at = tag.end
      } else if bytes[at].isBlank || bytes[at] == UInt8(ascii: "/") {
        at += 1
      } else {
        at = attribute(bytes, at, &markup)
      }
    }
    return (min(at + 1, range.upperBound), !isEnd && name == "script")
  }

  /// Reads an attribute up to the place after it, which is at least one further.
  private func attribute(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ markup: inout UsedMarkup
  ) -> Int {
    // What is before an equals sign here is the end of a name in a Mustache tag.
    var at = bytes[start] == UInt8(ascii: "=") ? start : start + 1
    while at < range.upperBound, !Self.endsName(bytes[at]), bytes[at] != UInt8(ascii: "="),
      mustache(bytes, at) == nil
    {
      at += 1
    }
    let name = Self.lowercased(bytes, start..<at)
    if !name.isEmpty { markup.attributes.insert(name) }
    while at < range.upperBound, bytes[at].isBlank { at += 1 }
    guard at < range.upperBound, bytes[at] == UInt8(ascii: "=") else { return at }
    at += 1
    while at < range.upperBound, bytes[at].isBlank { at += 1 }
    let value = self.value(bytes, at)
    if name == "class" || name == "id" {
      let found = AttributeWords(bytes, value.range)
      if name == "class" {
        markup.classes.formUnion(found.words)
        markup.classPrefixes.formUnion(found.prefixes)
      } else {
        markup.ids.formUnion(found.words)
        markup.idPrefixes.formUnion(found.prefixes)
      }
    }
    return value.end
  }

  /// Where an attribute's value stands and ends; a quote in a Mustache tag does not end it.
  private func value(
    _ bytes: borrowing Span<UInt8>, _ start: Int
  ) -> (range: Range<Int>, end: Int) {
    guard start < range.upperBound else { return (start..<start, start) }
    let quote = bytes[start]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    let first = isQuoted ? start + 1 : start
    var at = first
    while at < range.upperBound {
      if let tag = mustache(bytes, at) {
        at = tag.end
        continue
      }
      if isQuoted ? bytes[at] == quote : bytes[at].isBlank || bytes[at] == UInt8(ascii: ">") {
        return (first..<at, isQuoted ? at + 1 : at)
      }
      at += 1
    }
    return (first..<range.upperBound, range.upperBound)
  }

  private func mustache(_ bytes: borrowing Span<UInt8>, _ at: Int) -> MustacheTag? {
    MustacheTag(bytes, at: at, before: range.upperBound, lastClosing: lastClosing)
  }
}

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
