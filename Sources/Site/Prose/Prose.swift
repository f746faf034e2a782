import Diagnostics
import Markdown

/// An author's text on its way into a page: parsed by itself, checked, and grafted as a tree.
struct Prose {
  let field: EmbeddedText
  private let document: Document
  private let nodes: [(node: Node, depth: Int)]

  /// Nil, with a diagnostic, where the text is beyond what can be worked on.
  init?(_ field: EmbeddedText, _ state: inout PageState) {
    self.field = field
    if let (excess, offset) = Complexity.excess(of: field.text) {
      state.report(Prose.tooComplex(excess, at: field, offset, state.context))
      return nil
    }
    let joined = SpacedNames.joined(field, state.context)
    guard let document = Document(joined ?? field.text, dialect: .prose) else { return nil }
    if joined != nil { SpacedNames.restore(document.root) }
    if BareAddresses.mayStand(in: field.text) { BareAddresses.cut(document.root) }
    let nodes = document.root.preorder()
    if let deep = nodes.first(where: { $0.depth > Complexity.maximumNesting }) {
      let lines = LineIndex(String(field.text)).starts
      let line = max(0, min(deep.node.lines.lowerBound, lines.count) - 1)
      state.report(Prose.tooComplex(.nesting, at: field, lines[line], state.context))
      return nil
    }
    self.document = document
    self.nodes = nodes
  }

  /// Runs all passes and moves the text's blocks before a node of the page.
  func graft(before slot: Node, _ state: inout PageState) {
    EntityPass.run(nodes, self, &state)
    let reading = ProseReading(field, nodes)
    state.read([reading.text])
    var links = 0
    var headings = ProseHeadings(base: state.headingLevel)
    var notes: [Node] = []
    var positions: NotePass.Positions = [:]
    var skipDepth: Int?
    let hasTables = TablePass.runAll(in: nodes, &state) { $0.plainText }
    PhrasePass.run(reading, &state)
    for (node, depth) in hasTables ? document.root.preorder() : nodes {
      if let skip = skipDepth {
        if depth > skip { continue }
        skipDepth = nil
      }
      switch node.kind {
      case .heading: headings.place(node, &state)
      case .link:
        LinkPass.run(node, self, LinkPass.Reading(text: reading.text, number: links), &state)
        links += 1
      case .image:
        PicturePass.run(node, self, &state)
        skipDepth = depth
      case .htmlBlock, .htmlInline: RawHTMLPass.run(node, self, &state)
      case .taskItem: TaskPass.run(node, state.context.strings)
      case .footnoteReference: NotePass.reference(node, &positions, &state)
      case .footnoteDefinition: notes.append(node)
      default: break
      }
    }
    NotePass.definitions(notes, positions, &state)
    document.root.moveChildren(before: slot)
  }

  // Places

  /// The place of a node, narrowed to a text inside it where that is found.
  func place(of node: Node, around needle: String = "", _ state: PageState) -> SourceRange {
    let lines = LineIndex(String(field.text))
    // Inlines of some kinds have no position of their own; the block they stand in has.
    var known: Node? = node
    while let candidate = known, candidate.lines.lowerBound == 0 { known = candidate.parent }
    guard let known, known.lines.lowerBound >= 1, known.lines.lowerBound <= lines.starts.count
    else {
      return field.place
    }
    let size = field.text.utf8.count
    let start = min(size, lines.starts[known.lines.lowerBound - 1] + max(0, known.startColumn - 1))
    let lastLine = min(known.lines.upperBound, lines.starts.count)
    var end = min(size, lines.starts[lastLine - 1] + max(1, known.endColumn))
    if end <= start { end = min(size, lines.bytes(ofLine: known.lines.lowerBound - 1).upperBound) }
    if !needle.isEmpty,
      let found = find(Array(needle.utf8), from: start, to: end)
    {
      return field.range(of: found, in: state.context.sources)
    }
    return field.range(of: start..<max(start + 1, end), in: state.context.sources)
  }

  private func find(_ needle: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    let bytes = Array(field.text.utf8)
    guard needle.count <= end - start else { return nil }
    for at in start...(end - needle.count) where bytes[at..<at + needle.count].elementsEqual(needle)
    {
      return at..<at + needle.count
    }
    return nil
  }

  private static func tooComplex(
    _ excess: Complexity.Excess, at field: EmbeddedText, _ offset: Int, _ context: SiteContext
  ) -> Diagnostic {
    let what =
      switch excess {
      case .bytes:
        Phrase(it: "il testo supera 1 MiB", en: "the text is over 1 MiB")
      case .columns:
        Phrase(
          it: "la tabella ha più di \(Complexity.maximumColumns) colonne",
          en: "the table has more than \(Complexity.maximumColumns) columns")
      case .nesting:
        Phrase(
          it: "ci sono più di \(Complexity.maximumNesting) livelli uno dentro l'altro",
          en: "there are more than \(Complexity.maximumNesting) levels inside one another")
      case .brackets:
        Phrase(
          it: "ci sono più di \(Complexity.maximumBrackets) parentesi quadre",
          en: "there are more than \(Complexity.maximumBrackets) square brackets")
      }
    return Diagnostic(
      .tooComplex, what,
      help: Phrase(it: "dividi il testo in più parti", en: "split the text into parts"),
      at: field.range(of: offset..<offset + 1, in: context.sources))
  }
}

/// Moves the headings of one text below the heading it stands under, so that no level is skipped.
struct ProseHeadings {
  private let base: Int
  private var open: [Int] = []

  init(base: Int) { self.base = base }

  mutating func place(_ node: Node, _ state: inout PageState) {
    let level = node.headingLevel
    while let last = open.last, last >= level { open.removeLast() }
    open.append(level)
    Headings.place(node, level: min(6, base + open.count), &state)
  }
}
