import Diagnostics

/// The size of an SVG picture (SVG 2, 8.2 and 8.9; lengths as in CSS Values 4, 5.2 and 6.2).
enum SVGSize {
  /// From `width` and `height` where both are lengths, or from `viewBox`; nil where neither says it.
  static func size(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard let start = rootElement(in: bytes) else { return nil }
    let attributes = attributes(in: bytes, from: start)
    if let width = attributes["width"].flatMap(pixels),
      let height = attributes["height"].flatMap(pixels)
    {
      return (width, height)
    }
    let box = attributes["viewBox"]?.split { $0 == "," || $0.isWhitespace } ?? []
    guard box.count == 4, box.allSatisfy({ number($0) != nil }),
      let width = number(box[2]).flatMap({ Int(nearest: $0) }),
      let height = number(box[3]).flatMap({ Int(nearest: $0) })
    else { return nil }
    return (width, height)
  }

  /// Behind the name of the first element that is an `svg`, outside comments.
  private static func rootElement(in bytes: [UInt8]) -> Int? {
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      let rest = bytes[at...]
      if rest.starts(with: "<!--".utf8) {
        at = end(of: "-->", in: bytes, from: at + 4)
      } else if rest.starts(with: "<svg".utf8), at + 4 < bytes.count,
        bytes[at + 4] <= 0x20 || bytes[at + 4] == UInt8(ascii: ">")
          || bytes[at + 4] == UInt8(ascii: "/")
      {
        return at + 4
      } else {
        at += 1
      }
    }
    return nil
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var at = start
    while at + mark.count <= bytes.count {
      if bytes[at..<at + mark.count].elementsEqual(mark) { return at + mark.count }
      at += 1
    }
    return bytes.count
  }

  /// The attributes of a tag up to its end; of two with one name the first.
  private static func attributes(in bytes: [UInt8], from start: Int) -> [String: Substring] {
    var found: [String: Substring] = [:]
    var at = start
    func skip(_ isPassed: (UInt8) -> Bool) {
      while at < bytes.count, isPassed(bytes[at]) { at += 1 }
    }
    while at < bytes.count {
      skip { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      let name = at
      skip { $0 > 0x20 && !"=>/\"'".utf8.contains($0) }
      let nameEnd = at
      skip { $0 <= 0x20 }
      guard name < nameEnd, at < bytes.count, bytes[at] == UInt8(ascii: "=") else { break }
      at += 1
      skip { $0 <= 0x20 }
      guard at < bytes.count, "\"'".utf8.contains(bytes[at]) else { break }
      let quote = bytes[at]
      at += 1
      let value = at
      skip { $0 != quote }
      // A value that does not end is none.
      guard at < bytes.count else { break }
      let key = String(decoding: bytes[name..<nameEnd], as: UTF8.self)
      if found[key] == nil { found[key] = Substring(decoding: bytes[value..<at], as: UTF8.self) }
      at += 1
    }
    return found
  }

  /// A length in a unit that does not depend on where the picture stands.
  private static func pixels(_ text: Substring) -> Int? {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text = text.dropLast() }
    for (unit, size) in units where text.hasSuffix(unit) {
      return number(text.dropLast(unit.count)).flatMap { Int(nearest: $0 * size) }
    }
    return nil
  }

  /// The last is that of a number alone.
  private static let units: [(String, Double)] = [
    ("px", 1), ("pt", 96.0 / 72), ("pc", 16), ("in", 96), ("cm", 96 / 2.54), ("mm", 96 / 25.4),
    ("Q", 96 / 101.6), ("", 1),
  ]

  /// Digits with a sign, a point and an exponent; a word such as `inf` is none.
  private static func number(_ text: some StringProtocol) -> Double? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else {
      return nil
    }
    return Double(text)
  }
}
