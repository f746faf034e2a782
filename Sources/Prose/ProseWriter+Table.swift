import Hypertext
import Markdown
import Theme

extension ProseWriter {
  /// A table with a caption and the scope of its headers (WCAG 1.3.1).
  mutating func table(_ node: Node, to page: inout PageWriter) {
    let room = TableRoom(node)
    page.openTable(caption: caption(of: node, &page), classes: room.classes)
    let alignments = node.columnAlignments
    let rows = node.children
    let bodyRows = rows.filter { $0.kind != .tableHeader }
    page.html.append(markup: "<thead>\n")
    for row in rows where row.kind == .tableHeader { write(row: row, alignments, room, to: &page) }
    page.html.append(markup: "</thead>\n")
    if !bodyRows.isEmpty {
      page.html.append(markup: "<tbody>\n")
      for row in bodyRows { write(row: row, alignments, room, to: &page) }
      page.html.append(markup: "</tbody>\n")
    }
    page.closeTable()
  }

  private mutating func caption(of table: Node, _ page: inout PageWriter) -> HTML? {
    guard let paragraph = table.previous, BlockMarkup.caption(paragraph) != nil else { return nil }
    let outer = page.html
    page.html = HTML()
    write(caption: paragraph, to: &page)
    defer { page.html = outer }
    return page.html
  }

  private mutating func write(
    row: Node, _ alignments: [Character?], _ room: TableRoom, to page: inout PageWriter
  ) {
    page.html.startLine()
    page.html.append(markup: "<tr>\n")
    for (column, cell) in row.children.enumerated() {
      let markup = BlockMarkup.cell(column, isHeader: row.kind == .tableHeader, alignments)
      page.html.append(markup: Array(markup.opening.utf8.dropLast()))
      if room.isStacked, column > 0, row.kind != .tableHeader, column < room.heads.count {
        page.html.append(markup: " data-voce=\"")
        page.html.append(content: room.heads[column])
        page.html.append(markup: "\"")
      }
      page.html.append(markup: ">\n")
      writeChildren(cell, to: &page)
      page.html.startLine()
      page.html.append(markup: markup.closing.utf8)
      page.html.append(markup: "\n")
    }
    page.html.append(markup: "</tr>\n")
  }
}
