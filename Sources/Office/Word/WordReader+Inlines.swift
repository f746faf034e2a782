/// What stands in a paragraph.
extension WordReader {
  mutating func inlines(in element: XMLElement, _ look: OfficeText.Look, _ line: inout WordLine) {
    for child in element.elements {
      switch child.name {
      case "w:r": run(child, look, &line)
      case "w:hyperlink": inlines(in: child, linked(child, look), &line)
      case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:bdo", "w:dir":
        inlines(in: child, look, &line)
      case "w:del", "w:moveFrom": leave(child, child.name == "w:del" ? .deleted : .movedAway)
      case "w:sdt":
        var inner = line
        let count = line.paragraph.runs.count
        let runs: [OfficeText.Run] = control(child, look) { reader, content, look in
          reader.inlines(in: content, look, &inner)
          return Array(inner.paragraph.runs.dropFirst(count))
        }
        line.boxes = inner.boxes
        line.paragraph.runs += runs
      case "w:fldSimple":
        var field = OpenField()
        (field.instruction, field.isCode) = (child[attribute: "w:instr"] ?? "", false)
        fields.append(field)
        inlines(in: child, look, &line)
        fields.removeLast()
      case "m:oMath", "m:oMathPara": equation(child, look, &line.paragraph)
      case "mc:AlternateContent": if let chosen = chosen(child) { inlines(in: chosen, look, &line) }
      case "w:drawing", "w:pict", "w:object": drawing(child, look, &line)
      default: break
      }
    }
  }

  private mutating func linked(_ element: XMLElement, _ look: OfficeText.Look) -> OfficeText.Look {
    mark(element, "w:tooltip", .left(.tooltip))
    var look = look
    guard let id = element[attribute: "r:id"], let relation = place.relations[id],
      relation.isOutside
    else { return look }
    look.address = relation.target
    take(relation)
    return look
  }

  /// An address that several places may lead to is taken over once.
  mutating func take(_ relation: Relations.Relation) {
    if seenTargets.insert(relation.key).inserted { ledger.mark(relation.key, .used) }
  }

  private mutating func run(
    _ element: XMLElement, _ around: OfficeText.Look, _ line: inout WordLine
  ) {
    let properties = element.first("w:rPr")
    var look = styles.look(line.style, properties)
    (look.address, look.field) = (around.address, around.field)
    let font = properties?.first("w:rFonts")?[attribute: "w:ascii"] ?? ""
    for child in element.elements {
      switch child.name {
      case "w:t": text(child, look, font, &line)
      case "w:tab", "w:ptab": add("\t", look, &line)
      case "w:noBreakHyphen": add("\u{2011}", look, &line)
      case "w:cr": addBreak(&line)
      case "w:br":
        let type = child[attribute: "w:type"] ?? "textWrapping"
        if type == "textWrapping" { addBreak(&line) } else { add(" ", look, &line) }
      case "w:sym": sign(child, look, &line)
      case "w:fldChar": field(child)
      case "w:instrText":
        if fields.last?.isCode == true { fields[fields.count - 1].instruction += child.text }
        leave(child, .fieldCode)
      case "w:delText", "w:delInstrText": leave(child, .deleted)
      case "w:footnoteReference", "w:endnoteReference":
        guard !isSilent, !look.isHidden, let id = child[attribute: "w:id"] else { continue }
        let type = child.name == "w:footnoteReference" ? "footnotes" : "endnotes"
        if let number = note(id, type: type) { line.paragraph.runs.append(.note(number)) }
      case "w:ruby": ruby(child, around, &line)
      case "mc:AlternateContent":
        // What stands in it stands in a run.
        if let chosen = chosen(child) { inRun(chosen, look, font, &line) }
      case "w:drawing", "w:pict", "w:object":
        if look.isHidden { leave(child, .hidden) } else { drawing(child, look, &line) }
      default: break
      }
    }
  }

  private mutating func inRun(
    _ element: XMLElement, _ look: OfficeText.Look, _ font: String, _ line: inout WordLine
  ) {
    for child in element.elements {
      switch child.name {
      case "w:t": text(child, look, font, &line)
      case "w:sym": sign(child, look, &line)
      case "w:drawing", "w:pict", "w:object": drawing(child, look, &line)
      default: break
      }
    }
  }

  /// Whether what comes is the code of a field, or a list of contents.
  private var isSilent: Bool { fields.contains { $0.isCode || $0.isContents } }

  private var silence: LeftReason? {
    guard let field = fields.first(where: { $0.isCode || $0.isContents }) else { return nil }
    return field.isContents ? .contentsList : .fieldCode
  }

  private mutating func text(
    _ element: XMLElement, _ look: OfficeText.Look, _ font: String, _ line: inout WordLine
  ) {
    if let silence { return leave(element, silence) }
    if look.isHidden { return leave(element, .hidden) }
    var words = ""
    for case .text(let piece, let index) in element.children {
      use(index)
      words += piece
    }
    if element[attribute: "xml:space"] != "preserve" { words = Blank.trimmed(words) }
    add(SymbolFonts.shown(words, font: font), look, &line)
  }

  private mutating func add(_ words: String, _ look: OfficeText.Look, _ line: inout WordLine) {
    guard !words.isEmpty, !isSilent, !look.isHidden else { return }
    var look = look
    look.address = look.address ?? fields.lazy.compactMap(\.address).first
    if look.isStruck { text.doubt(.struckText, words) }
    if look.isHighlighted { text.doubt(.highlightedText, words) }
    line.paragraph.runs.append(.text(words, look))
  }

  private mutating func addBreak(_ line: inout WordLine) {
    if !isSilent { line.paragraph.runs.append(.lineBreak) }
  }

  private mutating func sign(_ element: XMLElement, _ look: OfficeText.Look, _ line: inout WordLine)
  {
    let font = element[attribute: "w:font"] ?? ""
    guard silence == nil, !look.isHidden, let code = element[attribute: "w:char"] else {
      return leave(element, silence ?? .hidden)
    }
    mark(element, "w:char", .used)
    add(SymbolFonts.sign(code, font: font) ?? "\u{FFFD}", look, &line)
  }

  private mutating func field(_ element: XMLElement) {
    leave(element, .customData)
    switch element[attribute: "w:fldCharType"] {
    case "begin": fields.append(OpenField())
    case "separate": if !fields.isEmpty { fields[fields.count - 1].isCode = false }
    case "end": _ = fields.popLast()
    default: break
    }
  }

  /// What is read above a word goes in parentheses behind it.
  private mutating func ruby(_ element: XMLElement, _ look: OfficeText.Look, _ line: inout WordLine)
  {
    if let base = element.first("w:rubyBase") { inlines(in: base, look, &line) }
    guard let above = element.first("w:rt") else { return }
    add("(", look, &line)
    inlines(in: above, look, &line)
    add(")", look, &line)
  }

  mutating func equation(
    _ element: XMLElement, _ look: OfficeText.Look, _ paragraph: inout OfficeText.Paragraph
  ) {
    var math = MathText(place.part)
    let words = math.words(element)
    for key in math.keys { ledger.mark(key, .used) }
    guard !words.isEmpty else { return }
    text.doubt(.equation, words)
    paragraph.runs.append(.text(words, look))
  }
}
