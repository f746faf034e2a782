/// The styles of a Word document: what their names mean, with those that they rest on (ISO/IEC 29500-1, 17.7).
struct WordStyleSheet {
  struct Style {
    let name: String
    let parent: String?
    let properties: XMLElement?
    let runProperties: XMLElement?
  }

  private var styles: [String: Style] = [:]
  private var ofParagraphs: String?

  init(_ tree: XMLTree?) {
    for style in tree?.root.all("w:style") ?? [] {
      guard let id = style[attribute: "w:styleId"] else { continue }
      styles[id] = Style(
        name: style.first("w:name")?[attribute: "w:val"] ?? id,
        parent: style.first("w:basedOn")?[attribute: "w:val"],
        properties: style.first("w:pPr"), runProperties: style.first("w:rPr"))
      if style[attribute: "w:type"] == "paragraph", Flag.isOn(style[attribute: "w:default"] ?? "0")
      {
        ofParagraphs = id
      }
    }
  }

  /// A style and those that it rests on, the nearest first.
  func chain(_ id: String?) -> [Style] {
    var found: [Style] = []
    var seen: Set<String> = []
    var next = id ?? ofParagraphs
    while let id = next, seen.insert(id).inserted, let style = styles[id] {
      found.append(style)
      next = style.parent
    }
    return found
  }

  func name(_ id: String?) -> String { chain(id).first?.name ?? id ?? "" }

  /// Of a heading, from 1; 0 for a title.
  func level(_ id: String?, _ properties: XMLElement?) -> Int? {
    if let own = WordStyleSheet.outline(properties) { return own < 9 ? own + 1 : nil }
    for style in chain(id) {
      let name = style.name.lowercased()
      if ["title", "titolo"].contains(name) { return 0 }
      for start in ["heading ", "titolo ", "intestazione "] where name.hasPrefix(start) {
        if let level = Int(name.dropFirst(start.count)), (1...9).contains(level) { return level }
      }
      if let level = WordStyleSheet.outline(style.properties) { return level < 9 ? level + 1 : nil }
    }
    return nil
  }

  private static func outline(_ properties: XMLElement?) -> Int? {
    properties?.first("w:outlineLvl")?[attribute: "w:val"].flatMap { Int($0) }
  }

  /// What a text looks like, by the styles of its paragraph and its own, and by what is said at it.
  func look(_ paragraph: String?, _ own: XMLElement?) -> OfficeText.Look {
    var look = OfficeText.Look()
    // A heading is bold by its style, which says nothing of its words.
    let isHeading = level(paragraph, nil) != nil
    if !isHeading {
      for style in chain(paragraph).reversed() {
        WordStyleSheet.apply(style.runProperties, to: &look)
      }
    }
    if let id = own?.first("w:rStyle")?[attribute: "w:val"] {
      for style in chain(id).reversed() { WordStyleSheet.apply(style.runProperties, to: &look) }
    }
    WordStyleSheet.apply(own, to: &look)
    if isHeading { (look.isBold, look.isItalic) = (false, false) }
    return look
  }

  private static func apply(_ properties: XMLElement?, to look: inout OfficeText.Look) {
    for property in properties?.elements ?? [] {
      let isOn = Flag.isOn(property[attribute: "w:val"] ?? "1")
      switch property.name {
      case "w:b": look.isBold = isOn
      case "w:i": look.isItalic = isOn
      case "w:strike", "w:dstrike": look.isStruck = isOn
      case "w:vanish", "w:webHidden":
        look.isHidden = isOn && property.name == "w:vanish" || look.isHidden
      case "w:highlight": look.isHighlighted = property[attribute: "w:val"] != "none"
      case "w:vertAlign":
        look.isRaised = property[attribute: "w:val"] == "superscript"
        look.isLowered = property[attribute: "w:val"] == "subscript"
      default: break
      }
    }
  }
}

/// A switch as OOXML writes it (ISO/IEC 29500-1, 22.9.2.7).
enum Flag {
  static func isOn(_ text: String) -> Bool { !["0", "false", "off"].contains(text.lowercased()) }
}
