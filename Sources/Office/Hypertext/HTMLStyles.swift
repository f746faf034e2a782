/// What classes and styles say of how a text looks, as office programs write them.
struct HTMLStyles {
  /// What each class says, one declaration after another.
  private var rules: [String: [(name: String, value: String)]] = [:]

  /// - Parameter tree: whose style sheets are read; of their rules those for classes.
  init(_ tree: XMLTree) {
    for sheet in tree.root.descendants("html:style") {
      for rule in sheet.text.split(separator: "}") {
        let parts = rule.split(separator: "{", maxSplits: 1)
        guard parts.count == 2 else { continue }
        let declarations = HTMLStyles.declarations(String(parts[1]))
        for selector in parts[0].split(separator: ",") {
          let words = selector.split(whereSeparator: \.isWhitespace)
          guard words.count == 1, let dot = words[0].firstIndex(of: ".") else { continue }
          let name = words[0][words[0].index(after: dot)...]
          guard !name.contains(where: { ".:#[>".contains($0) }) else { continue }
          // Of several the last holds: what a class says is never more than there are properties.
          for one in declarations {
            rules[String(name), default: []].removeAll { $0.name == one.name }
            rules[String(name), default: []].append(one)
          }
        }
      }
    }
  }

  /// The properties that say something of a text.
  private static let known: Set<String> = [
    "font-weight", "font-style", "vertical-align", "display", "visibility", "text-decoration",
    "text-decoration-line", "background", "background-color", "list-style-type", "mso-hide",
    "mso-highlight", "mso-list", "mso-element", "mso-special-character",
  ]

  private static func declarations(_ text: String) -> [(name: String, value: String)] {
    text.split(separator: ";").compactMap { one in
      let parts = one.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let name = Blank.trimmed(parts[0].lowercased())
      return known.contains(name) ? (name, Blank.trimmed(parts[1].lowercased())) : nil
    }
  }

  private func all(of element: XMLElement) -> [(name: String, value: String)] {
    let classes = (element[attribute: "class"] ?? "").split(separator: " ")
    return classes.flatMap { rules[String($0)] ?? [] }
      + HTMLStyles.declarations(element[attribute: "style"] ?? "")
  }

  /// The value of a property that an element has; nil where nothing says it.
  func value(_ name: String, of element: XMLElement) -> String? {
    all(of: element).last { $0.name == name }?.value
  }

  func apply(_ element: XMLElement, to look: inout OfficeText.Look) {
    switch element.name {
    case "html:b", "html:strong": look.isBold = true
    case "html:i", "html:em", "html:cite", "html:dfn": look.isItalic = true
    case "html:s", "html:strike": look.isStruck = true
    case "html:sup": look.isRaised = true
    case "html:sub": look.isLowered = true
    case "html:mark": look.isHighlighted = true
    default: break
    }
    if element[attribute: "hidden"] != nil { look.isHidden = true }
    for (name, value) in all(of: element) {
      switch (name, value) {
      case ("font-weight", "bold"), ("font-weight", "bolder"): look.isBold = true
      case ("font-weight", "normal"): look.isBold = false
      case ("font-weight", _): if let weight = Int(value) { look.isBold = weight >= 600 }
      case ("font-style", _): look.isItalic = value == "italic" || value == "oblique"
      case ("vertical-align", "super"): look.isRaised = true
      case ("vertical-align", "sub"): look.isLowered = true
      case ("vertical-align", "baseline"): (look.isRaised, look.isLowered) = (false, false)
      case ("display", "none"), ("mso-hide", "all"), ("visibility", "hidden"): look.isHidden = true
      case ("text-decoration", _), ("text-decoration-line", _):
        if value.contains("line-through") { look.isStruck = true }
      case ("mso-highlight", _): look.isHighlighted = true
      case ("background", "yellow"), ("background-color", "yellow"),
        ("background-color", "#ffff00"),
        ("background", "#ffff00"):
        look.isHighlighted = true
      default: break
      }
    }
  }
}
