import Hypertext
import Markdown

/// Writes the parsed Markdown of a template as steps: fixed HTML with slots between it.
struct PageSteps {
  let text: PageText
  var frames: [[TemplateStep]] = [[]]
  /// The sections that are open, each with the list or table whose items it holds.
  private var open: [(section: TemplateCompiler.EnteredSection, items: Int?)] = []
  var fixed = HTML()
  /// How many lists and tables are open.
  private var depth = 0
  /// Sections of items that end with the item or row that is open.
  var endingItems = 0
  /// Whether what is written is a name, and not markup.
  var isPlain = false
  var (hasWords, hasBlocks) = (false, false)
  private var hasHead = false
  /// The sections that begin in one block and end in another.
  private(set) var torn: [Tag] = []
  /// The first HTML in the text, which no page has.
  private(set) var rawHTML: String?

  init(_ text: PageText) { self.text = text }

  var steps: [TemplateStep] { frames.first ?? [] }

  // Blocks

  mutating func write(_ node: Node) {
    switch node.kind {
    case .document:
      writeChildren(node)
      endFixed()
    case .paragraph: paragraph(node)
    case .heading:
      let label = part(isPlain: true) { $0.writeChildren(node) }
      let content = part { $0.writeChildren(node) }
      add(.heading(level: node.headingLevel, label: label, content: content))
    case .thematicBreak:
      if hasHead {
        line()
        fixed.append(markup: "<hr />\n")
      } else {
        hasHead = true
        add(.headEnd)
      }
    case .list: list(node)
    case .blockQuote:
      line()
      fixed.append(markup: "<blockquote>\n")
      writeChildren(node)
      line()
      fixed.append(markup: "</blockquote>\n")
    case .codeBlock:
      line()
      fixed.append(markup: "<pre><code>")
      write(node.literal, .content)
      fixed.append(markup: "</code></pre>\n")
    case .table: table(node)
    case .htmlBlock, .htmlInline:
      // A comment is a note of the theme's author to themselves.
      let html = node.literal
      if !html.drop(while: \.isWhitespace).hasPrefix("<!--") { rawHTML = rawHTML ?? html }
    default: writeInline(node)
    }
  }

  mutating func writeChildren(_ node: Node) {
    var child = node.firstChild
    while let node = child {
      write(node)
      child = node.next
    }
  }

  private mutating func paragraph(_ node: Node) {
    if let table = node.next, table.kind == .table, BlockMarkup.caption(node) != nil { return }
    let before = (hasWords, hasBlocks)
    (hasWords, hasBlocks) = (false, false)
    let inner = part { $0.writeChildren(node) }
    let isBlock = hasBlocks && !hasWords
    (hasWords, hasBlocks) = (before.0 || !isBlock, before.1 || hasBlocks)
    if isBlock {
      line()
      for step in inner { add(step) }
      line()
    } else if isTight(node) {
      for step in inner { add(step) }
    } else if !inner.isEmpty {
      add(
        .group(
          opening: HTML(bytes: Array("<p>".utf8)), inner,
          closing: HTML(bytes: Array("</p>\n".utf8))))
    }
  }

  private func isTight(_ paragraph: Node) -> Bool {
    guard let list = paragraph.parent?.parent, list.kind == .list else { return false }
    return list.isTight
  }

  private mutating func list(_ node: Node) {
    let markup = BlockMarkup.list(node)
    let items = part { steps in
      steps.depth += 1
      for item in node.children { steps.item(item) }
      steps.depth -= 1
    }
    add(
      .group(
        opening: HTML(bytes: Array(markup.opening.utf8)), items,
        closing: HTML(bytes: Array(markup.closing.utf8))))
  }

  private mutating func item(_ node: Node) {
    openItems(in: node)
    line()
    fixed.append(markup: "<li>")
    writeChildren(node)
    fixed.append(markup: "</li>\n")
    closeItems()
  }

  private mutating func table(_ node: Node) {
    var caption: [TemplateStep]?
    if let paragraph = node.previous, paragraph.kind == .paragraph,
      BlockMarkup.caption(paragraph) != nil
    {
      caption = part { $0.write(caption: paragraph) }
    }
    let rows = part { steps in
      steps.depth += 1
      let alignments = node.columnAlignments
      for row in node.children where row.kind == .tableHeader {
        steps.fixed.append(markup: "<thead>\n")
        steps.row(row, alignments)
        steps.line()
        steps.fixed.append(markup: "</thead>\n")
      }
      let body = steps.part { steps in
        for row in node.children where row.kind != .tableHeader { steps.row(row, alignments) }
      }
      if !body.isEmpty {
        steps.add(
          .group(
            opening: HTML(bytes: Array("<tbody>\n".utf8)), body,
            closing: HTML(bytes: Array("</tbody>\n".utf8))))
      }
      steps.depth -= 1
    }
    add(.table(caption: caption, rows: rows))
  }

  private mutating func row(_ node: Node, _ alignments: [Character?]) {
    openItems(in: node)
    line()
    fixed.append(markup: "<tr>\n")
    for (column, cell) in node.children.enumerated() {
      let markup = BlockMarkup.cell(
        column, isHeader: node.kind == .tableHeader, alignments)
      line()
      fixed.append(markup: markup.opening.utf8)
      fixed.append(markup: "\n")
      writeChildren(cell)
      line()
      fixed.append(markup: markup.closing.utf8)
      fixed.append(markup: "\n")
    }
    line()
    fixed.append(markup: "</tr>\n")
    closeItems()
  }

  private mutating func write(caption paragraph: Node) {
    let mark = BlockMarkup.caption(paragraph) ?? ""
    for (index, node) in paragraph.children.enumerated() {
      if index == 0 {
        write(String(node.literal.dropFirst(mark.count).drop { $0 == " " }), .content)
      } else {
        write(node)
      }
    }
  }

  // Sections

  mutating func begin(_ section: TemplateCompiler.EnteredSection, items: Int?) {
    endFixed()
    open.append((section, items))
    frames.append([])
  }

  mutating func close() {
    guard frames.count > 1, let last = open.popLast() else { return }
    endFixed()
    let inner = frames.removeLast()
    frames[frames.count - 1] += last.section.steps(inner)
  }

  /// Opens the sections that begin with an item or a row, before it.
  private mutating func openItems(in item: Node) {
    guard let words = item.firstText else { return }
    for part in text.parts(of: words.literal) {
      guard case .mark(.openItems(let section)) = part else { return }
      begin(section, items: depth)
    }
  }

  /// Closes the sections that end with an item or a row, behind it.
  private mutating func closeItems() {
    while endingItems > 0, let last = open.last, last.items == depth {
      close()
      endingItems -= 1
    }
  }

  // Steps

  /// Some steps by themselves; sections that are open at their end are torn.
  mutating func part(
    isPlain: Bool = false, _ write: (inout PageSteps) -> Void
  ) -> [TemplateStep] {
    endFixed()
    let before = (self.isPlain, frames, open)
    self.isPlain = before.0 || isPlain
    (frames, open) = ([[]], [])
    write(&self)
    while let last = open.last {
      torn.append(last.section.opening)
      close()
    }
    endFixed()
    let steps = frames[0]
    (self.isPlain, frames, open) = before
    return steps
  }

  mutating func add(_ step: TemplateStep) {
    endFixed()
    frames[frames.count - 1].append(step)
  }

  private mutating func line() {
    if fixed.bytes.last == 0x0A { return }
    add(.line)
  }

  private mutating func endFixed() {
    guard !fixed.isEmpty || !fixed.seams.isEmpty else { return }
    frames[frames.count - 1].append(.fixed(fixed))
    fixed = HTML()
  }
}

extension Node {
  /// The first text below a node.
  fileprivate var firstText: Node? {
    var node = firstChild
    while let known = node, known.kind != .text { node = known.firstChild }
    return node
  }
}
