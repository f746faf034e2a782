import Site

extension WordWriter {
  /// Writes what stands below each other.
  mutating func blocks(_ nodes: [HTMLNode]) {
    var line = WordLine()
    for node in nodes {
      guard case .element(let element) = node, WordWriter.isBlock(element) else {
        add([node], place.look, to: &line)
        continue
      }
      settle(&line)
      if !element.isLeftOut { block(element) }
    }
    settle(&line)
  }

  private mutating func settle(_ line: inout WordLine) {
    if let content = line.content { paragraph(nil, content) }
    line = WordLine()
  }

  /// A list whose items stand in a row is a part of a line.
  private static func isBlock(_ element: HTMLElement) -> Bool {
    if element.isBlock { return !element.isRow }
    return element.elements.contains { isBlock($0) }
  }

  private static func holdsBlocks(_ element: HTMLElement) -> Bool {
    element.elements.contains { isBlock($0) }
  }

  private mutating func block(_ element: HTMLElement) {
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6": heading(element)
    case "ul", "ol": list(element)
    case "dl": terms(element)
    case "table": table(element)
    case "figure": figure(element)
    case "svg": drawing(element)
    case "hr":
      pending += anchor(element)
      paragraph("Rule", "")
    case "pre": preformatted(element)
    case "p": text(element)
    case "summary", "figcaption":
      pending += anchor(element)
      let outer = place.look
      place.look.isBold = true
      blocks(element.children)
      place.look = outer
    case "blockquote":
      pending += anchor(element)
      let outer = place
      place.style = place.isInCell ? place.style : "Quote"
      place.indent += WordNumbering.step
      blocks(element.children)
      place = outer
    default: section(element)
    }
  }

  private mutating func text(_ element: HTMLElement) {
    pending += anchor(element)
    let pictures = element.children("img")
    // A picture alone is no sign in a line.
    if !pictures.isEmpty, pictures.count == element.elements.count,
      element.text.allSatisfy(\.isWhitespace)
    {
      for picture in pictures { self.picture(picture) }
      return
    }
    var style: String?
    var look = place.look
    if element.has(class: "lead") {
      style = place.record == .achievement ? FieldStyle.of(.achievement, "in_breve")?.id : "Lead"
    } else if element.has(class: "text-secondary") || element.has(class: "small") {
      look.style = "Minor"
    }
    if element.has(class: "fw-semibold") { look.isBold = true }
    if let content = line(element.children, look) {
      paragraph(place.isInCell ? nil : style, content)
    }
  }

  private mutating func preformatted(_ element: HTMLElement) {
    pending += anchor(element)
    var lines = element.text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let runs = lines.map { WordXML.runs(String($0), place.look) }
    paragraph("HTMLPreformatted", runs.joined(separator: "<w:r><w:br/></w:r>"))
  }

  // Parts and headings

  private mutating func section(_ element: HTMLElement) {
    let outer = place
    defer { place = outer }
    if element.has(class: "note") { return notes(element) }
    let isPart = element.has(class: "parte")
    if isPart {
      place.record = element["id"].flatMap { fields.parts[$0] }
    }
    var element = element
    let first = element.children.firstIndex { if case .element = $0 { true } else { false } }
    guard let first, case .element(let heading) = element.children[first], heading.level != nil
    else {
      if !isPart { place.record = nil }
      pending += anchor(element)
      return blocks(element.children)
    }
    element.children.remove(at: first)
    pending += anchor(element)
    var style: FieldStyle?
    if let record = place.record {
      let field = isPart ? "titolo" : fields.field(under: heading.words, of: record)
      style = field.flatMap { FieldStyle.of(record, $0) }
    }
    self.heading(heading, of: element["id"], style)
    if !isPart { place.record = nil }
    blocks(element.children)
  }

  /// The document's own title is that of the file; its parts begin with the second level.
  ///
  /// - Parameter id: that of the part or section whose heading it is.
  private mutating func heading(
    _ element: HTMLElement, of id: String? = nil, _ field: FieldStyle? = nil
  ) {
    guard let level = element.level, level > 1 else { return }
    var content = line(element.children, place.look)
    guard let words = content else {
      pending += anchor(element)
      return
    }
    let depth = level - 1
    if depth <= (isClosing ? 1 : WordContents.depth), place.isOutermost {
      let name = bookmarks.name("titolo " + (element["id"] ?? id ?? String(contents.count)))
      let (start, end) = bookmarks.ends(name)
      contents.append(
        WordContents.Entry(level: depth, title: element.words, bookmark: name, isClosing: isClosing)
      )
      content = start + words + end
    }
    pending += anchor(element)
    let style = "Heading\(depth)"
    let differs = field.map { $0.parent != style } ?? false
    paragraph(field?.id ?? style, content ?? words, level: differs ? depth : nil)
  }

  // Lists

  private mutating func list(_ element: HTMLElement) {
    let items = element.children("li")
    let isBare = element.has(class: "list-unstyled") || element.has(class: "row")
    pending += anchor(element)
    guard !isBare else {
      for item in items {
        pending += anchor(item)
        blocks(item.children)
      }
      return
    }
    // A list that an item begins with leaves the item's sign a line of its own.
    settleMarker()
    let outer = place
    let level = min(place.depth, WordNumbering.levels - 1)
    var list = WordNumbering.points
    if element.name == "ol" {
      list = WordNumbering.list(numbered.count)
      let start = element["start"].flatMap { Int($0) } ?? 1
      numbered.append(WordNumbering.Numbered(level: level, start: min(max(start, 0), 32_767)))
    }
    place.depth += 1
    place.indent += WordNumbering.step
    if !place.isInCell, !place.isInNote { place.style = "ListParagraph" }
    for item in items {
      pending += anchor(item)
      let isEmpty = item.text.allSatisfy(\.isWhitespace) && item.first("img") == nil
      guard !isEmpty else { continue }
      place.marker = WordPlace.Marker(list: list, level: level)
      blocks(item.children)
      place.marker = nil
    }
    place = outer
  }

  private mutating func terms(_ element: HTMLElement) {
    pending += anchor(element)
    let groups = element.children("div")
    for group in groups.isEmpty ? [element] : groups {
      pending += anchor(group)
      let values = group.children("dd")
      if values.count == 1, !WordWriter.holdsBlocks(values[0]) {
        var line = WordLine()
        for name in group.children("dt") {
          add(name, place.look, to: &line)
        }
        if !line.isEmpty { line.add(text: ": ", place.look) }
        add(values[0].children, place.look, to: &line)
        if let content = line.content { paragraph(place.isInCell ? nil : "Facts", content) }
        continue
      }
      for part in group.children("dt", "dd") { term(part) }
    }
  }

  private mutating func term(_ element: HTMLElement) {
    pending += anchor(element)
    let outer = place
    if element.name == "dt" {
      var look = place.look
      look.isBold = true
      if let content = line(element.children, look) { paragraph(nil, content, keepsNext: true) }
    } else {
      place.indent += WordNumbering.step
      blocks(element.children)
    }
    place = outer
  }
}
