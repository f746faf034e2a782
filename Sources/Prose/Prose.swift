import Checks
import Diagnostics
import Facts
import Markdown

/// An author's text on its way into a page: parsed by itself, looked at, and written once.
struct Prose {
  let field: EmbeddedText
  private let places: NodePlaces
  private let document: Document

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
    let beyond = document.withRoot { root in
      if joined != nil { SpacedNames.restore(root) }
      if BareAddresses.mayStand(in: field.text) { BareAddresses.cut(root) }
      return Complexity.excess(of: root, readFrom: field.text)
    }
    if let beyond {
      let line = places.start(ofLine: beyond.line)
      state.report(Prose.tooComplex(beyond.excess, at: field, line, state.context))
      return nil
    }
    self.document = document
  }

  /// Looks at the text, and writes it.
  func write(to page: inout PageWriter) {
    document.withRoot { root in
      let nodes = root.preorder()
      NamedCharacters.check(nodes, self, &page.state)
      let reading = ProseReading(field, nodes)
      page.state.read([reading.text])
      let phrases = ProsePhrases.marks(in: reading, &page.state)
      var writer = ProseWriter(self, reading.text, phrases, underLevel: page.state.headingLevel)
      let passages = page.state.passages.count
      writer.write(root, to: &page)
      page.state.gather(reading.text.blocks, after: passages)
    }
  }

  /// The place of a node, narrowed to a text inside it where that is found.
  func place(of node: Node, around needle: String = "") -> SourceRange {
    places.place(of: node, around: needle)
  }

  private static func help(_ excess: Complexity.Excess) -> Phrase {
    switch excess {
    case .bytes, .columns, .nesting, .brackets, .cells:
      Phrase(it: "dividi il testo in più parti", en: "split the text into parts")
    case .definitions:
      Phrase(
        it: "accorcia quegli indirizzi, o scrivili dove servono: `[testo](indirizzo)`",
        en: "shorten those addresses, or write them where they are needed: `[text](address)`")
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
      case .definitions:
        Phrase(
          it:
            "gli indirizzi scritti come `[nome]: indirizzo` sono troppo lunghi per tanti collegamenti",
          en: "the addresses written as `[name]: address` are too long for so many links")
      }
    return Diagnostic(
      .tooComplex, what,
      help: help(excess),
      at: field.range(of: offset..<offset + 1, in: context.sources))
  }
}
