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
    guard var start = bytes.firstIndex(ofMark: open, from: 0) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    while true {
      result += bytes[copied..<start]
      let inner = start + open.count
      guard let end = bytes.firstIndex(ofMark: close, from: inner) else {
        copied = inner
        break
      }
      if keepingParts { result += bytes[inner..<end] }
      copied = end + close.count
      guard let next = bytes.firstIndex(ofMark: open, from: copied) else { break }
      start = next
    }
    result += bytes[copied...]
    return result
  }
}
