import Checks
import Diagnostics
import Facts
import Hypertext
import Markdown
import Theme

/// Writes the tree of an author's text, once, as CommonMark's HTML with what a page makes of it: headings
/// below the one the text stands under, links that were looked up, tables and pictures that everybody can use.
struct ProseWriter {
  let prose: Prose
  private let reading: TextReading
  /// Links that the author need not write, by the texts that they stand in.
  private let phrases: [Node: [PhraseMark]]
  private var headings: HeadingLevels
  private var links = 0
  /// Where the footnotes of the text stand among the page's notes, by the numbers that cmark gives them: from
  /// 1, in the order they are first referred to.
  private var positions: [Int: Int] = [:]
  private var definitions = 0
  /// The paragraph that a note ends with, and what is put at its end.
  private var lastOfNote: (paragraph: Node, backlink: HTML)?
  /// What is put at the beginning of the next paragraph: the state of a task.
  private var opening: HTML?

  init(
    _ prose: Prose, _ reading: TextReading, _ phrases: [Node: [PhraseMark]],
    underLevel level: Int
  ) {
    self.prose = prose
    self.reading = reading
    self.phrases = phrases
    headings = HeadingLevels(base: level)
  }

  mutating func write(_ node: Node, to page: inout PageWriter) {
    switch node.kind {
    case .paragraph: paragraph(node, to: &page)
    case .heading:
      let level = headings.level(below: node.headingLevel)
      page.openHeading(
        level: level, label: node.plainText, isOfPage: node.parent?.kind == .document)
      writeChildren(node, to: &page)
      page.closeHeading(level: level)
    case .list:
      page.html.startLine()
      page.html.append(markup: BlockMarkup.list(node).opening.utf8)
      writeChildren(node, to: &page)
      page.html.append(markup: BlockMarkup.list(node).closing.utf8)
    case .item: item(node, to: &page)
    case .taskItem:
      opening = task(node, page.state.context.strings)
      item(node, to: &page)
      opening = nil
    case .blockQuote:
      page.html.startLine()
      page.html.append(markup: "<blockquote>\n")
      writeChildren(node, to: &page)
      page.html.startLine()
      page.html.append(markup: "</blockquote>\n")
    case .codeBlock: code(node, to: &page)
    case .thematicBreak:
      page.html.startLine()
      page.html.append(markup: "<hr />\n")
    case .table: table(node, to: &page)
    case .footnoteDefinition: definition(node, to: &page)
    case .htmlBlock, .htmlInline: RawHTML.check(node, prose, &page.state)
    default: writeInline(node, to: &page)
    }
  }

  mutating func writeChildren(_ node: Node, to page: inout PageWriter) {
    var child = node.firstChild
    while let node = child {
      write(node, to: &page)
      child = node.next
    }
  }

  // Blocks

  private mutating func paragraph(_ node: Node, to page: inout PageWriter) {
    if let table = node.next, table.kind == .table, BlockMarkup.caption(node) != nil { return }
    if let pictures = ProseWriter.pictures(of: node) {
      return write(pictures, of: node, to: &page)
    }
    let isTight = node.parent?.parent.map { $0.kind == .list && $0.isTight } ?? false
    if !isTight {
      page.html.startLine()
      page.html.append(markup: "<p>")
    }
    begin(paragraph: &page)
    writeChildren(node, to: &page)
    end(paragraph: node, &page)
    if !isTight { page.html.append(markup: "</p>\n") }
  }

  /// What stands before the first word of a paragraph.
  mutating func begin(paragraph page: inout PageWriter) {
    if let opening { page.html.append(opening) }
    opening = nil
  }

  /// What stands behind its last.
  func end(paragraph node: Node, _ page: inout PageWriter) {
    if let last = lastOfNote, last.paragraph == node { page.html.append(last.backlink) }
  }

  private mutating func item(_ node: Node, to page: inout PageWriter) {
    page.html.startLine()
    page.html.append(markup: "<li>")
    if node.firstChild?.kind != .paragraph { opening = nil }
    writeChildren(node, to: &page)
    page.html.append(markup: "</li>\n")
  }

  /// A task's box as words: a disabled check box tells a reader nothing that text does not.
  private func task(_ node: Node, _ strings: Strings) -> HTML {
    var words = HTML()
    words.append(markup: "<strong class=\"fw-semibold\">")
    words.append(text: strings[node.isChecked ? "task.done" : "task.open"])
    words.append(markup: ":</strong> ")
    return words
  }

  private func code(_ node: Node, to page: inout PageWriter) {
    page.html.startLine()
    let language = node.fenceInfo.prefix { !$0.isWhitespace }
    if language.isEmpty {
      page.html.append(markup: "<pre><code>")
    } else {
      page.html.append(markup: "<pre><code class=\"language-")
      page.html.append(content: String(language))
      page.html.append(markup: "\">")
    }
    node.withLiteral { page.html.append(content: $0) }
    page.html.append(markup: "</code></pre>\n")
  }

  // Notes

  private mutating func definition(_ node: Node, to page: inout PageWriter) {
    definitions += 1
    guard let position = positions[definitions] else { return }
    let outer = page.html
    page.html = HTML()
    let backlink = page.backlink(page.state.notes[position])
    let last = node.children.last
    if let last, last.kind == .paragraph { lastOfNote = (last, backlink) }
    writeChildren(node, to: &page)
    if last?.kind != .paragraph { page.html.append(backlink) }
    lastOfNote = nil
    page.state.notes[position].text = page.html
    page.html = outer
  }

  private mutating func reference(_ node: Node, to page: inout PageWriter) {
    guard let local = Int(node.literal), local >= 1 else { return }
    let position = positions[local] ?? page.state.addNote()
    positions[local] = position
    page.html.append(page.sign(position))
  }

  // Inlines

  private mutating func writeInline(_ node: Node, to page: inout PageWriter) {
    switch node.kind {
    case .text: text(node, to: &page)
    case .softBreak: page.html.append(markup: "\n")
    case .lineBreak: page.html.append(markup: "<br />\n")
    case .code:
      page.html.append(markup: "<code>")
      node.withLiteral { page.html.append(content: $0) }
      page.html.append(markup: "</code>")
    case .emphasis: element("em", node, to: &page)
    case .strong: element("strong", node, to: &page)
    case .strikethrough: element("del", node, to: &page)
    case .link:
      let number = links
      links += 1
      link(
        ProseLink.made(of: node, prose, .init(text: reading, number: number), &page), node,
        to: &page)
    case .image: picture(node, caption: ("<span class=\"d-block small\">", "</span>"), to: &page)
    case .footnoteReference: reference(node, to: &page)
    default: writeChildren(node, to: &page)
    }
  }

  private mutating func element(_ name: String, _ node: Node, to page: inout PageWriter) {
    page.html.open(name)
    writeChildren(node, to: &page)
    page.html.close(name)
  }

  private mutating func link(_ link: ProseLink, _ node: Node, to page: inout PageWriter) {
    page.html.append(link.opening)
    if let words = link.words { page.html.append(content: words) }
    writeChildren(node, to: &page)
    if let distinction = link.distinction {
      page.html.append(markup: "<span class=\"visually-hidden\"> (")
      page.html.append(content: distinction)
      page.html.append(markup: ")</span>")
    }
    if !link.fileNote.isEmpty { page.html.append(content: " (\(link.fileNote))") }
    page.html.append(markup: link.closing.utf8)
    if let note = link.note { page.html.append(note) }
  }

  /// - Parameter start: how many bytes are left out at its beginning.
  private func text(_ node: Node, from start: Int = 0, to page: inout PageWriter) {
    guard start > 0 || phrases[node] != nil else {
      node.withLiteral { page.html.append(content: $0) }
      return
    }
    node.withLiteral { write($0, of: node, from: start, to: &page) }
  }

  /// Writes words with the links that they need not have in the text.
  func write(_ words: Span<UInt8>, of node: Node, from start: Int = 0, to page: inout PageWriter) {
    var written = start
    for mark in phrases[node] ?? [] where mark.place >= start {
      let place = min(mark.place, words.count)
      page.html.append(content: words.extracting(written..<place))
      page.html.append(mark.markup)
      written = place
    }
    page.html.append(content: words.extracting(written..<words.count))
  }

  /// Writes the words of a paragraph that are the caption of the table behind it.
  mutating func write(caption paragraph: Node, to page: inout PageWriter) {
    let mark = BlockMarkup.caption(paragraph) ?? ""
    for (index, node) in paragraph.children.enumerated() {
      if index == 0 {
        let rest = node.literal.utf8.dropFirst(mark.utf8.count).drop { $0 == UInt8(ascii: " ") }
        text(node, from: node.literal.utf8.count - rest.count, to: &page)
      } else {
        write(node, to: &page)
      }
    }
  }
}

/// Moves the headings of one text below the heading it stands under, so that no level is skipped.
struct HeadingLevels {
  private let base: Int
  private var open: [Int] = []

  init(base: Int) { self.base = base }

  /// The level on the page of a heading that the text has at a level of its own.
  mutating func level(below level: Int) -> Int {
    while let last = open.last, last >= level { open.removeLast() }
    open.append(level)
    return min(6, base + open.count)
  }
}
