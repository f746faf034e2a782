import Diagnostics
import Office

/// Sees that what was written is what the document says: the same words and signs, in the same order, in the same cells.
struct Proof {
  let sources: SourceTexts
  let notes: [[OfficeText.Block]]
  /// The parts whose pictures stand in words.
  var unshown: Set<String> = []
  /// Paragraphs that were compared.
  private(set) var seen: Set<OfficeText.Source> = []
  /// Descriptions that were written with their pictures.
  private var described: [String] = []

  init(_ document: TextDocument) { (sources, notes) = (document.sources, document.text.notes) }

  /// Where two texts part.
  struct Flaw: ExplainedError {
    let message: Phrase
    var help: Phrase? {
      Phrase(
        it:
          "non ho scritto niente: è un errore del programma; copia il testo a mano, e manda il documento a chi lo cura",
        en:
          "nothing was written: it is a fault of the program; copy the text by hand, and send the document to whoever mends it"
      )
    }
  }

  mutating func check(_ field: String, _ blocks: [OfficeText.Block], written: String) throws(Flaw) {
    var walk = Expectation(sources: sources, notes: notes, unshown: unshown)
    walk.take(blocks)
    walk.takeNotes()
    seen.formUnion(walk.seen)
    let read = MarkdownReading.pieces(written)
    try compare(field, walk.pieces, read.pieces)
    for description in read.descriptions + walk.described {
      described.append(Proof.plain(description))
    }
  }

  mutating func check(_ field: String, line paragraphs: [OfficeText.Paragraph], written: String)
    throws(Flaw)
  {
    var wanted: [Piece] = []
    for source in paragraphs.flatMap(\.sources) {
      wanted += Piece.all(in: sources.text(of: source))
      seen.insert(source)
    }
    try compare(field, wanted, Piece.all(in: written))
  }

  private func compare(_ field: String, _ wanted: [Piece], _ read: [Piece]) throws(Flaw) {
    guard wanted != read else { return }
    let place =
      zip(wanted, read).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(wanted.count, read.count)
    func words(_ pieces: [Piece]) -> String {
      let around = pieces[max(0, min(place, pieces.count) - 4)..<min(place + 6, pieces.count)]
      return around.map(\.text).joined(separator: " ")
    }
    throw Flaw(
      message: Phrase(
        it: "`\(field)`: nel documento c'è «\(words(wanted))», nel testo scritto «\(words(read))»",
        en:
          "`\(field)`: the document has «\(words(wanted))», the text that was written «\(words(read))»"
      ))
  }

  /// Sees that nothing that was taken over was written nowhere.
  ///
  /// - Parameter left: paragraphs that stay behind for a reason.
  func close(_ left: Set<OfficeText.Source>) throws(Flaw) {
    for source in sources.sources where !seen.contains(source) && !left.contains(source) {
      let text = sources.text(of: source)
      let descriptions = sources.descriptions(at: source)
      let isDescribed = descriptions.allSatisfy { words in
        described.contains { $0.contains(Proof.plain(words)) }
      }
      guard text.allSatisfy(\.isWhitespace), descriptions.isEmpty || isDescribed else {
        let words = text.allSatisfy(\.isWhitespace) ? descriptions.joined(separator: ". ") : text
        throw Flaw(
          message: Phrase(
            it: "non è scritto da nessuna parte: «\(words.prefix(80))»",
            en: "it is written nowhere: «\(words.prefix(80))»"))
      }
    }
  }

  private static func plain(_ text: String) -> String {
    Piece.all(in: text).map(\.text).joined(separator: " ")
  }
}

/// The pieces that a text must have, from the document's own paragraphs.
private struct Expectation {
  let sources: SourceTexts
  let notes: [[OfficeText.Block]]
  var pieces: [Piece] = []
  var seen: Set<OfficeText.Source> = []
  /// What stands in words in the place of a picture.
  var described: [String] = []
  private let unshown: Set<String>
  private var referred: [Int] = []

  init(sources: SourceTexts, notes: [[OfficeText.Block]], unshown: Set<String>) {
    (self.sources, self.notes, self.unshown) = (sources, notes, unshown)
  }

  mutating func take(_ blocks: [OfficeText.Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): take(paragraph, inCell: false)
      case .table(let table): take(table)
      }
    }
  }

  /// Notes stand at the end, in the order in which they are referred to.
  mutating func takeNotes() {
    var next = 0
    while next < referred.count {
      take(notes[referred[next]])
      next += 1
    }
  }

  private mutating func take(_ paragraph: OfficeText.Paragraph, inCell: Bool) {
    var words: [Piece] = []
    for source in paragraph.sources {
      seen.insert(source)
      words += Piece.all(in: sources.text(of: source))
      // What is described and not shown stands as words.
      if sources.text(of: source).isEmpty {
        words += sources.descriptions(at: source).flatMap { Piece.all(in: $0) }
      }
    }
    for case .picture(let picture) in paragraph.runs where unshown.contains(picture.part) {
      words += Piece.all(in: picture.description)
      described.append(picture.description)
    }
    for case .note(let number) in paragraph.runs where !referred.contains(number) {
      referred.append(number)
    }
    guard !words.isEmpty || Expectation.hasMore(paragraph) else { return }
    if let place = paragraph.list, paragraph.level == nil {
      if let number = place.number, !inCell {
        pieces.append(.number(number))
      } else {
        pieces += Piece.all(in: place.label)
      }
    }
    pieces += words
  }

  /// Whether a paragraph without words is written all the same: for a picture, or the reference to a note.
  private static func hasMore(_ paragraph: OfficeText.Paragraph) -> Bool {
    paragraph.runs.contains {
      switch $0 {
      case .picture, .note: true
      case .text, .lineBreak: false
      }
    }
  }

  private mutating func take(_ table: OfficeText.Table) {
    let grid = table.grid
    guard grid.map(\.count).max() ?? 0 > 1 else {
      return take(table.rows.flatMap { $0.flatMap(\.blocks) })
    }
    for cell in table.rows.joined() {
      let parts = self.parts(of: cell.blocks)
      guard !parts.isEmpty else { continue }
      let words = Array(parts.joined(separator: [.sign(";")]))
      if !words.isEmpty, let place = place(of: cell.blocks, outer: 0) {
        pieces.append(.cell(place.row, place.column))
      }
      pieces += words
    }
  }

  /// What stands in a cell, of which Markdown has one line: paragraph by paragraph.
  private mutating func parts(of blocks: [OfficeText.Block]) -> [[Piece]] {
    blocks.flatMap { block -> [[Piece]] in
      switch block {
      case .paragraph(let paragraph):
        let before = pieces
        pieces = []
        take(paragraph, inCell: true)
        defer { pieces = before }
        return pieces.isEmpty && !Expectation.hasMore(paragraph) ? [] : [pieces]
      case .table(let inner): return inner.rows.joined().flatMap { parts(of: $0.blocks) }
      }
    }
  }

  /// The cell's place, as the document's markup has it.
  ///
  /// - Parameter outer: how many tables stand around the blocks within that of the cell.
  private func place(
    of blocks: [OfficeText.Block], outer: Int
  ) -> (row: Int, column: Int)? {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        for source in paragraph.sources {
          if let place = sources.cell(of: source, outer: outer) { return place }
        }
      case .table(let inner):
        for cell in inner.rows.joined() {
          if let place = place(of: cell.blocks, outer: outer + 1) { return place }
        }
      }
    }
    return nil
  }
}
