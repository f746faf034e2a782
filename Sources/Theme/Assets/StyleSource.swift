/// A style sheet of a theme as its author wrote it: what it imports, what it names, and the rest.
///
/// `@import "…";` and `url("…")` are found as text; comments and strings that hold them are rare
/// in a sheet that people write, and would only be looked up in vain.
struct StyleSource {
  private let css: String
  /// The addresses of `@import` with their places, in bytes.
  private(set) var imports: [(address: String, place: Range<Int>)] = []
  /// The relative addresses of `url(…)` with their places, in bytes.
  private(set) var urls: [(address: String, place: Range<Int>)] = []
  private var bodyStart = 0

  init(_ css: String) {
    self.css = css
    let bytes = Array(css.utf8)
    var at = 0
    while let name = StyleSource.find("@import", in: bytes, from: at),
      let end = bytes[name...].firstIndex(of: UInt8(ascii: ";")),
      let open = bytes[name..<end].firstIndex(where: StyleSource.isQuote),
      let close = bytes[(open + 1)..<end].firstIndex(of: bytes[open])
    {
      imports.append(
        (String(decoding: bytes[(open + 1)..<close], as: UTF8.self), open + 1..<close))
      at = end + 1
      bodyStart = at
    }
    while let name = StyleSource.find("url(", in: bytes, from: at) {
      at = name + 4
      guard let close = bytes[at...].firstIndex(of: UInt8(ascii: ")")) else { break }
      var range = at..<close
      if let first = bytes[range].first, StyleSource.isQuote(first), range.count >= 2 {
        range = range.lowerBound + 1..<range.upperBound - 1
      }
      let address = String(decoding: bytes[range], as: UTF8.self)
      at = close
      if !address.hasPrefix("data:"), !address.hasPrefix("#"), !address.contains("://") {
        urls.append((address, range))
      }
    }
  }

  /// The sheet without its imports, its addresses exchanged.
  func text(renaming names: [String: String]) -> String {
    let bytes = Array(css.utf8)
    var result: [UInt8] = []
    var copied = bodyStart
    for (address, place) in urls where place.lowerBound >= copied {
      result += bytes[copied..<place.lowerBound]
      result += (names[address] ?? address).utf8
      copied = place.upperBound
    }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func find(_ needle: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array("\(needle)".utf8)
    var at = start
    while at + wanted.count <= bytes.count {
      if bytes[at] == wanted[0], bytes[at..<at + wanted.count].elementsEqual(wanted) { return at }
      at += 1
    }
    return nil
  }
}
