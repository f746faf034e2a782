/// Parts of a page's content that the whole document leaves out, such as the premise folded on
/// each achievement, which there stands once before them.
///
/// A component marks such a part with two comments; the page shows it without them.
enum OnlyOnPage {
  private static let open = Array("<!--[page]-->".utf8)
  private static let close = Array("<!--[/page]-->".utf8)

  /// The bytes without the marks.
  static func shown(_ bytes: [UInt8]) -> [UInt8] { without(bytes, keepingParts: true) }

  /// The bytes without the marked parts.
  static func hidden(_ bytes: [UInt8]) -> [UInt8] { without(bytes, keepingParts: false) }

  private static func without(_ bytes: [UInt8], keepingParts: Bool) -> [UInt8] {
    guard var start = find(open, in: bytes, from: 0) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    while true {
      result += bytes[copied..<start]
      let inner = start + open.count
      guard let end = find(close, in: bytes, from: inner) else {
        copied = inner
        break
      }
      if keepingParts { result += bytes[inner..<end] }
      copied = end + close.count
      guard let next = find(open, in: bytes, from: copied) else { break }
      start = next
    }
    result += bytes[copied...]
    return result
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    let haystack = bytes.span
    var at = start
    while at + needle.count <= haystack.count {
      if haystack[at] == UInt8(ascii: "<"), haystack[at + 1] == UInt8(ascii: "!"),
        haystack[at + 4] == UInt8(ascii: "[")
      {
        var index = 0
        while index < needle.count, haystack[at + index] == needle[index] { index += 1 }
        if index == needle.count { return at }
      }
      at += 1
    }
    return nil
  }
}
