import Diagnostics
import Markdown

/// An author's text on its way into a page: parsed by itself, checked, and grafted as a tree.
struct Prose {
  let field: EmbeddedText
  private let places: NodePlaces
  private let document: Document
  private let nodes: [(node: Node, depth: Int)]

  /// Nil, with a diagnostic, where the text is beyond what can be worked on.
  init?(_ field: EmbeddedText, _ state: inout PageState) {
    self.field = field
    places = NodePlaces(field, state.context.sources)
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
      let line = places.start(ofLine: deep.node.lines.lowerBound)
      state.report(Prose.tooComplex(.nesting, at: field, line, state.context))
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

  /// The place of a node, narrowed to a text inside it where that is found.
  func place(of node: Node, around needle: String = "") -> SourceRange {
    places.place(of: node, around: needle)
  }

  private static func help(_ excess: Complexity.Excess) -> Phrase {
    switch excess {
    case .bytes, .columns, .nesting, .brackets, .cells:
      Phrase(it: "dividi il testo in più parti", en: "split the text into parts")
    case .rules, .addresses:
      Phrase(
        it: "dividi la riga o il paragrafo: una riga vuota ogni tanto basta",
        en: "split the line or the paragraph: an empty line now and then will do")
    }
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
      case .cells:
        Phrase(
          it:
            "le tabelle hanno più di \(Complexity.maximumCells) celle, contando quelle che mancano",
          en:
            "the tables have more than \(Complexity.maximumCells) cells, those that are missing included"
        )
      case .rules:
        Phrase(
          it: "troppe righe o troppi `|` di seguito sembrano una tabella",
          en: "too many lines or too many `|` in a row look like a table")
      case .addresses:
        Phrase(
          it: "in una riga ci sono troppi indirizzi, o troppe parentesi in un indirizzo",
          en: "there are too many addresses in a line, or too many brackets in an address")
      }
    return Diagnostic(
      .tooComplex, what,
      help: help(excess),
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
