/// The styles of an OpenDocument text: its own and the automatic ones (OpenDocument 1.3, part 3, 16).
struct OpenStyles {
  private struct Style {
    let name: String
    let parent: String?
    let list: String?
    let text: XMLElement?
  }

  struct ListLevel {
    let isBullet: Bool
    let format: String
    let prefix: String
    let suffix: String
    let start: Int
    let shown: Int
  }

  private var styles: [String: Style] = [:]
  private var lists: [String: [Int: ListLevel]] = [:]

  init(_ trees: [XMLTree?]) {
    for tree in trees.compactMap(\.self) {
      for style in tree.root.descendants("style:style") {
        guard let name = style[attribute: "style:name"],
          let family = style[attribute: "style:family"]
        else { continue }
        styles[family + " " + name] = Style(
          name: style[attribute: "style:display-name"] ?? name.replacing("_20_", with: " "),
          parent: style[attribute: "style:parent-style-name"],
          list: style[attribute: "style:list-style-name"],
          text: style.first("style:text-properties"))
      }
      for list in tree.root.descendants("text:list-style")
        + tree.root.descendants("text:outline-style")
      {
        guard let name = list[attribute: "style:name"] else { continue }
        lists[name] = OpenStyles.levels(list)
      }
    }
  }

  private static func levels(_ list: XMLElement) -> [Int: ListLevel] {
    var found: [Int: ListLevel] = [:]
    for level in list.elements {
      guard let number = level[attribute: "text:level"].flatMap({ Int($0) }),
        (1...10).contains(number)
      else { continue }
      found[number - 1] = ListLevel(
        isBullet: level.name != "text:list-level-style-number"
          && level.name != "text:outline-level-style",
        format: level[attribute: "style:num-format"] ?? "",
        prefix: level[attribute: "style:num-prefix"] ?? "",
        suffix: level[attribute: "style:num-suffix"] ?? "",
        start: level[attribute: "text:start-value"].flatMap { Int($0) } ?? 1,
        shown: level[attribute: "text:display-levels"].flatMap { Int($0) } ?? 1)
    }
    return found
  }

  private func chain(_ family: String, _ name: String?) -> [Style] {
    var found: [Style] = []
    var seen: Set<String> = []
    var next = name
    while let name = next, seen.insert(name).inserted, let style = styles[family + " " + name] {
      found.append(style)
      next = style.parent
    }
    return found
  }

  /// What people know a paragraph's style by: an automatic one rests on it.
  func name(ofParagraph name: String?) -> String {
    let chain = chain("paragraph", name)
    // Automatic styles are called P1, P2.
    let isAutomatic = name.map { $0.first == "P" && $0.dropFirst().allSatisfy(\.isNumber) } ?? false
    return (isAutomatic ? chain.dropFirst().first : chain.first)?.name ?? name?.replacing(
      "_20_", with: " ") ?? ""
  }

  func isTitle(_ name: String?) -> Bool {
    chain("paragraph", name).contains { ["title", "titolo"].contains($0.name.lowercased()) }
  }

  func list(ofParagraph name: String?) -> String? {
    chain("paragraph", name).lazy.compactMap(\.list).first
  }

  func level(_ list: String?, _ level: Int) -> ListLevel? { list.flatMap { lists[$0]?[level] } }

  /// What a text looks like, by its paragraph's style unless that is a heading's, and by its own.
  func look(_ paragraph: String?, isHeading: Bool) -> OfficeText.Look {
    var look = OfficeText.Look()
    guard !isHeading else { return look }
    for style in chain("paragraph", paragraph).reversed() {
      OpenStyles.apply(style.text, to: &look)
    }
    return look
  }

  func apply(_ span: String?, to look: inout OfficeText.Look) {
    for style in chain("text", span).reversed() { OpenStyles.apply(style.text, to: &look) }
  }

  private static func apply(_ properties: XMLElement?, to look: inout OfficeText.Look) {
    guard let properties else { return }
    if let weight = properties[attribute: "fo:font-weight"] {
      look.isBold = weight == "bold" || (Int(weight) ?? 0) >= 600
    }
    if let style = properties[attribute: "fo:font-style"] { look.isItalic = style != "normal" }
    if let line = properties[attribute: "style:text-line-through-style"]
      ?? properties[attribute: "style:text-line-through-type"]
    {
      look.isStruck = line != "none"
    }
    if let place = properties[attribute: "style:text-position"] {
      look.isRaised =
        place.hasPrefix("super") || (place.first?.isNumber ?? false) && !place.hasPrefix("0%")
      look.isLowered = place.hasPrefix("sub") || place.hasPrefix("-")
    }
    if properties[attribute: "text:display"] == "none" { look.isHidden = true }
    if let colour = properties[attribute: "fo:background-color"] {
      look.isHighlighted = colour != "transparent"
    }
  }
}
