/// Reads a page of HTML, as programs give it to a clipboard or save it: what a person sees, and why the rest stays behind.
struct HTMLTextReader {
  var text = OfficeText()
  var ledger: Ledger
  let document: OfficePackage
  let styles: HTMLStyles
  let notes: HTMLNotes
  let part: Int
  /// The elements of notes, which stand where they are referred to.
  var seenNotes: [Int: Int] = [:]

  init(_ document: OfficePackage) throws(OfficeFlaw) {
    guard document.kind == .hypertext, let main = document.main,
      let tree = document.parts[main].tree
    else { throw .unknown }
    (self.document, part) = (document, main)
    ledger = Ledger(document)
    styles = HTMLStyles(tree)
    notes = HTMLNotes(tree)
    text.blocks = blocks(in: tree.root)
    // What looks like a note of a text that is not shown is a text as others.
    for body in notes.bodies.sorted() where seenNotes[body] == nil {
      let element = XMLElement(tree: tree, index: body)
      if ledger.isOpen(part, within: element.span) { text.blocks += note(element) }
    }
    for name in ["html:style", "html:title", "html:script"] {
      for element in tree.root.descendants(name) {
        leave(element, name == "html:script" ? .macro : .settings)
      }
    }
    for at in document.parts.indices where at != main && ledger.isOpen(at) {
      ledger.leave(at, .unknownPart)
    }
  }

  // Blocks

  mutating func blocks(in element: XMLElement) -> [OfficeText.Block] {
    element.elements.flatMap { block($0) }
  }

  private mutating func block(_ element: XMLElement) -> [OfficeText.Block] {
    guard !notes.bodies.contains(element.index) else { return [] }
    if let reason = reason(toLeave: element) {
      leave(element, reason)
      return []
    }
    switch element.name {
    case "html:p", "html:h1", "html:h2", "html:h3", "html:h4", "html:h5", "html:h6":
      return paragraph(element, listed(element))
    case "html:ul", "html:ol", "html:menu", "html:dir": return list(element, level: 0)
    case "html:table": return table(element)
    case "html:style", "html:script", "html:title", "html:head": return []
    default: return blocks(in: element)
    }
  }

  /// Why nobody who sees the page sees an element.
  func reason(toLeave element: XMLElement) -> LeftReason? {
    switch element.name {
    case "html:del": return .deleted
    case "html:svg", "html:math", "html:object", "html:video", "html:audio", "html:iframe",
      "html:canvas", "html:embed":
      return .object
    case "html:select", "html:button", "html:textarea", "html:option", "html:input": return .choices
    case "html:template", "html:noscript": return .hidden
    default: break
    }
    switch styles.value("mso-element", of: element) {
    case "comment-list", "comment": return .comment
    case "header", "footer": return .headerOrFooter
    case "field-begin": return .fieldCode
    case "toc": return .contentsList
    default: break
    }
    if isSign(element) { return .listSign }
    if styles.value("mso-special-character", of: element) == "comment" { return .comment }
    var look = OfficeText.Look()
    styles.apply(element, to: &look)
    return look.isHidden ? .hidden : nil
  }

  func source(_ element: XMLElement) -> OfficeText.Source {
    OfficeText.Source(part: part, node: element.index, end: element.span.upperBound)
  }

  /// - Parameter level: of the list whose entry it goes on with.
  private mutating func paragraph(
    _ element: XMLElement, _ place: OfficeText.ListPlace?, in level: Int? = nil
  ) -> [OfficeText.Block] {
    var line = HTMLLine(paragraph: OfficeText.Paragraph(sources: [source(element)]))
    line.paragraph.continued = level
    let style = element[attribute: "class"] ?? ""
    line.paragraph.style = HTMLTextReader.name(ofStyle: style)
    if let digit = element.name.last, let level = digit.wholeNumberValue {
      line.paragraph.level = level
    } else if ["msotitle", "title"].contains(style.lowercased()) {
      line.paragraph.level = 0
    }
    line.paragraph.list = line.paragraph.level == nil ? place : nil
    var look = OfficeText.Look()
    styles.apply(element, to: &look)
    // Headings are bold by themselves.
    if line.paragraph.level != nil { look.isBold = false }
    inlines(in: element, look, &line)
    return [.paragraph(line.paragraph)] + line.boxes
  }

  /// What a program calls a style, by the class it makes of it: `MsoListParagraph`, `InBreve`.
  private static func name(ofStyle style: String) -> String {
    let name = style.split(separator: " ").first.map(String.init) ?? ""
    guard !name.isEmpty, !name.hasPrefix("Mso") else { return "" }
    return name.reduce(into: "") { words, letter in
      if letter.isUppercase, !words.isEmpty { words.append(" ") }
      words += words.isEmpty ? String(letter) : letter.lowercased()
    }
  }

  // Lists

  /// The place that Word writes into a paragraph's style: `mso-list:l0 level1 lfo1`.
  private mutating func listed(_ element: XMLElement) -> OfficeText.ListPlace? {
    guard let words = styles.value("mso-list", of: element)?.split(separator: " "),
      words.count >= 2, let level = Int(words[1].drop { !$0.isNumber })
    else { return nil }
    let sign = element.descendants("html:span").first { isSign($0) }
    let label = (sign?.text ?? "").filter { !$0.isWhitespace }
    let digits = label.prefix { $0.isASCII && $0.isNumber }
    let isNumber = !digits.isEmpty && [".", ")"].contains(label.dropFirst(digits.count))
    let isBullet =
      label.count == 1 && label.first?.isASCII != true || ["o", "-", "*"].contains(label)
    return OfficeText.ListPlace(
      list: String(words[0]) + (words.count > 2 ? " " + words[2] : ""), level: max(0, level - 1),
      label: isBullet ? "" : label, number: isNumber ? Int(digits) : nil)
  }

  /// Whether it is the sign of an entry, which Word writes into the page as a text.
  private func isSign(_ element: XMLElement) -> Bool {
    element.name == "html:span" && styles.value("mso-list", of: element) == "ignore"
  }

  private mutating func list(_ element: XMLElement, level: Int) -> [OfficeText.Block] {
    guard level < 10 else { return blocks(in: element) }
    let isOrdered = element.name == "html:ol"
    var number = element[attribute: "start"].flatMap { Int($0) } ?? 1
    var found: [OfficeText.Block] = []
    for item in element.elements {
      // Word and browsers put inner lists beside the entries as well.
      if ["html:ul", "html:ol", "html:menu", "html:dir"].contains(item.name) {
        found += list(item, level: level + 1)
        continue
      }
      guard item.name == "html:li" else {
        found += block(item)
        continue
      }
      if notes.bodies.contains(item.index) { continue }
      if let reason = reason(toLeave: item) {
        leave(item, reason)
        continue
      }
      if let own = item[attribute: "value"].flatMap({ Int($0) }) { number = own }
      let place = self.place(of: element, number, isOrdered, level)
      number &+= 1
      var isFirst = true
      found += entry(item, place, level, &isFirst)
    }
    return found
  }

  /// What stands in an entry: its first paragraph has the sign.
  private mutating func entry(
    _ item: XMLElement, _ place: OfficeText.ListPlace, _ level: Int, _ isFirst: inout Bool
  ) -> [OfficeText.Block] {
    var found: [OfficeText.Block] = []
    for child in item.elements where !notes.bodies.contains(child.index) {
      switch child.name {
      case "html:ul", "html:ol", "html:menu", "html:dir": found += list(child, level: level + 1)
      case "html:p" where reason(toLeave: child) == nil:
        found += paragraph(child, isFirst ? place : nil, in: isFirst ? nil : level)
        isFirst = false
      case "html:div" where reason(toLeave: child) == nil:
        found += entry(child, place, level, &isFirst)
      default: found += block(child)
      }
    }
    return found
  }

  private func place(
    of list: XMLElement, _ number: Int, _ isOrdered: Bool, _ level: Int
  ) -> OfficeText.ListPlace {
    let name = "list \(list.index)"
    guard isOrdered else {
      return OfficeText.ListPlace(list: name, level: level, label: "", number: nil)
    }
    let format: String? =
      switch list[attribute: "type"] ?? styles.value("list-style-type", of: list) {
      case "a", "lower-alpha", "lower-latin": "lowerLetter"
      case "A", "upper-alpha", "upper-latin": "upperLetter"
      case "i", "lower-roman": "lowerRoman"
      case "I", "upper-roman": "upperRoman"
      default: nil
      }
    guard let format else {
      return OfficeText.ListPlace(list: name, level: level, label: "\(number).", number: number)
    }
    return OfficeText.ListPlace(
      list: name, level: level, label: WordNumbers.word(number, format) + ")", number: nil)
  }

  // Tables

  private mutating func table(_ element: XMLElement) -> [OfficeText.Block] {
    var table = OfficeText.Table()
    var before: [OfficeText.Block] = []
    rows(of: element, into: &table, &before)
    return before + [.table(table)]
  }

  private mutating func rows(
    of element: XMLElement, into table: inout OfficeText.Table, _ before: inout [OfficeText.Block]
  ) {
    for child in element.elements {
      if let reason = reason(toLeave: child) {
        leave(child, reason)
        continue
      }
      switch child.name {
      case "html:tr": table.rows.append(cells(of: child))
      case "html:tbody", "html:thead", "html:tfoot": rows(of: child, into: &table, &before)
      case "html:colgroup": break
      // A caption, and what else stands in no row.
      default: before += block(child)
      }
    }
  }

  private mutating func cells(of row: XMLElement) -> [OfficeText.Cell] {
    row.elements.map { child in
      var cell = OfficeText.Cell()
      cell.isContinued = child.name == "html:covered"
      if reason(toLeave: child) == .hidden {
        leave(child, .hidden)
        return cell
      }
      cell.blocks = blocks(in: child)
      let words = child.text
      let isMerged = ["colspan", "rowspan"].contains { name in
        child[attribute: name].flatMap { Int($0) } ?? 1 > 1
      }
      if isMerged, !Blank.trimmed(words).isEmpty { text.doubt(.mergedCells, Blank.trimmed(words)) }
      if !child.descendants("html:table").isEmpty {
        text.doubt(.innerTable, Blank.trimmed(words))
      }
      return cell
    }
  }

  // What is left

  mutating func leave(_ element: XMLElement, _ reason: LeftReason) {
    ledger.leave(part, within: element.span, reason)
  }

  mutating func mark(_ element: XMLElement, _ attribute: String, _ fate: Ledger.Fate) {
    guard let at = element.place(ofAttribute: attribute) else { return }
    ledger.mark(Ledger.Key(part, element.index, attribute: at), fate)
  }
}

/// A paragraph that is being read, and what hangs on it.
struct HTMLLine {
  var paragraph: OfficeText.Paragraph
  var boxes: [OfficeText.Block] = []
}
