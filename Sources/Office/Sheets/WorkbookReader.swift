/// Reads an Excel workbook (ISO/IEC 29500-1, 18): its cells as a person sees them, and why the rest stays behind.
struct WorkbookReader {
  private(set) var workbook = Workbook()
  private(set) var ledger: Ledger
  private let document: OfficePackage
  private var shared: [(text: String, keys: [Ledger.Key])] = []
  private var formats: [NumberFormat] = []
  private var isFrom1904 = false
  private var sharedPart = -1
  private var usedShared: Set<Int> = []
  /// So many cells no office fills.
  static let mostCells = 2_000_000

  init(_ document: OfficePackage) throws(OfficeFlaw) {
    guard document.kind == .workbook, let main = document.main,
      let root = document.parts[main].tree?.root
    else { throw .unknown }
    self.document = document
    ledger = Ledger(document)
    let relations = document.relations(of: main)
    isFrom1904 = root.first("s:workbookPr")?[attribute: "date1904"].map(Flag.isOn) ?? false
    readShared(relations)
    readFormats(relations)
    var count = 0
    for sheet in root.first("s:sheets")?.all("s:sheet") ?? [] {
      guard let relation = sheet[attribute: "r:id"].flatMap({ relations[$0] }),
        let part = document.place(of: relation.target)
      else { continue }
      let read = self.sheet(
        sheet[attribute: "name"] ?? "", sheet[attribute: "state"] ?? "visible", part)
      count += read.cells.count
      guard count <= WorkbookReader.mostCells else { throw .tooLarge(part: relation.target) }
      workbook.sheets.append(read)
    }
    leaveTheRest(main)
  }

  private mutating func readShared(_ relations: Relations) {
    guard let part = relations.first(ofType: "sharedStrings").flatMap({ document.place(of: $0) }),
      let root = document.parts[part].tree?.root
    else { return }
    sharedPart = part
    shared = root.all("s:si").map { WorkbookReader.text($0, part) }
  }

  /// A text with looks in it is its pieces; what is read above it is no part of it.
  private static func text(_ element: XMLElement, _ part: Int) -> (text: String, keys: [Ledger.Key])
  {
    var (text, keys) = ("", [Ledger.Key]())
    func take(_ element: XMLElement) {
      for case .text(let words, let index) in element.children {
        text += words
        keys.append(Ledger.Key(part, index))
      }
    }
    for child in element.elements {
      if child.name == "s:t" {
        take(child)
      } else if child.name == "s:r" {
        child.all("s:t").forEach(take)
      }
    }
    return (text, keys)
  }

  private mutating func readFormats(_ relations: Relations) {
    guard
      let root = relations.first(ofType: "styles").flatMap({ document.place(of: $0) }).flatMap({
        document.parts[$0].tree?.root
      })
    else { return }
    var codes: [Int: String] = [:]
    for format in root.first("s:numFmts")?.all("s:numFmt") ?? [] {
      if let id = format[attribute: "numFmtId"].flatMap({ Int($0) }) {
        codes[id] = format[attribute: "formatCode"]
      }
    }
    formats = (root.first("s:cellXfs")?.all("s:xf") ?? []).map { style in
      let id = style[attribute: "numFmtId"].flatMap { Int($0) } ?? 0
      return NumberFormat(codes[id] ?? NumberFormat.code(id))
    }
  }

  // Sheets

  private mutating func sheet(_ name: String, _ state: String, _ part: Int) -> Workbook.Sheet {
    var sheet = Workbook.Sheet(name: name, isHidden: state != "visible")
    guard let root = document.parts[part].tree?.root else { return sheet }
    for column in root.first("s:cols")?.all("s:col") ?? []
    where Flag.isOn(column[attribute: "hidden"] ?? "0") {
      let first = column[attribute: "min"].flatMap { Int($0) } ?? 1
      let last = min(column[attribute: "max"].flatMap { Int($0) } ?? first, 16_384)
      if first >= 1, first <= last { sheet.hiddenColumns.formUnion(first - 1..<last) }
    }
    sheet.merged = (root.first("s:mergeCells")?.all("s:mergeCell") ?? []).compactMap {
      $0[attribute: "ref"].flatMap(Workbook.range)
    }
    for row in root.first("s:sheetData")?.all("s:row") ?? [] {
      let number = row[attribute: "r"].flatMap { Int($0) } ?? 0
      if Flag.isOn(row[attribute: "hidden"] ?? "0"), number > 0 {
        sheet.hiddenRows.insert(number - 1)
      }
      for cell in row.all("s:c") {
        if let read = self.cell(cell, part) { sheet.cells.append(read) }
      }
    }
    let relations = document.relations(of: part)
    for relation in relations.all.values where relation.type == "table" {
      guard
        let table = document.place(of: relation.target).flatMap({ document.parts[$0].tree?.root }),
        let range = table[attribute: "ref"].flatMap(Workbook.range)
      else { continue }
      sheet.tables.append(
        (table[attribute: "displayName"] ?? table[attribute: "name"] ?? "", range))
    }
    sheet.tables.sort { $0.name < $1.name }
    return sheet
  }

  private mutating func cell(_ element: XMLElement, _ part: Int) -> Workbook.Cell? {
    guard let place = element[attribute: "r"].flatMap({ Workbook.place($0) }) else { return nil }
    let formula = element.first("s:f")
    if let formula { ledger.leave(part, within: formula.span, .fieldCode) }
    let style = element[attribute: "s"].flatMap { Int($0) } ?? 0
    let format = formats.indices.contains(style) ? formats[style] : NumberFormat("")
    func made(_ value: Workbook.Value, _ shown: String) -> Workbook.Cell {
      Workbook.Cell(
        row: place.row, column: place.column, value: value, shown: shown, isFormula: formula != nil)
    }
    let type = element[attribute: "t"] ?? "n"
    if type == "inlineStr" {
      let (text, keys) = element.first("s:is").map { WorkbookReader.text($0, part) } ?? ("", [])
      for key in keys { ledger.mark(key, .used) }
      return text.isEmpty ? nil : made(.text(text), text)
    }
    guard let value = element.first("s:v") else { return nil }
    let text = value.text
    for case .text(_, let index) in value.children { ledger.mark(Ledger.Key(part, index), .used) }
    switch type {
    case "s":
      guard let index = Int(text), shared.indices.contains(index) else { return nil }
      if usedShared.insert(index).inserted {
        for key in shared[index].keys { ledger.mark(key, .used) }
      }
      return shared[index].text.isEmpty ? nil : made(.text(shared[index].text), shared[index].text)
    case "str": return text.isEmpty ? nil : made(.text(text), text)
    case "b": return made(.flag(text == "1"), text == "1" ? "VERO" : "FALSO")
    case "e": return made(.error(text), text)
    case "d": return made(.date(text), text)
    default:
      if format.isDate, let date = SheetDate(text, isFrom1904: isFrom1904) {
        return made(.date(date.text), date.text)
      }
      return text.isEmpty
        ? nil
        : made(
          .number(ExactNumber(text)?.plain ?? text), format.shown(text, isFrom1904: isFrom1904))
    }
  }

  // What is left

  private mutating func leaveTheRest(_ main: Int) {
    if sharedPart >= 0 { ledger.leave(sharedPart, .repeated) }
    let table: [(String, LeftReason)] = [
      ("docProps/thumbnail", .preview), ("docProps/", .properties), ("/comments", .comment),
      ("/threadedComments", .comment),
      ("/persons", .comment), ("/charts/", .chart), ("/drawings/", .diagram),
      ("/media/", .drawnPicture), ("/embeddings/", .object),
      ("customXml/", .customData), ("vbaProject", .macro), ("/activeX/", .object),
      ("/ctrlProps/", .object),
      ("/pivot", .repeated), ("/tables/", .settings), ("/externalLinks/", .outsideText),
      ("/connections", .outsideText), ("/queryTables/", .outsideText),
      ("_rels/", .outsideText), ("/styles", .settings), ("/theme", .settings),
      ("/printerSettings", .settings), ("/calcChain", .settings),
      ("/metadata", .settings), ("/sharedStrings", .repeated), ("/worksheets/", .headerOrFooter),
      ("/workbook", .settings), ("/slicer", .settings),
      ("/richData", .settings), ("/customProperty", .customData), ("/revisions", .deleted),
    ]
    for (part, content) in document.parts.enumerated() where ledger.isOpen(part) {
      // Of a sheet only what stands in its cells has to be taken; headers and texts of checks stay.
      if let root = content.tree?.root, root.name == "s:worksheet" {
        for child in root.elements where child.name != "s:sheetData" {
          ledger.leave(part, within: child.span, .headerOrFooter)
        }
      } else {
        ledger.leave(part, table.first { content.name.contains($0.0) }?.1 ?? .unknownPart)
      }
    }
  }
}
