/// Reads a text of LibreOffice's (OpenDocument 1.3, part 3): what a person sees who prints it, and why the rest stays behind.
struct OpenTextReader {
  var text = OfficeText()
  var ledger: Ledger
  let document: OfficePackage
  let styles: OpenStyles
  let part: Int
  /// How far each list has counted, by its style and its own name.
  private var counts: [String: [Int: Int]] = [:]
  private var lastList: [String: String] = [:]
  var seenTargets: Set<String> = []

  init(_ document: OfficePackage) throws(OfficeFlaw) {
    guard document.kind == .openText, let main = document.main,
      let body = document.parts[main].tree?.root.first("office:body", "office:text")
    else { throw .unknown }
    (self.document, part) = (document, main)
    ledger = Ledger(document)
    let more = document.place(of: "styles.xml").flatMap { document.parts[$0].tree }
    styles = OpenStyles([more, document.parts[main].tree])
    text.blocks = blocks(in: body)
    leaveTheRest()
  }

  mutating func addNote(_ blocks: (inout OpenTextReader) -> [OfficeText.Block]) -> Int {
    let number = text.notes.count
    text.notes.append([])
    text.notes[number] = blocks(&self)
    return number
  }

  // Blocks

  mutating func blocks(in element: XMLElement) -> [OfficeText.Block] {
    element.elements.flatMap { block($0) }
  }

  private mutating func block(_ child: XMLElement) -> [OfficeText.Block] {
    switch child.name {
    case "text:p", "text:h": return paragraph(child, nil)
    case "text:list": return list(child, level: 0, style: nil, name: nil)
    case "table:table": return [.table(table(child))]
    case "text:table-of-content", "text:alphabetical-index", "text:bibliography",
      "text:illustration-index", "text:table-index", "text:user-index", "text:object-index":
      leave(child, .contentsList)
      return []
    case "text:tracked-changes":
      leave(child, .deleted)
      return []
    case "office:forms", "office:scripts", "text:sequence-decls", "text:variable-decls",
      "text:user-field-decls":
      leave(child, .settings)
      return []
    case "text:section":
      guard child[attribute: "text:display"] != "none" else {
        leave(child, .hidden)
        return []
      }
      return blocks(in: child)
    case "text:numbered-paragraph", "text:index-body": return blocks(in: child)
    case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect":
      var line = OpenLine(paragraph: OfficeText.Paragraph(sources: [source(child)]))
      drawing(child, &line)
      return
        (line.paragraph.isBlank && line.paragraph.runs.isEmpty ? [] : [.paragraph(line.paragraph)])
        + line.boxes
    default: return []
    }
  }

  func source(_ element: XMLElement) -> OfficeText.Source {
    OfficeText.Source(part: part, node: element.index, end: element.span.upperBound)
  }

  /// - Parameter level: of the list whose entry it goes on with.
  private mutating func paragraph(
    _ element: XMLElement, _ place: OfficeText.ListPlace?, in level: Int? = nil
  ) -> [OfficeText.Block] {
    let style = element[attribute: "text:style-name"]
    let isHeading = element.name == "text:h"
    var line = OpenLine(paragraph: OfficeText.Paragraph(sources: [source(element)]))
    line.paragraph.style = styles.name(ofParagraph: style)
    line.paragraph.list = isHeading ? nil : place
    line.paragraph.continued = isHeading ? nil : level
    if isHeading {
      line.paragraph.level = min(
        max(element[attribute: "text:outline-level"].flatMap { Int($0) } ?? 1, 1), 9)
    } else if styles.isTitle(style) {
      line.paragraph.level = 0
    }
    inlines(in: element, styles.look(style, isHeading: line.paragraph.level != nil), &line)
    return [.paragraph(line.paragraph)] + line.boxes
  }

  // Lists

  private mutating func list(_ element: XMLElement, level: Int, style: String?, name: String?)
    -> [OfficeText.Block]
  {
    guard level < 10 else { return blocks(in: element) }
    let style = element[attribute: "text:style-name"] ?? style
    let own = element[attribute: "xml:id"] ?? name ?? "list \(element.index)"
    if level == 0 {
      // One that goes on counts from where another stopped.
      let isContinued = element[attribute: "text:continue-numbering"] == "true"
      let before =
        element[attribute: "text:continue-list"] ?? (isContinued ? lastList[style ?? ""] : nil)
      counts[own] = before.flatMap { counts[$0] } ?? [:]
      lastList[style ?? ""] = own
    }
    var found: [OfficeText.Block] = []
    for item in element.elements where ["text:list-item", "text:list-header"].contains(item.name) {
      var isFirst = item.name == "text:list-item"
      if let start = item[attribute: "text:start-value"].flatMap({ Int($0) }) {
        counts[own, default: [:]][level] = start &- 1
      }
      for child in item.elements {
        switch child.name {
        case "text:list": found += list(child, level: level + 1, style: style, name: own)
        case "text:p", "text:h":
          let place =
            isFirst
            ? self.place(
              style ?? styles.list(ofParagraph: child[attribute: "text:style-name"]), own, level)
            : nil
          found += paragraph(child, place, in: isFirst ? nil : level)
          isFirst = false
        default: found += block(child)
        }
      }
    }
    return found
  }

  private mutating func place(_ style: String?, _ name: String, _ level: Int)
    -> OfficeText.ListPlace
  {
    let own = styles.level(style, level)
    guard let own, !own.isBullet, !own.format.isEmpty else {
      let label = own.map { $0.isBullet ? "" : $0.prefix + $0.suffix } ?? ""
      return OfficeText.ListPlace(list: name, level: level, label: label, number: nil)
    }
    var count = counts[name] ?? [:]
    count[level] = count[level].map { $0 &+ 1 } ?? own.start
    for deeper in level + 1..<11 { count[deeper] = nil }
    counts[name] = count
    let first = max(0, level - own.shown + 1)
    let numbers = (first...level).map { at in
      WordNumbers.word(
        count[at] ?? styles.level(style, at)?.start ?? 1,
        OpenTextReader.format(styles.level(style, at)?.format))
    }
    let isPlain =
      own.format == "1" && numbers.count == 1 && own.prefix.isEmpty
      && [".", ")"].contains(own.suffix)
    return OfficeText.ListPlace(
      list: name, level: level, label: own.prefix + numbers.joined(separator: ".") + own.suffix,
      number: isPlain ? count[level] : nil)
  }

  private static func format(_ format: String?) -> String {
    switch format {
    case "a": "lowerLetter"
    case "A": "upperLetter"
    case "i": "lowerRoman"
    case "I": "upperRoman"
    default: "decimal"
    }
  }

  // Tables

  private mutating func table(_ element: XMLElement) -> OfficeText.Table {
    var table = OfficeText.Table()
    rows(of: element, into: &table)
    return table
  }

  private mutating func rows(
    of element: XMLElement, into table: inout OfficeText.Table
  ) {
    for child in element.elements {
      switch child.name {
      case "table:table-row":
        table.rows.append(cells(of: child))
      case "table:table-header-rows", "table:table-rows", "table:table-row-group":
        rows(of: child, into: &table)
      case "table:title", "table:desc": leave(child, .properties)
      default: break
      }
    }
  }

  private mutating func cells(of row: XMLElement) -> [OfficeText.Cell] {
    var found: [OfficeText.Cell] = []
    for child in row.elements
    where ["table:table-cell", "table:covered-table-cell"].contains(child.name) {
      let isCovered = child.name == "table:covered-table-cell"
      func number(_ name: String) -> Int {
        min(max(child[attribute: name].flatMap { Int($0) } ?? 1, 1), 63)
      }
      // The cells that one covers are there too, and take their columns.
      let inner = blocks(in: child)
      for _ in 0..<number("table:number-columns-repeated") where found.count < 256 {
        var cell = OfficeText.Cell()
        cell.isContinued = isCovered
        found.append(cell)
      }
      guard !found.isEmpty else { continue }
      found[found.count - 1].blocks = inner
      let words = child.descendants("text:p").map(\.text).joined()
      if number("table:number-columns-spanned") > 1 || number("table:number-rows-spanned") > 1,
        !words.isEmpty
      {
        text.doubt(.mergedCells, words)
      }
      if !child.descendants("table:table").isEmpty { text.doubt(.innerTable, words) }
    }
    return found
  }

  // What is left

  mutating func leave(_ element: XMLElement, _ reason: LeftReason) {
    ledger.leave(part, within: element.span, reason)
  }

  private mutating func leaveTheRest() {
    // Styles hold texts of labels and of what is printed at the edges of sheets.
    for child in document.parts[part].tree?.root.elements ?? [] where child.name != "office:body" {
      leave(child, .settings)
    }
    OpenTextReader.leaveParts(of: document, but: part, in: &ledger)
  }

  /// What stands in other parts of a package than the text's.
  static func leaveParts(of document: OfficePackage, but main: Int, in ledger: inout Ledger) {
    let table: [(String, LeftReason)] = [
      ("styles.xml", .headerOrFooter), ("meta.xml", .properties), ("settings.xml", .settings),
      ("manifest", .settings),
      ("Thumbnails/", .preview), ("mimetype", .settings), ("Basic/", .macro), ("Scripts/", .macro),
      ("Configurations2/", .settings),
      ("layout-cache", .settings), ("Fonts/", .font), ("META-INF/", .settings),
      ("ObjectReplacements/", .preview),
      ("Object", .object), ("Pictures/", .repeated), ("Dialogs/", .macro),
    ]
    for (at, content) in document.parts.enumerated() where at != main && ledger.isOpen(at) {
      ledger.leave(at, table.first { content.name.contains($0.0) }?.1 ?? .unknownPart)
    }
  }
}

/// A paragraph that is being read, and what hangs on it.
struct OpenLine {
  var paragraph: OfficeText.Paragraph
  var boxes: [OfficeText.Block] = []
}
