/// Parts of a page's content that the page and the whole document do not share, such as the premise
/// folded on each achievement, which in the document stands once before them.
///
/// A component marks a part of the page's with two comments; the page shows it without them. The
/// program marks what is the document's in the same way.
enum OnlyOnPage {
  private struct Mark {
    let open: [UInt8]
    let close: [UInt8]

    init(_ name: String) {
      open = Array("<!--[\(name)]-->".utf8)
      close = Array("<!--[/\(name)]-->".utf8)
    }
  }

  private static let page = Mark("page")
  private static let document = Mark("document")

  static func marked(page bytes: [UInt8]) -> [UInt8] { page.open + bytes + page.close }

  /// One text for the page and another for the document; it may stand inside an attribute.
  static func marked(page one: String, document other: String) -> String {
    String(
      decoding: page.open + Array(one.utf8) + page.close + document.open + Array(other.utf8)
        + document.close, as: UTF8.self)
  }

  /// The content as the page shows it.
  static func shown(_ bytes: [UInt8]) -> [UInt8] {
    without(document, without(page, bytes, keepingParts: true), keepingParts: false)
  }

  /// The content as the whole document shows it.
  static func hidden(_ bytes: [UInt8]) -> [UInt8] {
    without(document, without(page, bytes, keepingParts: false), keepingParts: true)
  }

  private static func without(_ mark: Mark, _ bytes: [UInt8], keepingParts: Bool) -> [UInt8] {
    let (open, close) = (mark.open, mark.close)
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
