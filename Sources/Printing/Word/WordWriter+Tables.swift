extension WordWriter {
  mutating func table(_ element: HTMLElement) {
    let table = WordTable(element)
    guard table.columns > 0 else {
      pending += anchor(element)
      return
    }
    settleMarker()
    let outer = place
    let size = table.letters
    // What is far too wide for the page stands on one that is turned.
    let isTurned = place.isOutermost && table.columns > 5 && table.least(size) > place.room
    if isTurned { endSection(.upright) }
    pending += anchor(element)
    place.look = WordLook()
    let caption = element.children("caption").first { !$0.isLeftOut }
    if let caption {
      pending += anchor(caption)
      if let content = line(caption.children, place.look) {
        paragraph("Caption", content, keepsNext: true)
      }
    } else if isAfterTable {
      // Two tables without anything between them would be one.
      paragraph(nil, "")
    }
    let room = (isTurned ? WordPage.turned.room : place.room) - place.indent
    let widths = table.widths(room, size)
    var rows = ""
    let start = (body, pending)
    for row in table.rows {
      body = ""
      pending = anchor(row.element)
      for cell in row.cells { self.cell(cell, widths, row.isHead, size) }
      // No row without a cell can be written; a row of nothing but cells that go on has those.
      let properties = "<w:trPr><w:cantSplit/>\(row.isHead ? "<w:tblHeader/>" : "")</w:trPr>"
      rows += "<w:tr>\(properties)\(body)</w:tr>\n"
    }
    (body, pending) = start
    let marks = pending
    pending = ""
    body += marks
    body += "<w:tbl>" + properties(table, widths, caption?.words) + rows + "</w:tbl>\n"
    place = outer
    isAfterTable = true
    if isTurned { endSection(.turned) }
  }

  /// Ends the part of the document that stands on one kind of sheet.
  private mutating func endSection(_ page: WordPage) {
    body +=
      "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
      + page.properties(isFirst: sections == 0) + "</w:pPr></w:p>\n"
    sections += 1
    isAfterTable = false
  }

  private func properties(_ table: WordTable, _ widths: [Int], _ caption: String?) -> String {
    let total = widths.reduce(0, +)
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    let title = caption.map { "<w:tblCaption w:val=\"\(WordXML.text($0))\"/>" } ?? ""
    return "<w:tblPr><w:tblStyle w:val=\"FactsTable\"/><w:tblW w:w=\"\(total)\" w:type=\"dxa\"/>"
      + (place.indent > 0 ? "<w:tblInd w:w=\"\(place.indent)\" w:type=\"dxa\"/>" : "")
      + "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"04A0\" w:firstRow=\"\(table.hasHead ? 1 : 0)\" "
      + "w:lastRow=\"0\" w:firstColumn=\"\(table.hasRowHeads ? 1 : 0)\" w:lastColumn=\"0\" w:noHBand=\"1\" "
      + "w:noVBand=\"1\"/>\(title)</w:tblPr><w:tblGrid>\(grid)</w:tblGrid>"
  }

  private mutating func cell(
    _ cell: WordTable.Cell, _ widths: [Int], _ isHead: Bool, _ size: WordTable.Letters
  ) {
    let width = widths[cell.column..<cell.column + cell.span].reduce(0, +)
    body += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
    if cell.span > 1 { body += "<w:gridSpan w:val=\"\(cell.span)\"/>" }
    switch cell.merge {
    case .none: break
    case .begins: body += "<w:vMerge w:val=\"restart\"/>"
    case .goesOn: body += "<w:vMerge/>"
    }
    body += "</w:tcPr>"
    let outer = (place, isAfterTable)
    place = WordPlace()
    place.isInNote = outer.0.isInNote
    place.isInCell = true
    place.style = size.style
    place.room = max(width - 160, 200)
    isAfterTable = false
    let length = body.utf8.count
    for element in cell.elements {
      pending += anchor(element)
      place.look.isBold = isHead || element.name == "th"
      let alignment = element["align"]
      place.alignment =
        element.has(class: "text-end") || alignment == "right"
        ? "right" : element.has(class: "text-center") || alignment == "center" ? "center" : nil
      blocks(element.children)
    }
    // A cell ends with a paragraph, be it empty.
    if body.utf8.count == length || isAfterTable { paragraph(nil, "") }
    (place, isAfterTable) = outer
    body += "</w:tc>"
  }
}
