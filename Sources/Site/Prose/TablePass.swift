import Markdown
import Theme

/// A table with a caption, the scope of its headers, and a region that scrolls on its own and is
/// reached with the keyboard (WCAG 1.3.1, 1.4.10, 2.1.1).
enum TablePass {
  /// A paragraph right before a table that begins so is its caption.
  private static let captionMarks = ["Tabella:", "Table:"]

  /// Converts all tables among some nodes, before their inlines are looked at: cmark's own cells
  /// hold nothing but cmark's own kinds of inlines.
  ///
  /// - Parameter label: the words of a heading.
  /// - Returns: whether there was a table; the nodes are then no longer all there.
  static func runAll(
    in nodes: [(node: Node, depth: Int)], _ state: inout PageState, label: (Node) -> String
  ) -> Bool {
    var heading = state.headingText
    var tables: [(node: Node, heading: String)] = []
    for (node, _) in nodes {
      switch node.kind {
      case .heading: heading = label(node)
      case .table: tables.append((node, heading))
      default: break
      }
    }
    for table in tables { run(table.node, under: table.heading, &state) }
    return !tables.isEmpty
  }

  /// - Parameter heading: what the table stands under, for a caption where the author gave none.
  private static func run(_ table: Node, under heading: String, _ state: inout PageState) {
    state.tables += 1
    let id = state.idPrefix + state.ids.unique("tabella-\(state.tables)")
    guard
      let region = Node.customBlock(
        enter:
          "<div class=\"table-responsive\" role=\"region\" aria-labelledby=\"\(id)\" tabindex=\"0\">",
        exit: "</div>"),
      let whole = Node.customBlock(enter: "<table class=\"table\">", exit: "</table>"),
      let head = Node.customBlock(enter: "<thead>", exit: "</thead>"),
      let body = Node.customBlock(enter: "<tbody>", exit: "</tbody>")
    else { return }
    region.insert(before: table)
    region.append(whole)
    if let caption = caption(of: region, id, heading, state) { whole.append(caption) }
    whole.append(head)
    table.ownTexts()
    let alignments = table.columnAlignments
    for row in table.children {
      let isHeader = row.kind == .tableHeader
      guard let line = Node.customBlock(enter: "<tr>", exit: "</tr>") else { continue }
      (isHeader ? head : body).append(line)
      for (column, cell) in row.children.enumerated() {
        let alignment = column < alignments.count ? alignments[column] : nil
        let isHead = isHeader || column == 0
        let start = isHeader ? "<th scope=\"col\"" : isHead ? "<th scope=\"row\"" : "<td"
        let node = Node.customBlock(
          enter: start + style(alignment) + ">", exit: isHead ? "</th>" : "</td>")
        guard let node else { continue }
        line.append(node)
        cell.moveChildren(to: node)
      }
    }
    if body.firstChild != nil { whole.append(body) } else { body.delete() }
    table.delete()
  }

  private static func style(_ alignment: Character?) -> String {
    switch alignment {
    case "r": " class=\"text-end\""
    case "c": " class=\"text-center\""
    default: ""
    }
  }

  /// The paragraph before the table, or the heading it stands under, for readers who do not see
  /// that it does.
  private static func caption(of region: Node, _ id: String, _ heading: String, _ state: PageState)
    -> Node?
  {
    if let paragraph = region.previous, paragraph.kind == .paragraph,
      let first = paragraph.firstChild, first.kind == .text,
      let mark = captionMarks.first(where: { first.literal.hasPrefix($0) }),
      let caption = Node.customBlock(enter: "<caption id=\"\(id)\">", exit: "</caption>")
    {
      paragraph.ownTexts()
      first.literal = String(first.literal.dropFirst(mark.count).drop { $0 == " " })
      paragraph.moveChildren(to: caption)
      paragraph.delete()
      return caption
    }
    let strings = state.context.strings
    let text = strings.format(
      "page.table", ["n": String(state.tables), "title": heading])
    return Node.customBlock(
      enter: "<caption id=\"\(id)\" class=\"visually-hidden\">\(HTMLText.escaped(text))",
      exit: "</caption>")
  }
}
