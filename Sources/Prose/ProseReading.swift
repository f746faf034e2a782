package import Checks
package import Diagnostics
package import Markdown

/// What a text says in words, and the nodes that say it.
package struct ProseReading {
  package let text: TextReading
  /// For each block the nodes of its pieces, in their order.
  package let nodes: [[Node]]

  /// - Parameter tree: the nodes of a document in preorder, before any pass has changed them.
  package init(_ field: EmbeddedText, _ tree: [(node: Node, depth: Int)]) {
    var blocks: [Block] = []
    var nodes: [[Node]] = []
    var at = 0
    var cells = CellCounter()
    while at < tree.count {
      let (node, depth) = tree[at]
      let start = at + 1
      let cell = cells.count(node.kind)
      guard let kind = ProseReading.kind(of: node) else {
        at += 1
        continue
      }
      at = start
      while at < tree.count, tree[at].depth > depth { at += 1 }
      var words = Words()
      words.read(tree[start..<at])
      guard !words.text.isEmpty || !words.links.isEmpty else { continue }
      blocks.append(
        Block(
          kind: kind, text: words.text, pieces: words.pieces, links: words.links,
          pictures: words.pictures, spans: words.spans, lines: ProseReading.lines(of: node),
          cell: cell))
      nodes.append(words.nodes)
      for (picture, caption) in words.captions {
        blocks.append(
          Block(
            kind: .paragraph, text: Array(caption.utf8),
            pieces: [Block.Piece(start: 0, kind: .text)], links: [],
            lines: ProseReading.lines(of: node)))
        nodes.append([picture])
      }
    }
    text = TextReading(
      field: field, blocks: blocks, outline: Outline(parts: tree.compactMap(ProseReading.part)))
    self.nodes = nodes
  }

  private static func kind(of node: Node) -> Block.Kind? {
    switch node.kind {
    case .paragraph:
      switch node.parent?.kind {
      case .item, .taskItem: .item
      default: .paragraph
      }
    case .heading: .heading(node.headingLevel)
    case .tableCell: .cell
    default: nil
    }
  }

  /// cmark does not know where a paragraph is that a table follows without an empty line, but where both are.
  private static func lines(of node: Node) -> ClosedRange<Int> {
    guard node.lines.lowerBound == 0, let table = node.next, table.kind == .table else {
      return node.lines
    }
    return table.lines
  }

  private static func part(of node: Node, depth: Int) -> Outline.Part? {
    let kind: Outline.Part.Kind
    switch node.kind {
    case .paragraph: kind = .paragraph
    case .heading: kind = .heading(node.headingLevel)
    case .codeBlock: kind = .code
    case .thematicBreak: kind = .rule
    case .table: kind = .table(columns: node.columnAlignments.count)
    case .tableHeader: kind = .row(isHeader: true)
    case .tableRow: kind = .row(isHeader: false)
    case .blockQuote: kind = .quote
    case .list: kind = .list(start: node.listStart)
    case .item, .taskItem: kind = .item
    case .footnoteDefinition: kind = .note
    case .htmlBlock: kind = .html
    default: return nil
    }
    return Outline.Part(kind: kind, depth: depth, lines: node.lines, column: node.startColumn)
  }

  /// Numbers the cells of the tables of a field, as they are met.
  private struct CellCounter {
    private var table = -1
    private var row = -1
    private var column = -1

    mutating func count(_ kind: NodeKind) -> Block.Cell? {
      switch kind {
      case .table: (table, row) = (table + 1, -1)
      case .tableHeader, .tableRow: (row, column) = (row + 1, -1)
      case .tableCell:
        column += 1
        return Block.Cell(table: table, row: row, column: column)
      default: break
      }
      return nil
    }
  }

  /// The inlines of one block, made flat.
  private struct Words {
    var text: [UInt8] = []
    var pieces: [Block.Piece] = []
    var nodes: [Node] = []
    var links: [Block.Link] = []
    var pictures: [Block.Picture] = []
    var captions: [(picture: Node, text: String)] = []
    var spans: [Block.Span] = []
    private var openSpans: [(depth: Int, start: Int, kind: Block.Span.Kind)] = []
    private var open: [(depth: Int, node: Node, link: Block.Link)] = []

    mutating func read(_ inlines: ArraySlice<(node: Node, depth: Int)>) {
      text.reserveCapacity(256)
      var skipDepth: Int?
      for (node, depth) in inlines {
        close(downTo: depth)
        if let skip = skipDepth {
          if depth > skip { continue }
          skipDepth = nil
        }
        switch node.kind {
        case .text:
          piece(.text, node)
          node.appendLiteral(to: &text)
        case .code:
          piece(.code, node)
          node.appendLiteral(to: &text)
        case .softBreak, .lineBreak:
          piece(.space, node)
          text.append(0x20)
        case .link:
          let link = Block.Link(
            number: links.count, range: text.count..<text.count, address: node.address)
          open.append((depth, node, link))
          // Its place is kept, so that links stand in the order in which they begin.
          links.append(link)
        case .image:
          let caption = ProsePicture.caption(of: node)
          pictures.append(
            Block.Picture(
              at: text.count, alternative: node.plainText, caption: caption,
              address: node.address))
          if !caption.isEmpty { captions.append((node, caption)) }
          object(node)
          skipDepth = depth
        case .footnoteReference: object(node)
        case .emphasis: openSpans.append((depth, text.count, .emphasis))
        case .strong: openSpans.append((depth, text.count, .strong))
        case .strikethrough: openSpans.append((depth, text.count, .strikethrough))
        default: break
        }
      }
      close(downTo: 0)
    }

    /// What is no text and stands among the words: a character of its own, so that nothing is read
    /// across it.
    private mutating func object(_ node: Node) {
      piece(.object, node)
      text += "\u{FFFC}".utf8
    }

    private mutating func piece(_ kind: Block.Piece.Kind, _ node: Node) {
      pieces.append(Block.Piece(start: text.count, kind: kind))
      nodes.append(node)
    }

    private mutating func close(downTo depth: Int) {
      while let last = openSpans.last, last.depth >= depth {
        openSpans.removeLast()
        spans.append(Block.Span(kind: last.kind, range: last.start..<text.count))
      }
      while let last = open.last, last.depth >= depth {
        open.removeLast()
        let (number, start) = (last.link.number, last.link.range.lowerBound)
        links[number] = Block.Link(
          number: number, range: start..<text.count, address: last.link.address)
        piece(.linkEnd(number), last.node)
      }
    }
  }
}
