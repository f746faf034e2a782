extension TypstWriter {
  /// What stands below each other, as statements.
  mutating func blocks(_ nodes: [HTMLNode]) -> [String] {
    var result: [String] = []
    var line = TypstLine()
    func settle(_ result: inout [String]) {
      if let content = line.content { result.append("par(\(content))") }
      line = TypstLine()
    }
    for node in nodes {
      guard case .element(let element) = node,
        element.isBlock || element.holdsBlocks
      else {
        add([node], to: &line)
        continue
      }
      settle(&result)
      if !element.isLeftOut { result += block(element) }
    }
    settle(&result)
    return result
  }

  /// The content of an element as one value; nil for nothing.
  mutating func content(_ element: HTMLElement) -> String? {
    guard element.holdsBlocks else { return line(element.children) }
    let inner = blocks(element.children)
    return inner.isEmpty ? nil : "{" + inner.joined(separator: "; ") + "}"
  }

  private mutating func block(_ element: HTMLElement) -> [String] {
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6": return heading(element)
    case "ul", "ol": return list(element)
    case "dl": return terms(element)
    case "table": return table(element)
    case "figure": return figure(element)
    case "svg": return [drawing(element)].compactMap(\.self)
    case "hr": return ["rule()"]
    case "pre":
      return [TypstCode.call("raw", ["block: true", TypstCode.literal(lines: element.text)])]
    case "p": return paragraph(element)
    case "summary", "figcaption":
      return anchored(element, line(element.children).map { "par(strong(\($0)))" })
    case "blockquote":
      return anchored(element, content(element).map { "quote(block: true, \($0))" })
    default: return section(element)
    }
  }

  private mutating func anchored(_ element: HTMLElement, _ statement: String?) -> [String] {
    [anchor(element), statement].compactMap(\.self)
  }

  private mutating func paragraph(_ element: HTMLElement) -> [String] {
    let anchor = anchor(element)
    // A picture alone is no sign in a line.
    let pictures = element.children("img")
    let isPicture =
      !pictures.isEmpty && pictures.count == element.elements.count
      && element.text.allSatisfy(\.isWhitespace)
    if isPicture {
      return [anchor].compactMap(\.self) + pictures.compactMap { picture($0) }
    }
    let look =
      element.has(class: "lead")
      ? "lead"
      : element.has(class: "text-secondary") || element.has(class: "small") ? "minor" : nil
    guard let content = line(element.children) else { return [anchor].compactMap(\.self) }
    let line = placed(element, content)
    return [anchor, look.map { "par(\($0)(\(line)))" } ?? "par(\(line))"].compactMap(\.self)
  }

  /// A part of the document, whose heading takes its label.
  private mutating func section(_ element: HTMLElement) -> [String] {
    var element = element
    if let first = element.children.firstIndex(where: {
      if case .element = $0 { true } else { false }
    }
    ), case .element(let heading) = element.children[first], heading.level != nil,
      heading["id"] == nil
    {
      element.children.remove(at: first)
      let title = headingCall(
        heading, label: label(element), isPart: element.has(class: "parte"))
      guard let id = element["id"], registers.contains(id) else {
        return title + blocks(element.children)
      }
      return title + register(element.children)
    }
    return [anchor(element)].compactMap(\.self) + blocks(element.children)
  }

  /// A list of facts: what is said of it, and its entries, each of which is a section.
  private mutating func register(_ nodes: [HTMLNode]) -> [String] {
    func isEntry(_ node: HTMLNode) -> Bool {
      if case .element(let element) = node { element.name == "section" } else { false }
    }
    let before = blocks(Array(nodes.prefix { !isEntry($0) }))
    let entries = nodes.drop { !isEntry($0) }.map { node in
      "{" + blocks([node]).joined(separator: "; ") + "}"
    }.filter { $0 != "{}" }
    return before + (entries.isEmpty ? [] : [TypstCode.call("register", entries)])
  }

  // Headings

  private mutating func heading(_ element: HTMLElement) -> [String] {
    headingCall(element, label: label(element), isPart: false)
  }

  /// The document's own title is that of the print; its parts begin with the second level.
  ///
  /// - Parameter isPart: whether the contents lead to it.
  private mutating func headingCall(
    _ element: HTMLElement, label: String?, isPart: Bool
  ) -> [String] {
    guard let line = line(element.children), let level = element.level else {
      return label.map { ["anchor(\($0))"] } ?? []
    }
    guard level > 1 else { return [] }
    let heading = "heading(level: \(level - 1), outlined: \(isPart), bookmarked: true, \(line))"
    return [label.map { "[#\(heading)#label(\($0))]" } ?? heading]
  }

  // Lists

  private mutating func list(_ element: HTMLElement) -> [String] {
    let anchor = anchor(element)
    let items = element.children("li").compactMap { item -> String? in
      let anchor = self.anchor(item)
      guard let inner = content(item) else { return anchor }
      let content = placed(item, inner)
      return anchor.map { "{\($0); \(content)}" } ?? content
    }
    guard !items.isEmpty else { return [anchor].compactMap(\.self) }
    let isBare = element.has(class: "list-unstyled") || element.has(class: "list-inline")
    var arguments: [String] = []
    if element.name == "ol", !isBare, let start = element["start"].flatMap({ Int($0) }) {
      arguments.append("start: \(start)")
    }
    let name =
      element.has(class: "list-inline")
      ? "run"
      : element.has(class: "row")
        ? "tiles" : isBare ? "bare" : element.name == "ol" ? "enum" : "list"
    return [anchor, TypstCode.call(name, arguments + items)].compactMap(\.self)
  }

  private mutating func terms(_ element: HTMLElement) -> [String] {
    let anchor = anchor(element)
    let groups = element.children("div")
    var items: [String] = []
    for group in groups.isEmpty ? [element] : groups {
      let names = group.children("dt").compactMap { name in
        line(name.children).map { placed(name, $0) }
      }
      let values = group.children("dd").compactMap { content($0) }
      guard !names.isEmpty || !values.isEmpty else { continue }
      let value = values.count == 1 ? values[0] : "{" + values.map { "block(\($0))" }.joined() + "}"
      items.append("terms.item({\(names.joined(separator: "; "))}, \(value))")
    }
    return [anchor, items.isEmpty ? nil : TypstCode.call("terms", items)].compactMap(\.self)
  }

  // Figures

  private mutating func figure(_ element: HTMLElement) -> [String] {
    let anchor = anchor(element)
    let captions = element.children("figcaption")
    let caption = captions.first.flatMap { line($0.children) } ?? "none"
    let shown: String?
    var rest = element.children
    if let place = rest.firstIndex(where: { TypstWriter.isShown($0) }),
      case .element(let picture) = rest[place]
    {
      shown = picture.name == "svg" ? drawing(picture) : self.picture(picture)
      rest.remove(at: place)
    } else {
      shown = nil
    }
    rest.removeAll { if case .element(let part) = $0 { part.name == "figcaption" } else { false } }
    guard let shown else {
      return [anchor].compactMap(\.self) + captions.flatMap { block($0) } + blocks(rest)
    }
    return [anchor, "illustration(\(shown), \(caption))"].compactMap(\.self) + blocks(rest)
  }

  private static func isShown(_ node: HTMLNode) -> Bool {
    guard case .element(let element) = node, !element.isLeftOut else { return false }
    return element.name == "img" || element.drawing != nil
  }

  // Tables

  private mutating func table(_ element: HTMLElement) -> [String] {
    let anchor = anchor(element)
    let caption = element.children("caption").first.flatMap {
      $0.isLeftOut ? nil : line($0.children)
    }
    var heads: [String] = []
    var cells: [String] = []
    var columns = 0
    for part in [element] + element.children("thead", "tbody", "tfoot") {
      for row in part.children("tr") {
        let all = row.children("td", "th")
        columns = max(columns, all.reduce(0) { $0 + TypstWriter.span($1, "colspan") })
        // The heads of a table stand on each of its pages.
        let first = part.name == "thead" ? nil : all.first?.number
        var written = all.map { cell($0, isPlaced: $0.number == first) }
        if let anchor = self.anchor(row), !written.isEmpty {
          written[0].insert("before: \(anchor)", at: 0)
        }
        let calls = written.map { TypstCode.call("cell", $0) }
        if part.name == "thead" { heads += calls } else { cells += calls }
      }
    }
    guard columns > 0 else { return [anchor].compactMap(\.self) }
    let head = heads.isEmpty ? "" : "table.header(\(heads.joined(separator: ", "))),\n"
    return [
      anchor,
      "grid-table(\(caption ?? "none"), \(columns),\n\(head)\(cells.joined(separator: ",\n")))",
    ].compactMap(\.self)
  }

  /// The arguments of a cell.
  private mutating func cell(_ element: HTMLElement, isPlaced: Bool) -> [String] {
    var arguments: [String] = []
    for name in ["colspan", "rowspan"] where TypstWriter.span(element, name) > 1 {
      arguments.append("\(name): \(TypstWriter.span(element, name))")
    }
    let alignment = element["align"]
    if element.has(class: "text-end") || alignment == "right" { arguments.append("align: right") }
    if element.has(class: "text-center") || alignment == "center" {
      arguments.append("align: center")
    }
    if element.name == "th", element["scope"] == "row" { arguments.append("heads: \"row\"") }
    let content = content(element) ?? "[]"
    return arguments + [isPlaced ? placed(element, content) : content]
  }

  private static func span(_ element: HTMLElement, _ name: String) -> Int {
    min(max(element[name].flatMap { Int($0) } ?? 1, 1), 1000)
  }
}
