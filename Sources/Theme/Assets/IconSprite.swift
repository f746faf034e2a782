/// The icons of the design system that templates use, as one SVG file of symbols.
enum IconSprite {
  /// The names behind `#it-…` in the templates, in their order.
  static func names(in templates: [String]) -> [String] {
    var names: Set<String> = []
    for template in templates {
      for part in template.split(separator: "#it-").dropFirst() {
        let name = part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        if !name.isEmpty { names.insert("it-" + name) }
      }
    }
    return names.sorted()
  }

  static func text(of names: [String], from sprite: String) -> String {
    var result = "<svg xmlns=\"http://www.w3.org/2000/svg\">"
    for name in names {
      guard let open = sprite.firstRange(of: "<symbol id=\"\(name)\""),
        let close = sprite[open.lowerBound...].firstRange(of: "</symbol>")
      else { continue }
      result += sprite[open.lowerBound..<close.upperBound]
    }
    return result + "</svg>\n"
  }
}
