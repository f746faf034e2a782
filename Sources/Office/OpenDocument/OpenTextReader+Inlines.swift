extension OpenTextReader {
  mutating func inlines(in element: XMLElement, _ look: OfficeText.Look, _ line: inout OpenLine) {
    for child in element.children {
      switch child {
      case .text(let words, let index): add(words, index, look, &line)
      case .element(let element): inline(element, look, &line)
      }
    }
  }

  private mutating func add(
    _ words: String, _ index: Int, _ look: OfficeText.Look, _ line: inout OpenLine
  ) {
    guard !look.isHidden else { return ledger.mark(Ledger.Key(part, index), .left(.hidden)) }
    ledger.mark(Ledger.Key(part, index), .used)
    if look.isStruck { text.doubt(.struckText, words) }
    if look.isHighlighted { text.doubt(.highlightedText, words) }
    line.paragraph.runs.append(.text(words, look))
  }

  private mutating func inline(
    _ element: XMLElement, _ look: OfficeText.Look, _ line: inout OpenLine
  ) {
    switch element.name {
    case "text:span":
      var look = look
      styles.apply(element[attribute: "text:style-name"], to: &look)
      inlines(in: element, look, &line)
    case "text:a":
      var look = look
      mark(element, "office:title", .left(.tooltip))
      if let address = element[attribute: "xlink:href"] {
        mark(element, "xlink:href", .used)
        look.address = address
      }
      inlines(in: element, look, &line)
    case "text:s", "text:tab": line.paragraph.runs.append(.text(" ", look))
    case "text:line-break": line.paragraph.runs.append(.lineBreak)
    case "text:note": note(element, look, &line)
    case "office:annotation": leave(element, .comment)
    case "text:placeholder": leave(element, .placeholder)
    case "text:hidden-text", "text:hidden-paragraph": leave(element, .hidden)
    case "text:ruby":
      if let base = element.first("text:ruby-base") { inlines(in: base, look, &line) }
      guard let above = element.first("text:ruby-text") else { return }
      line.paragraph.runs.append(.text("(", look))
      inlines(in: above, look, &line)
      line.paragraph.runs.append(.text(")", look))
    case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:a", "draw:line":
      if look.isHidden { leave(element, .hidden) } else { drawing(element, &line) }
    case "text:script", "office:event-listeners": leave(element, .macro)
    case "text:drop-down":
      mark(element, "text:value", .left(.choices))
      inlines(in: element, look, &line)
    // Marks, and fields with what they came to.
    default: inlines(in: element, look, &line)
    }
  }

  private mutating func note(_ element: XMLElement, _ look: OfficeText.Look, _ line: inout OpenLine)
  {
    if let mark = element.first("text:note-citation") { leave(mark, .separator) }
    guard let body = element.first("text:note-body") else { return }
    guard !look.isHidden else { return leave(body, .hidden) }
    let number = addNote { reader in reader.blocks(in: body) }
    line.paragraph.runs.append(.note(number))
  }

  mutating func mark(_ element: XMLElement, _ attribute: String, _ fate: Ledger.Fate) {
    guard let at = element.place(ofAttribute: attribute) else { return }
    ledger.mark(Ledger.Key(part, element.index, attribute: at), fate)
  }

  // What is drawn

  mutating func drawing(_ element: XMLElement, _ line: inout OpenLine) {
    var pieces: [String] = []
    for name in ["svg:title", "svg:desc"] {
      for said in element.descendants(name) {
        for case .text(let words, let index) in said.children {
          let isNew = !words.allSatisfy(\.isWhitespace) && !pieces.contains(words)
          ledger.mark(Ledger.Key(part, index), isNew ? .used : .left(.repeated))
          if isNew { pieces.append(words) }
        }
      }
    }
    let description = pieces.joined(separator: ". ")
    var found: [String] = []
    var blocks: [OfficeText.Block] = []
    walk(element, &found, &blocks)
    for picture in found.prefix(1) {
      line.paragraph.runs.append(
        .picture(OfficeText.Picture(part: picture, description: description, isDecoration: false)))
    }
    if found.isEmpty, !description.isEmpty {
      var said = OfficeText.Paragraph(sources: [source(element)])
      said.runs = [.text(description, OfficeText.Look())]
      line.boxes.append(.paragraph(said))
    }
    line.boxes += blocks
    if let first = blocks.first, case .paragraph(let paragraph) = first {
      text.doubt(.textBox, paragraph.text)
    }
  }

  private mutating func walk(
    _ element: XMLElement, _ found: inout [String], _ blocks: inout [OfficeText.Block]
  ) {
    for child in element.elements {
      switch child.name {
      case "draw:image":
        guard let name = child[attribute: "xlink:href"], let at = document.place(of: name) else {
          mark(child, "xlink:href", .left(.outsideText))
          continue
        }
        // Several forms of one picture: the first is shown.
        if !found.isEmpty {
          ledger.leave(at, .repeated)
        } else if seenTargets.insert(name).inserted {
          ledger.mark(Ledger.Key(at, -1), .used)
        }
        found.append(name)
        blocks += self.blocks(in: child)
      case "draw:object", "draw:object-ole":
        leave(child, .object)
        text.doubt(.innerDocument, child[attribute: "xlink:href"] ?? "")
      case "draw:text-box": blocks += self.blocks(in: child)
      case "text:p", "text:h", "text:list":
        blocks += self.blocks(in: element)
        return
      case "svg:title", "svg:desc": continue
      default: walk(child, &found, &blocks)
      }
    }
  }
}
