import Diagnostics
import Markdown
import Theme

/// A page's content: its template expanded, parsed once, and its values put into the tree.
struct PageTree {
  private let expansion: MarkdownExpansion
  private let view: View

  /// The HTML of a page's content: its head, down to the line `---` of its template, and the rest.
  static func render(
    template: String, _ view: View, _ state: inout PageState
  ) -> (head: [UInt8], body: [UInt8]) {
    let expansion = state.context.theme.expand(page: template, view)
    guard let document = Document(expansion.source[...], dialect: .template) else {
      return ([], [])
    }
    let root = document.root
    state.makesSections = true
    PageTree(expansion: expansion, view: view).fill(root, &state)
    NotePass.finish(in: root, &state)
    Sections.make(in: root, state)
    state.settleFragments()
    let html = document.html()
    guard let mark = html.firstIndex(ofMark: PageTree.headEnd, from: 0) else { return ([], html) }
    return (Array(html[..<mark]), Array(html[(mark + PageTree.headEnd.count)...]))
  }

  /// What stands in a page's tree where its head ends.
  private static let headEnd = Array("<!--[head]-->\n".utf8)

  /// An author's text by itself, for a fragment that pages take in as HTML.
  ///
  /// - Parameter settlesFragments: whether `#…` links must lead to a place in this very text.
  static func render(
    _ field: EmbeddedText, underLevel level: Int, _ state: inout PageState,
    settlesFragments: Bool = true
  ) -> [UInt8] {
    guard let prose = Prose(field, &state), let document = Document("", dialect: .template),
      let end = Node.customBlock(enter: "")
    else { return [] }
    document.root.append(end)
    state.headingLevel = level
    prose.graft(before: end, &state)
    end.delete()
    NotePass.finish(in: document.root, &state)
    if settlesFragments { state.settleFragments() }
    return document.html()
  }

  private func fill(_ root: Node, _ state: inout PageState) {
    var skipDepth: Int?
    var nodes = root.preorder()
    if TablePass.runAll(in: nodes, &state, label: { text(of: $0.plainText) }) {
      nodes = root.preorder()
    }
    for (node, depth) in nodes {
      if let skip = skipDepth {
        if depth > skip { continue }
        skipDepth = nil
      }
      switch node.kind {
      case .paragraph:
        guard let slot = onlySlot(of: node), put(slot, inPlaceOf: node, &state) else { continue }
        skipDepth = depth
      case .thematicBreak:
        if let mark = Node.customBlock(enter: PageTree.headEnd.dropLast()) { node.become(mark) }
      case .heading:
        putText(inHeading: node)
        state.headingLevel = node.headingLevel
        Headings.place(node, level: node.headingLevel, &state)
      case .text, .code:
        if node.literalContains(Sentinel.leadByte) { putInline(node, state) }
      case .link, .image:
        if node.addressContains(Sentinel.leadByte) { node.address = text(of: node.address) }
      default: break
      }
    }
  }

  // Blocks

  /// The slot that a paragraph consists of.
  private func onlySlot(of paragraph: Node) -> Slot? {
    guard let only = paragraph.firstChild, only.next == nil, only.kind == .text,
      only.literalContains(Sentinel.leadByte)
    else { return nil }
    let parts = Marks.split(only.literal)
    guard parts.count == 1, case .mark(let number) = parts[0] else { return nil }
    return slot(number)
  }

  /// Puts a block in place of its paragraph; false for a value that is text, which stays in one.
  private func put(_ slot: Slot, inPlaceOf paragraph: Node, _ state: inout PageState) -> Bool {
    if case .value(let path) = slot {
      switch view[path] {
      case .prose(let field):
        if let prose = Prose(field, &state) { prose.graft(before: paragraph, &state) }
        paragraph.delete()
        return true
      case .text: return false
      default: break
      }
    }
    var html: [UInt8] = []
    state.context.theme.append(slot, of: view, to: &html)
    if !html.isEmpty, let block = Node.customBlock(enter: html) {
      block.insert(before: paragraph)
    }
    paragraph.delete()
    return true
  }

  // Inlines

  private func slot(_ number: Int) -> Slot? {
    expansion.slots.indices.contains(number) ? expansion.slots[number] : nil
  }

  private func putText(inHeading heading: Node) {
    for (node, _) in heading.preorder() where node.kind == .text || node.kind == .code {
      if node.literalContains(Sentinel.leadByte) { node.literal = text(of: node.literal) }
    }
  }

  /// Text values become part of the text; HTML stands beside it.
  private func putInline(_ node: Node, _ state: PageState) {
    let parts = Marks.split(node.literal)
    let isPlain = parts.allSatisfy { part in
      guard case .mark(let number) = part, let slot = slot(number) else { return true }
      if case .value(let path) = slot, case .text = view[path] { return true }
      return false
    }
    if isPlain || node.kind == .code {
      node.literal = text(of: node.literal)
      return
    }
    for part in parts {
      switch part {
      case .text(let text): Node.text(text)?.insert(before: node)
      case .mark(let number):
        guard let slot = slot(number) else { continue }
        if case .value(let path) = slot, case .text(let text) = view[path] {
          Node.text(text)?.insert(before: node)
        } else {
          // Prose inside a line of text is refused when the theme is read.
          var html: [UInt8] = []
          state.context.theme.append(slot, of: view, to: &html)
          Node.customInline(enter: html)?.insert(before: node)
        }
      }
    }
    node.delete()
  }

  private func text(of marked: String) -> String {
    var result = ""
    for part in Marks.split(marked) {
      switch part {
      case .text(let text): result += text
      case .mark(let number):
        if case .value(let path) = slot(number), case .text(let text) = view[path] {
          result += text
        }
      }
    }
    return result
  }
}

/// The numbered marks in a text of an expanded template.
private enum Marks {
  enum Part {
    case text(String)
    case mark(Int)
  }

  static func split(_ text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.unicodeScalars.firstIndex(of: Sentinel.open) {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let after = rest.unicodeScalars.index(after: open)
      guard let close = rest[after...].unicodeScalars.firstIndex(of: Sentinel.close) else {
        return parts
      }
      if let number = Int(rest[after..<close]) { parts.append(.mark(number)) }
      rest = rest[rest.unicodeScalars.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return parts
  }
}
