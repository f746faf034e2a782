/// Pictures, text boxes and what else is drawn.
extension WordReader {
  mutating func drawing(_ element: XMLElement, _ look: OfficeText.Look, _ line: inout WordLine) {
    guard element.name != "w:object" else { return object(element) }
    var words = Description()
    var found = Drawn()
    walk(element, &words, &found, look)
    let description = words.text
    for picture in found.pictures {
      line.paragraph.runs.append(
        .picture(
          OfficeText.Picture(
            part: picture, description: description,
            isDecoration: words.isDecoration && description.isEmpty)))
    }
    // What is described and cannot be shown is said.
    if found.pictures.isEmpty, !description.isEmpty {
      var look = OfficeText.Look()
      look.address = found.address
      var said = OfficeText.Paragraph(sources: [
        source(element)
      ])
      said.runs = [.text(description, look)]
      line.boxes.append(.paragraph(said))
      if found.address != nil { text.doubt(.linkedPicture, description) }
    }
    line.boxes += found.blocks
    if let first = found.blocks.first, case .paragraph(let paragraph) = first {
      text.doubt(.textBox, paragraph.text)
    }
  }

  /// What another program drew; it is not opened.
  private mutating func object(_ element: XMLElement) {
    leave(element, .object)
    for data in element.descendants("v:imagedata") {
      guard let id = data[attribute: "r:id"],
        let part = place.relations[id].flatMap({ document.place(of: $0.target) })
      else { continue }
      ledger.leave(part, .preview)
    }
  }

  private struct Description {
    private(set) var pieces: [String] = []
    var isDecoration = false
    var text: String { pieces.joined(separator: ". ") }

    /// - Returns: false where it was said already.
    mutating func add(_ words: String) -> Bool {
      let words = Blank.trimmed(words)
      guard !words.isEmpty, !pieces.contains(words) else { return false }
      pieces.append(words)
      return true
    }
  }

  private struct Drawn {
    var pictures: [String] = []
    var address: String?
    var blocks: [OfficeText.Block] = []
  }

  private mutating func walk(
    _ element: XMLElement, _ words: inout Description, _ found: inout Drawn, _ look: OfficeText.Look
  ) {
    for child in element.elements {
      switch child.name {
      case "w:txbxContent": found.blocks += box(child, look)
      case "a:txBody", "wps:txBody": found.blocks += drawnText(child)
      case "wp:docPr", "pic:cNvPr", "wps:cNvPr", "wpg:cNvPr", "a:cNvPr":
        describe(child, ["title", "descr"], &words)
        if !child.descendants("adec:decorative").isEmpty || child.text.contains("decorative") {
          words.isDecoration = true
        }
        walk(child, &words, &found, look)
      case "a:blip": picture(child, embedded: "r:embed", linked: "r:link", &found)
      case "v:imagedata":
        describe(child, ["o:title"], &words)
        picture(child, embedded: "r:id", linked: "r:href", &found)
      case "v:textpath":
        guard let text = child[attribute: "string"] else { continue }
        mark(child, "string", .used)
        var paragraph = OfficeText.Paragraph(sources: [
          source(child)
        ])
        paragraph.runs = [.text(text, OfficeText.Look())]
        found.blocks.append(.paragraph(paragraph))
      case "c:chart", "cx:chart": leavePart(child, "r:id", .chart)
      case "dgm:relIds": leavePart(child, "r:dm", .diagram)
      case "mc:AlternateContent":
        if let chosen = chosen(child) { walk(chosen, &words, &found, look) }
      default:
        if child.name.hasPrefix("v:") { describe(child, ["alt"], &words) }
        walk(child, &words, &found, look)
      }
    }
  }

  private mutating func describe(
    _ element: XMLElement, _ names: [String], _ words: inout Description
  ) {
    for name in names {
      guard let text = element[attribute: name] else { continue }
      mark(element, name, words.add(text) ? .used : .left(.repeated))
    }
  }

  private mutating func leavePart(_ element: XMLElement, _ attribute: String, _ reason: LeftReason)
  {
    let target = element[attribute: attribute].flatMap { place.relations[$0] }?.target
    if let part = target.flatMap({ document.place(of: $0) }) { ledger.leave(part, reason) }
  }

  /// A text box's paragraphs do not go on a field that is open around it.
  private mutating func box(_ element: XMLElement, _ look: OfficeText.Look) -> [OfficeText.Block] {
    let outer = fields
    fields = []
    defer { fields = outer }
    return blocks(in: element, look)
  }

  /// Paragraphs of drawings (20.1.2.2.4), which have texts of their own.
  private mutating func drawnText(_ element: XMLElement) -> [OfficeText.Block] {
    element.descendants("a:p").compactMap { drawn in
      var paragraph = OfficeText.Paragraph(sources: [
        source(drawn)
      ])
      for piece in drawn.descendants("a:t") {
        for case .text(let words, let index) in piece.children {
          use(index)
          paragraph.runs.append(.text(words, OfficeText.Look()))
        }
      }
      return paragraph.runs.isEmpty ? nil : .paragraph(paragraph)
    }
  }

  private mutating func picture(
    _ element: XMLElement, embedded: String, linked: String, _ found: inout Drawn
  ) {
    if let id = element[attribute: embedded], let relation = place.relations[id],
      !relation.isOutside
    {
      let name = relation.target
      // A name of somebody's own may show a picture in many places; it is one.
      if let part = document.place(of: name), seenTargets.insert(Ledger.Key(part, -1)).inserted {
        ledger.mark(Ledger.Key(part, -1), .used)
      }
      found.pictures.append(name)
    } else if let id = element[attribute: linked] ?? element[attribute: embedded],
      let relation = place.relations[id], relation.isOutside
    {
      take(relation)
      found.address = relation.target
    }
  }
}
