extension WordWriter {
  /// What stands in a line; nil for nothing.
  mutating func line(_ nodes: [HTMLNode], _ look: WordLook) -> String? {
    var line = WordLine()
    add(nodes, look, to: &line)
    return line.content
  }

  mutating func add(_ nodes: [HTMLNode], _ look: WordLook, to line: inout WordLine) {
    for node in nodes {
      switch node {
      case .text(let text): line.add(text: text, look)
      case .element(let element): add(element, look, to: &line)
      }
    }
  }

  mutating func add(_ element: HTMLElement, _ outer: WordLook, to line: inout WordLine) {
    guard !element.isLeftOut else { return }
    let anchor = anchor(element)
    if !anchor.isEmpty { line.add(xml: anchor) }
    var look = self.look(of: element, outer)
    switch element.name {
    case "br": line.breakLine()
    case "wbr": line.add(text: "\u{200B}", outer)
    case "img": sign(element, outer, to: &line)
    case "code", "kbd", "samp":
      look.style = "HTMLCode"
      line.add(text: element.words, look)
    case "ul" where element.isRow:
      for (number, item) in element.children("li").enumerated() {
        if number > 0 { line.add(text: ", ", look) }
        var inner = line.inner
        add(item, look, to: &inner)
        // The blanks between items are the row's.
        if let content = inner.content { line.add(xml: content, endsWithBlank: false) }
      }
    case "a": link(element, look, to: &line)
    case "span" where element.has(class: "d-block"):
      // It stands below what is before it; at the beginning of a line it is there already.
      if !line.isEmpty { line.breakLine() }
      add(element.children, look, to: &line)
      line.add(xml: "", endsWithBlank: false)
    default: add(element.children, look, to: &line)
    }
  }

  private func look(of element: HTMLElement, _ outer: WordLook) -> WordLook {
    var look = outer
    switch element.name {
    case "strong", "b", "mark", "dt": look.isBold = true
    case "em", "i", "cite", "dfn", "var": look.isItalic = true
    case "sup": look.position = "superscript"
    case "sub": look.position = "subscript"
    case "del", "s": look.isStruck = true
    case "small": look.style = look.style ?? "Minor"
    default: break
    }
    if let language = element["lang"], !language.isEmpty { look.language = language }
    if let direction = element["dir"] { look.isFromTheRight = direction == "rtl" }
    let isBold = ["badge", "titoletto", "fw-semibold", "h3"].contains { element.has(class: $0) }
    if isBold, element.level == nil { look.isBold = true }
    if element.has(class: "small") || element.has(class: "text-secondary") {
      look.style = look.style ?? "Minor"
    }
    return look
  }

  private mutating func link(_ element: HTMLElement, _ outer: WordLook, to line: inout WordLine) {
    if element["role"] == "doc-noteref", let id = element["href"]?.dropFirst(),
      let note = notes[String(id)], !place.isInNote
    {
      return line.add(xml: reference(to: note, String(id)), endsWithBlank: false)
    }
    if place.isInNote, element["role"] == "doc-backlink" { return }
    var look = outer
    let start: String
    switch element["href"].flatMap(links.target) {
    case .label(let id) where targets.contains(id):
      start = "<w:hyperlink w:anchor=\"\(bookmarks.name(id))\" w:history=\"1\">"
    case .address(let address):
      let id = relations.id(.hyperlink, WordXML.address(address), inNotes: place.isInNote)
      start = "<w:hyperlink r:id=\"\(id)\" w:history=\"1\">"
    default: return add(element.children, look, to: &line)
    }
    look.style = "Hyperlink"
    var inner = line.inner
    add(element.children, look, to: &inner)
    guard !inner.isEmpty else { return }
    line.add(xml: start + inner.whole + "</w:hyperlink>", endsWithBlank: inner.endsWithBlank)
  }

  // Notes

  /// The sign of a footnote, whose text is written when it is first met.
  private mutating func reference(to note: HTMLElement, _ id: String) -> String {
    let look = WordLook(style: "FootnoteReference")
    if let known = known[id] {
      return WordXML.field(
        "NOTEREF \(known.bookmark) \\f \\h", look,
        shown: "<w:r>\(look.xml)<w:t>\(known.number)</w:t></w:r>")
    }
    let number = footnotes.count + 1
    let name = bookmarks.place(id) ?? bookmarks.name("\(id) \(number)")
    known[id] = (number, name)
    footnotes.append("")
    let outer = (body, place, pending, breaksPage, isAfterTable)
    (body, place, pending, breaksPage, isAfterTable) = ("", WordPlace(), "", false, false)
    place.style = "FootnoteText"
    place.isInNote = true
    // The number and a blank stand where the note's first words are.
    pending =
      "<w:r>\(look.xml)<w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
    blocks(note.children)
    if !pending.isEmpty || isAfterTable { paragraph(nil, "") }
    footnotes[number - 1] = body
    (body, place, pending, breaksPage, isAfterTable) = outer
    let (start, end) = bookmarks.ends(name)
    return start + "<w:r>\(look.xml)<w:footnoteReference w:id=\"\(number)\"/></w:r>" + end
  }

  /// The texts of notes that no sign led to; those of the others stand at the foot of their pages.
  mutating func notes(_ element: HTMLElement) {
    var element = element
    pending += anchor(element)
    var isEmpty = true
    element.children = element.children.map { node in
      guard case .element(var list) = node, list.name == "ol" else { return node }
      list.children = list.children.filter { item in
        guard case .element(let item) = item, let id = item["id"], known[id] != nil else {
          return true
        }
        return false
      }
      isEmpty = isEmpty && list.text.allSatisfy(\.isWhitespace)
      return .element(list)
    }
    if !isEmpty { blocks(element.children) }
  }
}
