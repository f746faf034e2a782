import Diagnostics

/// The icons of the design system that templates use, as one SVG file of symbols.
enum IconSprite {
  /// The names behind `#it-…` in the templates, in their order.
  static func names(in templates: [String]) -> [String] {
    var names: Set<String> = []
    for template in templates {
      let bytes = template.utf8.span
      var at = 0
      while let found = template[...].offset(of: "#it-", from: at) {
        let start = found + 4
        var end = start
        while end < bytes.count, isName(bytes[end]) { end += 1 }
        if end > start {
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
    let (open, close) = ("<symbol id=\"" as StaticString, "</symbol>" as StaticString)
    let bytes = sprite.utf8.span
    var result = "<svg xmlns=\"http://www.w3.org/2000/svg\">"
    var at = 0
    while let start = sprite[...].offset(of: open, from: at),
      let end = sprite[...].offset(of: close, from: start)
    {
      at = end + close.utf8CodeUnitCount
      var quote = start + open.utf8CodeUnitCount
      while quote < end, isName(bytes[quote]) { quote += 1 }
      if wanted.contains(String(sprite.slice(utf8: start + open.utf8CodeUnitCount..<quote))) {
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
}
