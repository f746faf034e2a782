/// A part of an HTML page.
package enum HTMLToken {
  case start(HTMLTag)
  case end(name: String)
  case text(ArraySlice<UInt8>)
  /// What stands in a script or a style sheet.
  case raw(ArraySlice<UInt8>)
}

/// The parts of a page, one after the other, as browsers read them (HTML Standard, 13.2.5).
///
/// What is wrong in a page is read as a browser would, so that nothing in it can hide from who looks: a page
/// may come from a copy that somebody else wrote.
package struct HTMLTokens: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  /// Where the next part begins, in bytes.
  package private(set) var at = 0
  /// The element whose text is not markup, until its end.
  private var raw: String?

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package mutating func next() -> HTMLToken? {
    while at < bytes.count {
      if let name = raw {
        raw = nil
        if let text = text(ofRaw: name) { return text }
        continue
      }
      guard bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count else { return text() }
      switch bytes[at + 1] {
      case UInt8(ascii: "!"): skipComment()
      case UInt8(ascii: "?"): skipPastTag()
      case UInt8(ascii: "/"):
        guard at + 2 < bytes.count, HTMLTokens.isLetter(bytes[at + 2]) else {
          skipPastTag()
          continue
        }
        at += 2
        if let tag = tag() { return .end(name: tag.name) }
      case let sign where HTMLTokens.isLetter(sign):
        at += 1
        guard let tag = tag() else { continue }
        if HTMLTokens.isRaw(tag.name) { raw = tag.name }
        return .start(tag)
      default: return text()
      }
    }
    return nil
  }

  // Text

  private mutating func text() -> HTMLToken {
    let start = at
    at = bytes[(at + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return .text(bytes[start..<at])
  }

  /// The text up to the element's own end; nil where there is none.
  private mutating func text(ofRaw name: String) -> HTMLToken? {
    let start = at
    while at < bytes.count, !isEnd(of: name) {
      at = bytes[(at + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    }
    guard start < at else { return nil }
    let isText = name == "title" || name == "textarea"
    return isText ? .text(bytes[start..<at]) : .raw(bytes[start..<at])
  }

  private func isEnd(of name: String) -> Bool {
    let end = at + 2 + name.utf8.count
    guard end < bytes.count, bytes[at] == UInt8(ascii: "<"), bytes[at + 1] == UInt8(ascii: "/"),
      HTMLTokens.isBlank(bytes[end]) || bytes[end] == UInt8(ascii: ">")
        || bytes[end] == UInt8(ascii: "/")
    else { return false }
    return zip(bytes[(at + 2)..<end], name.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// Elements in which nothing but their own end is markup.
  private static func isRaw(_ name: String) -> Bool {
    name == "script" || name == "style" || name == "title" || name == "textarea"
  }

  // Tags

  private mutating func skipPastTag() {
    at = bytes[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
  }

  private mutating func skipComment() {
    let dash = UInt8(ascii: "-")
    guard at + 3 < bytes.count, bytes[at + 2] == dash, bytes[at + 3] == dash else {
      return skipPastTag()
    }
    // `<!-->` is a whole comment, and `--!>` ends one too.
    var end = at + 4
    while let sign = bytes[end...].firstIndex(of: UInt8(ascii: ">")) {
      let isBang = bytes[sign - 1] == UInt8(ascii: "!") && sign - 3 >= at + 4
      let before = isBang ? sign - 2 : sign - 1
      if bytes[before] == dash, bytes[before - 1] == dash {
        at = sign + 1
        return
      }
      end = sign + 1
    }
    at = bytes.count
  }

  /// Reads a tag from its name to its end; nil where the page ends before.
  private mutating func tag() -> HTMLTag? {
    var tag = HTMLTag(
      name: HTMLTokens.name(
        word { HTMLTokens.isBlank($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }))
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: ">") {
        at += 1
        return tag
      }
      if HTMLTokens.isBlank(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
        at += 1
      } else {
        tag.add(attribute())
      }
    }
    return nil
  }

  private mutating func attribute() -> HTMLTag.Attribute {
    let start = at
    at += 1
    _ = word {
      HTMLTokens.isBlank($0) || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">")
        || $0 == UInt8(ascii: "/")
    }
    let name = HTMLTokens.name(bytes[start..<at])
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
      return HTMLTag.Attribute(name: name, bytes: [])
    }
    at += 1
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
      let value = word { HTMLTokens.isBlank($0) || $0 == UInt8(ascii: ">") }
      return HTMLTag.Attribute(name: name, bytes: value)
    }
    let quote = bytes[at]
    at += 1
    let value = word { $0 == quote }
    if at < bytes.count { at += 1 }
    return HTMLTag.Attribute(name: name, bytes: value)
  }

  private mutating func skipBlanks() {
    while at < bytes.count, HTMLTokens.isBlank(bytes[at]) { at += 1 }
  }

  private mutating func word(until isEnd: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = at
    while at < bytes.count, !isEnd(bytes[at]) { at += 1 }
    return bytes[start..<at]
  }

  /// Names are the same in capitals.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { (0x41...0x5A).contains($0) }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(
      decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }
}
