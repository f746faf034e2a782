/// A line as its author wrote it: how far in it stands, its hyphens, its key, its value.
struct YAMLLine {
  let source: YAMLSource
  /// Without its ending.
  let bytes: Range<Int>
  /// Where the next line begins.
  let next: Int
  /// The spaces in front.
  let indent: Int
  /// Where each hyphen of a list stands.
  let hyphens: [Int]
  /// Where what follows the hyphens begins.
  let content: Int
  let key: Range<Int>?
  /// What follows the key or the hyphens, without the blanks around it; a comment is a part of it.
  let value: Range<Int>

  init(_ source: YAMLSource, from start: Int) {
    let all = source.bytes
    var end = start
    while end < all.count, !source.isEnding(end) { end += 1 }
    next = end + (end + 1 < all.count && all[end] == 0x0D && all[end + 1] == 0x0A ? 2 : 1)
    while end > start, source.isBlank(end - 1) { end -= 1 }
    var at = start
    while at < end, all[at] == 0x20 { at += 1 }
    indent = at - start
    var hyphens: [Int] = []
    while at < end, all[at] == UInt8(ascii: "-"), source.isGap(at + 1) {
      hyphens.append(at)
      at = source.skipBlanks(at + 1, to: end)
    }
    self.source = source
    self.hyphens = hyphens
    bytes = start..<end
    content = at
    let field = YAMLLine.field(source, at, end)
    key = field?.key
    value = source.skipBlanks(field?.after ?? at, to: end)..<end
  }

  /// The name before a colon, and the place after the colon.
  private static func field(
    _ source: YAMLSource, _ start: Int, _ end: Int
  ) -> (key: Range<Int>, after: Int)? {
    guard start < end else { return nil }
    let bytes = source.bytes
    var at = start
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let close = source.closing(start, before: end) else { return nil }
      at = source.skipBlanks(close, to: end)
      guard at < end, bytes[at] == UInt8(ascii: ":"), source.isGap(at + 1) else { return nil }
      return (start..<close, at + 1)
    case UInt8(ascii: "?") where source.isGap(start + 1): return nil
    case let first where "[{#|>@`%&*!,]}".utf8.contains(first): return nil
    default: break
    }
    while at < end {
      if bytes[at] == UInt8(ascii: ":"), source.isGap(at + 1) {
        var close = at
        while close > start, source.isBlank(close - 1) { close -= 1 }
        return (start..<close, at + 1)
      }
      if bytes[at] == UInt8(ascii: "#"), at > start, source.isBlank(at - 1) { return nil }
      at += 1
    }
    return nil
  }

  var isEmpty: Bool {
    source.skipBlanks(bytes.lowerBound, to: bytes.upperBound) == bytes.upperBound
  }

  var isComment: Bool {
    hyphens.isEmpty && content < bytes.upperBound && source.bytes[content] == UInt8(ascii: "#")
  }

  /// The column of the key, or of the last hyphen of an entry without one.
  var column: Int {
    (key == nil ? hyphens.last ?? content : content) - bytes.lowerBound
  }

  /// The value without a comment behind it.
  var text: Range<Int> {
    var at = value.lowerBound
    while at < value.upperBound {
      if source.bytes[at] == UInt8(ascii: "#"), at > value.lowerBound, source.isBlank(at - 1) {
        break
      }
      at += 1
    }
    while at > value.lowerBound, source.isBlank(at - 1) { at -= 1 }
    return value.lowerBound..<at
  }

  /// Whether the line begins with what can only be the name of a field: one word in small letters.
  var isField: Bool {
    guard let key, !key.isEmpty else { return false }
    return source.bytes[key].allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  func begins(with words: String) -> Bool {
    source.bytes[min(content, bytes.upperBound)..<bytes.upperBound].starts(with: words.utf8)
  }

  func begins(value words: String) -> Bool { source.bytes[value].starts(with: words.utf8) }

  /// The line with another value in it: `- titolo: "Una: due"`.
  func corrected(_ value: String) -> String {
    (hyphens.isEmpty ? "" : "- ") + (key.map { source.text($0) + ": " } ?? "") + value
  }
}
