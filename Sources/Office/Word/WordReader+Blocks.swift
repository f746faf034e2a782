/// Paragraphs and tables.
extension WordReader {
  typealias Block = OfficeText.Block

  /// - Parameter look: what a control or a link around them says.
  mutating func blocks(in element: XMLElement, _ look: OfficeText.Look) -> [Block] {
    var found: [Block] = []
    // A paragraph whose end is deleted goes on with the next.
    var begun: OfficeText.Paragraph?
    for child in element.elements {
      switch child.name {
      case "w:p":
        var (paragraph, boxes) = self.paragraph(child, look)
        if let first = begun {
          (paragraph.runs, paragraph.sources) = (
            first.runs + paragraph.runs, first.sources + paragraph.sources
          )
        }
        begun = nil
        let mark = child.first("w:pPr", "w:rPr")
        if mark?.first("w:del") != nil || mark?.first("w:moveFrom") != nil {
          begun = paragraph
          found += boxes
        } else {
          found.append(.paragraph(paragraph))
          found += boxes
        }
      case "w:tbl": found.append(.table(table(child, look)))
      case "w:sdt":
        found += control(child, look) { reader, content, look in reader.blocks(in: content, look) }
      case "w:del", "w:moveFrom": leave(child, child.name == "w:del" ? .deleted : .movedAway)
      case "w:altChunk":
        text.doubt(.innerDocument, child[attribute: "r:id"] ?? "")
        if let id = child[attribute: "r:id"], let target = place.relations[id],
          let part = document.place(of: target.target)
        {
          ledger.leave(part, .innerDocument)
        }
      case "mc:AlternateContent":
        if let chosen = chosen(child) { found += blocks(in: chosen, look) }
      case "m:oMathPara", "m:oMath":
        var paragraph = OfficeText.Paragraph(sources: [
          source(child)
        ])
        equation(child, look, &paragraph)
        found.append(.paragraph(paragraph))
      case "w:customXml", "w:ins", "w:moveTo", "w:smartTag": found += blocks(in: child, look)
      default: break
      }
    }
    if let begun, !begun.isBlank { found.append(.paragraph(begun)) }
    return found
  }

  private mutating func paragraph(
    _ element: XMLElement, _ look: OfficeText.Look
  ) -> (paragraph: OfficeText.Paragraph, boxes: [Block]) {
    let properties = element.first("w:pPr")
    let style = properties?.first("w:pStyle")?[attribute: "w:val"]
    var line = WordLine(
      paragraph: OfficeText.Paragraph(sources: [
        source(element)
      ]), style: style)
    line.paragraph.style = styles.name(style)
    line.paragraph.level = styles.level(style, properties)
    line.paragraph.list = listPlace(style, properties)
    // `toc 1`, as all programs call it inside, or `Sommario 1`.
    let words = line.paragraph.style.lowercased().split(separator: " ")
    let isContents =
      words.count == 2 && ["toc", "sommario"].contains(words[0]) && Int(words[1]) != nil
    if isContents, fields.isEmpty, element.descendants("w:fldChar").isEmpty {
      leave(element, .contentsList)
    } else {
      inlines(in: element, look, &line)
    }
    return (line.paragraph, line.boxes)
  }

  private mutating func listPlace(_ style: String?, _ properties: XMLElement?) -> OfficeText
    .ListPlace?
  {
    let own = properties?.first("w:numPr")
    let chain = styles.chain(style).compactMap { $0.properties?.first("w:numPr") }
    func value(_ name: String) -> String? {
      ([own].compactMap(\.self) + chain).lazy.compactMap { $0.first(name)?[attribute: "w:val"] }
        .first
    }
    guard let list = value("w:numId") else { return nil }
    return numbers.place(list: list, level: value("w:ilvl").flatMap { Int($0) } ?? 0)
  }

  // Controls

  /// What is typed into a control (17.5.2), whatever is around it.
  mutating func control<Result: RangeReplaceableCollection>(
    _ element: XMLElement, _ look: OfficeText.Look,
    read: (inout WordReader, XMLElement, OfficeText.Look) -> Result
  ) -> Result {
    let properties = element.first("w:sdtPr")
    if let properties { leave(properties, .choices) }
    guard let content = element.first("w:sdtContent") else { return Result() }
    if let flag = properties?.first("w:showingPlcHdr"), Flag.isOn(flag[attribute: "w:val"] ?? "1") {
      leave(content, .placeholder)
      return Result()
    }
    let gallery = properties?.first("w:docPartObj", "w:docPartGallery")?[attribute: "w:val"]
    if gallery == "Table of Contents" {
      leave(content, .contentsList)
      return Result()
    }
    var look = look
    if let tag = properties?.first("w:tag")?[attribute: "w:val"], !tag.isEmpty { look.field = tag }
    return read(&self, content, look)
  }

  /// The form of something that is read here, of several for programs of several ages.
  mutating func chosen(_ element: XMLElement) -> XMLElement? {
    let known: Set<Substring> = [
      "wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "a14", "wp15",
    ]
    let choice = element.all("mc:Choice").first { choice in
      (choice[attribute: "Requires"] ?? "").split(separator: " ").allSatisfy { known.contains($0) }
    }
    let chosen = choice ?? element.first("mc:Fallback")
    for other in element.elements where other.index != chosen?.index { leave(other, .olderForm) }
    return chosen
  }

  // Tables

  private mutating func table(_ element: XMLElement, _ look: OfficeText.Look) -> OfficeText.Table {
    var table = OfficeText.Table()
    for row in rows(of: element) {
      let properties = row.first("w:trPr")
      if properties?.first("w:del") != nil {
        leave(row, .deleted)
        continue
      }
      let before = properties?.first("w:gridBefore")?[attribute: "w:val"].flatMap { Int($0) } ?? 0
      var cells = [OfficeText.Cell](repeating: OfficeText.Cell(), count: min(max(before, 0), 63))
      self.cells(of: row, look, into: &cells)
      table.rows.append(cells)
    }
    return table
  }

  /// Rows, whatever is around them.
  private mutating func rows(of element: XMLElement) -> [XMLElement] {
    var found: [XMLElement] = []
    for child in element.elements {
      switch child.name {
      case "w:tr": found.append(child)
      case "w:sdt": if let content = child.first("w:sdtContent") { found += rows(of: content) }
      case "w:ins", "w:moveTo", "w:customXml": found += rows(of: child)
      case "w:del", "w:moveFrom": leave(child, .deleted)
      default: break
      }
    }
    return found
  }

  private mutating func cells(
    of row: XMLElement, _ look: OfficeText.Look, into cells: inout [OfficeText.Cell]
  ) {
    for child in row.elements {
      switch child.name {
      case "w:tc":
        let properties = child.first("w:tcPr")
        if properties?.first("w:cellDel") != nil {
          leave(child, .deleted)
          continue
        }
        var cell = OfficeText.Cell()
        cell.span = min(
          max(properties?.first("w:gridSpan")?[attribute: "w:val"].flatMap { Int($0) } ?? 1, 1), 63)
        cell.isContinued =
          properties?.first("w:vMerge").map { ($0[attribute: "w:val"] ?? "continue") == "continue" }
          ?? false
        cell.blocks = blocks(in: child, look)
        let words = child.descendants("w:t").map(\.text).joined()
        if cell.span > 1 || cell.isContinued || properties?.first("w:vMerge") != nil, !words.isEmpty
        {
          text.doubt(.mergedCells, words)
        }
        if !child.descendants("w:tbl").isEmpty { text.doubt(.innerTable, words) }
        cells.append(cell)
      case "w:sdt":
        cells += control(child, look) { reader, content, look in
          var inner: [OfficeText.Cell] = []
          reader.cells(of: content, look, into: &inner)
          return inner
        }
      case "w:ins", "w:moveTo", "w:customXml": self.cells(of: child, look, into: &cells)
      case "w:del", "w:moveFrom": leave(child, .deleted)
      default: break
      }
    }
  }
}

/// A paragraph that is being read, and the text boxes that hang on it.
struct WordLine {
  var paragraph: OfficeText.Paragraph
  let style: String?
  var boxes: [OfficeText.Block] = []
}
