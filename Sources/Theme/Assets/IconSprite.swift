import Diagnostics

/// The icons of the design system that templates use, as one SVG file of symbols.
enum IconSprite {
  /// The names behind `#it-…` in the templates, in their order.
  static func names(in templates: [String]) -> [String] {
    let mark = Array("#it-".utf8)
    var names: Set<String> = []
    for template in templates {
      let bytes = template.utf8.span
      var at = 0
      while let found = next(mark, in: bytes, from: at) {
        var end = found + mark.count
        while end < bytes.count, isName(bytes[end]) { end += 1 }
        if end > found + mark.count {
          names.insert(String(template.slice(utf8: found + 1..<end)))
        }
        at = end
      }
    }
    return names.sorted()
  }

  /// The symbols of a sprite that have one of the names.
  static func text(of names: [String], from sprite: String) -> String {
    let wanted = Set(names)
    let (open, close) = (Array("<symbol id=\"".utf8), Array("</symbol>".utf8))
    let bytes = sprite.utf8.span
    var result = "<svg xmlns=\"http://www.w3.org/2000/svg\">"
    var at = 0
    while let start = next(open, in: bytes, from: at),
      let end = next(close, in: bytes, from: start)
    {
      at = end + close.count
      var quote = start + open.count
      while quote < end, isName(bytes[quote]) { quote += 1 }
      if wanted.contains(String(sprite.slice(utf8: start + open.count..<quote))) {
        result += sprite.slice(utf8: start..<at)
      }
    }
    return result + "</svg>\n"
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func next(_ mark: [UInt8], in bytes: Span<UInt8>, from start: Int) -> Int? {
    var at = start
    while at + mark.count <= bytes.count {
      var index = 0
      while index < mark.count, bytes[at + index] == mark[index] { index += 1 }
      if index == mark.count { return at }
      at += 1
    }
    return nil
  }
}
