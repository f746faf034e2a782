/// Reads a spreadsheet of LibreOffice's (OpenDocument 1.3, part 3, 9): its cells as a person sees them, and why the
/// rest stays behind.
struct OpenSheetReader {
  private(set) var workbook = Workbook()
  private(set) var ledger: Ledger
  private let document: OfficePackage
  private let part: Int
  /// Styles whose tables are not shown.
  private var hiddenStyles: Set<String> = []
  private var count = 0

  init(_ document: OfficePackage) throws(OfficeFlaw) {
    guard document.kind == .openSheet, let main = document.main,
      let root = document.parts[main].tree?.root,
      let body = root.first("office:body", "office:spreadsheet")
    else { throw .unknown }
    (self.document, part) = (document, main)
    ledger = Ledger(document)
    for style in root.first("office:automatic-styles")?.all("style:style") ?? []
    where style.first("style:table-properties")?[attribute: "table:display"] == "false" {
      hiddenStyles.insert(style[attribute: "style:name"] ?? "")
    }
    for table in body.all("table:table") { workbook.sheets.append(try sheet(table)) }
    nameTables(body)
    leaveTheRest(body)
  }

  // Sheets

  /// Where the next row and column stand while a sheet is read.
  private struct Place {
    var row = 0
    var column = 0
  }

  private mutating func sheet(_ table: XMLElement) throws(OfficeFlaw) -> Workbook.Sheet {
    let style = table[attribute: "table:style-name"] ?? ""
    var sheet = Workbook.Sheet(
      name: table[attribute: "table:name"] ?? "", isHidden: hiddenStyles.contains(style))
    var place = Place()
    try read(table, into: &sheet, &place)
    return sheet
  }

  /// Rows and columns may stand in groups and under heads.
  private mutating func read(
    _ element: XMLElement, into sheet: inout Workbook.Sheet, _ place: inout Place
  ) throws(OfficeFlaw) {
    for child in element.elements {
      switch child.name {
      case "table:table-column":
        let count = OpenSheetReader.number(child, "table:number-columns-repeated")
        if OpenSheetReader.isHidden(child), place.column + count <= 16_384 {
          sheet.hiddenColumns.formUnion(place.column..<place.column + count)
        }
        place.column += count
      case "table:table-row":
        try row(child, into: &sheet, &place)
      case "table:table-columns", "table:table-header-columns", "table:table-column-group",
        "table:table-rows", "table:table-header-rows", "table:table-row-group":
        try read(child, into: &sheet, &place)
      default: break
      }
    }
  }

  private mutating func row(
    _ element: XMLElement, into sheet: inout Workbook.Sheet, _ place: inout Place
  ) throws(OfficeFlaw) {
    let times = OpenSheetReader.number(element, "table:number-rows-repeated")
    var cells: [Workbook.Cell] = []
    var column = 0
    for child in element.elements
    where ["table:table-cell", "table:covered-table-cell"].contains(child.name) {
      let repeats = OpenSheetReader.number(child, "table:number-columns-repeated")
      merge(child, place.row, column, &sheet)
      if let cell = cell(child, place.row, column) {
        try take(repeats)
        cells += (0..<repeats).map { cell.moved(to: place.row, column + $0) }
      }
      column = min(column + repeats, 1 << 20)
    }
    if !cells.isEmpty {
      if OpenSheetReader.isHidden(element) { sheet.hiddenRows.insert(place.row) }
      // A row that is there several times is written once.
      try take(cells.count * (times - 1))
      for row in place.row..<place.row + times {
        sheet.cells += cells.map { $0.moved(to: row, $0.column) }
      }
    }
    place.row = min(place.row + times, 1 << 21)
  }

  private mutating func take(_ more: Int) throws(OfficeFlaw) {
    count += more
    guard count <= WorkbookReader.mostCells else {
      throw .tooLarge(part: document.parts[part].name)
    }
  }

  private func merge(
    _ cell: XMLElement, _ row: Int, _ column: Int, _ sheet: inout Workbook.Sheet
  ) {
    let rows = OpenSheetReader.number(cell, "table:number-rows-spanned")
    let columns = OpenSheetReader.number(cell, "table:number-columns-spanned")
    guard rows > 1 || columns > 1 else { return }
    sheet.merged.append(
      Workbook.Range(rows: row...row + rows - 1, columns: column...column + columns - 1))
  }

  /// How often something stands there; what no sheet holds is cut off.
  private static func number(_ element: XMLElement, _ name: String) -> Int {
    min(max(element[attribute: name].flatMap { Int($0) } ?? 1, 1), 1 << 20)
  }

  /// Hidden by hand, or by a filter.
  private static func isHidden(_ element: XMLElement) -> Bool {
    ["collapse", "filter"].contains(element[attribute: "table:visibility"])
  }

  // Cells

  private mutating func cell(
    _ element: XMLElement, _ row: Int, _ column: Int
  ) -> Workbook.Cell? {
    let words = element.all("text:p").map { paragraph in
      var text = ""
      read(paragraph, into: &text)
      return text
    }.joined(separator: "\n")
    for note in element.all("office:annotation") {
      ledger.leave(part, within: note.span, .comment)
    }
    guard !words.isEmpty else { return nil }
    let (value, shown) = OpenSheetReader.value(element, words)
    return Workbook.Cell(
      row: row, column: column, value: value, shown: shown,
      isFormula: element[attribute: "table:formula"] != nil)
  }

  private mutating func read(_ element: XMLElement, into text: inout String) {
    for child in element.children {
      switch child {
      case .text(let words, let index):
        ledger.mark(Ledger.Key(part, index), .used)
        text += words
      case .element(let element):
        switch element.name {
        case "text:s":
          text += String(repeating: " ", count: min(OpenSheetReader.number(element, "text:c"), 64))
        case "text:tab", "text:line-break": text += " "
        case "office:annotation": ledger.leave(part, within: element.span, .comment)
        default: read(element, into: &text)
        }
      }
    }
  }

  private static func value(
    _ element: XMLElement, _ words: String
  ) -> (value: Workbook.Value, shown: String) {
    if element[attribute: "calcext:value-type"] == "error" { return (.error(words), words) }
    switch element[attribute: "office:value-type"] {
    case "float", "percentage", "currency":
      guard let digits = element[attribute: "office:value"], let number = ExactNumber(digits) else {
        return (.text(words), words)
      }
      return (.number(number.plain), ShownNumber(words, of: number)?.italian ?? words)
    case "date":
      // The time of midnight is none.
      let date = (element[attribute: "office:date-value"] ?? words)
      let day = date.hasSuffix("T00:00:00") ? String(date.dropLast(9)) : date
      return (.date(day), day)
    case "boolean":
      let isTrue = element[attribute: "office:boolean-value"] == "true"
      return (.flag(isTrue), isTrue ? "VERO" : "FALSO")
    default: return (.text(words), words)
    }
  }

  // What else there is

  /// Ranges that have names of their own.
  private mutating func nameTables(_ body: XMLElement) {
    for range in body.first("table:database-ranges")?.all("table:database-range") ?? [] {
      guard let name = range[attribute: "table:name"], !name.hasPrefix("__"),
        let address = range[attribute: "table:target-range-address"]
      else { continue }
      let ends = address.replacing("$", with: "").split(separator: ":").map { end in
        end.split(separator: ".").last.map(String.init) ?? ""
      }
      let sheetName = address.replacing("$", with: "").prefix { $0 != "." }.filter { $0 != "'" }
      guard let cells = Workbook.range(ends.joined(separator: ":")),
        let sheet = workbook.sheets.firstIndex(where: { $0.name == sheetName })
      else { continue }
      workbook.sheets[sheet].tables.append((name, cells))
    }
    for sheet in workbook.sheets.indices {
      workbook.sheets[sheet].tables.sort { $0.name < $1.name }
    }
  }

  private mutating func leaveTheRest(_ body: XMLElement) {
    for table in body.all("table:table") {
      for drawn in table.all("table:shapes") { ledger.leave(part, within: drawn.span, .diagram) }
      for child in ["draw:frame", "draw:custom-shape", "draw:g", "draw:control"].flatMap(
        table.descendants)
      {
        ledger.leave(part, within: child.span, .diagram)
      }
      for link in table.descendants("text:a") {
        ledger.leave(part, within: link.span, .outsideText)
      }
    }
    // Rules of what a cell may hold, changes and names of ranges.
    ledger.leave(part, .settings)
    OpenTextReader.leaveParts(of: document, but: part, in: &ledger)
  }
}

extension Workbook.Cell {
  fileprivate func moved(to row: Int, _ column: Int) -> Workbook.Cell {
    Workbook.Cell(row: row, column: column, value: value, shown: shown, isFormula: isFormula)
  }
}
