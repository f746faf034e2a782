import Testing

@testable import Intake
@testable import Office

/// What is lost, doubled, moved or read as something else is noticed, wherever it is.
@Suite struct ProofTests {
  private static func written(_ document: TextDocument, _ blocks: [OfficeText.Block]? = nil)
    -> String
  {
    var writer = MarkdownText(topLevel: 2, notes: document.text.notes) { $0.part }
    return writer.text(blocks ?? document.text.blocks)
  }

  private static func isNoticed(
    _ document: TextDocument, _ blocks: [OfficeText.Block]?, _ markdown: String
  ) -> Bool {
    var proof = Proof(document)
    do {
      try proof.check("testo", blocks ?? document.text.blocks, written: markdown)
      try proof.close([])
      return false
    } catch { return true }
  }

  @Test(arguments: WordCase.all) func `words that are lost, doubled and moved`(sample: WordCase)
    throws
  {
    let document = try TextDocument(OfficePackage(sample.sample.bytes))
    let markdown = ProofTests.written(document)
    let words = markdown.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let pieces = MarkdownReading.pieces(markdown).pieces
    for place in words.indices {
      var lost = words
      let word = lost.remove(at: place)
      var doubled = words
      doubled.insert(word, at: place)
      var moved = words
      if place + 1 < words.count { moved.swapAt(place, place + 1) }
      for mutant in [lost, doubled, moved].map({ $0.joined(separator: " ") }) {
        // A mutant that is read as the same is none.
        guard MarkdownReading.pieces(mutant).pieces != pieces else { continue }
        #expect(ProofTests.isNoticed(document, nil, mutant), "\(mutant)")
      }
    }
  }

  @Test(arguments: WordCase.texts) func `signs that are not escaped`(sample: WordCase) throws {
    let document = try TextDocument(OfficePackage(sample.sample.bytes))
    let markdown = ProofTests.written(document)
    let pieces = MarkdownReading.pieces(markdown).pieces
    for place in markdown.indices where markdown[place] == "\\" {
      var mutant = markdown
      mutant.remove(at: place)
      guard MarkdownReading.pieces(mutant).pieces != pieces else { continue }
      #expect(ProofTests.isNoticed(document, nil, mutant), "\(mutant)")
    }
  }

  @Test(arguments: WordCase.all) func `a paragraph that the reader forgets`(sample: WordCase) throws
  {
    let document = try TextDocument(OfficePackage(sample.sample.bytes))
    for place in document.text.blocks.indices {
      guard case .paragraph(let paragraph) = document.text.blocks[place], !paragraph.text.isEmpty
      else { continue }
      var blocks = document.text.blocks
      blocks.remove(at: place)
      #expect(ProofTests.isNoticed(document, blocks, ProofTests.written(document, blocks)))
      // And one that it takes twice.
      blocks = document.text.blocks
      blocks.insert(blocks[place], at: place)
      #expect(
        ProofTests.isNoticed(document, document.text.blocks, ProofTests.written(document, blocks)))
    }
  }

  @Test func `cells that change their columns`() throws {
    for sample in WordCase.tables {
      let document = try TextDocument(OfficePackage(sample.sample.bytes))
      for place in document.text.blocks.indices {
        guard case .table(let table) = document.text.blocks[place], table.grid[0].count > 1 else {
          continue
        }
        for row in table.rows.indices {
          var other = table
          other.rows[row].reverse()
          var blocks = document.text.blocks
          blocks[place] = .table(other)
          let markdown = ProofTests.written(document, blocks)
          guard markdown != ProofTests.written(document) else { continue }
          #expect(ProofTests.isNoticed(document, blocks, markdown), "\(markdown)")
          // A cell that goes on from above and is left out shifts those behind it.
          other = table
          other.rows[row].removeAll { $0.isContinued }
          guard other.rows[row].count < table.rows[row].count else { continue }
          blocks[place] = .table(other)
          #expect(ProofTests.isNoticed(document, blocks, ProofTests.written(document, blocks)))
        }
      }
    }
  }

  @Test func `text that was deleted is never taken over`() throws {
    for sample in WordCase.revisions {
      let package = try OfficePackage(sample.sample.bytes)
      var ledger = Ledger(package)
      for (part, content) in package.parts.enumerated() {
        for index in content.tree?.nodes.indices ?? 0..<0 {
          ledger.mark(Ledger.Key(part, index), .used)
        }
      }
      let hasDeleted = ledger.entries.contains(where: \.isDeleted)
      #expect(ledger.faults.contains { $0.isDeleted && $0.fate == .used } == hasDeleted)
    }
  }

  @Test func `documents with broken markup trap nothing`() throws {
    var random = SplitMix(state: 20)
    let pieces = [
      "<w:p>", "</w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:r>", "<w:t>x</w:t>",
      "<w:fldChar w:fldCharType=\"end\"/>", "w:val=\"-9223372036854775808\"", "<w:del>", "\u{0}",
      "&lt;", "<w:sdt>", "<mc:AlternateContent/>",
    ]
    for sample in WordCase.all {
      for _ in 0..<20 {
        var body = Array(sample.sample.body)
        guard !body.isEmpty else { continue }
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let start = Int.random(in: 0..<body.count, using: &random)
          let end = min(body.count, start + Int.random(in: 0...12, using: &random))
          let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
          body.replaceSubrange(start..<end, with: Bool.random(using: &random) ? Array(piece) : [])
          if body.isEmpty { break }
        }
        var mutant = sample.sample
        mutant.body = String(body)
        guard let package = try? OfficePackage(mutant.bytes),
          let document = try? TextDocument(package)
        else { continue }
        _ = ProofTests.isNoticed(document, nil, ProofTests.written(document))
      }
    }
  }
}

/// Addresses in a text become links by themselves, and no backslash may get into them.
@Suite struct BareAddressTests {
  @Test(arguments: [
    "Vedi https://www.comune.it/a?f[0]=x&f[1]=y.", "https://a.it/x_y_z", "(https://a.it/b_(c)).",
    "www.a.it/*x* e *y*", "https://a.it/x*", "https://a.it'>fine", "ftp://a.it/[x]",
    "https://a.it<b>",
    "xhttps://a.it/[y]", "HTTPS://A.IT/`x`", "https://", "www.", "https://a.it/x|y", "a@b.it/[x]",
    "https://a.it/\\x", "https://a.it/~~x~~", "[https://a.it/x]", "https://a.it/é?[è]",
    "perchéhttps://a.it/[x]",
  ])
  func `an address with signs of Markdown stays what it is`(text: String) {
    var line = MarkdownLine(isPlain: false, isTable: false)
    line.add(text, OfficeText.Look())
    #expect(MarkdownReading.pieces(line.text).pieces == Piece.all(in: text), "\(line.text)")
    var bold = OfficeText.Look()
    bold.isBold = true
    line = MarkdownLine(isPlain: false, isTable: false)
    line.add(text, bold)
    #expect(MarkdownReading.pieces(line.text).pieces == Piece.all(in: text), "\(line.text)")
    line = MarkdownLine(isPlain: false, isTable: true)
    line.add(text, OfficeText.Look())
    let table = "| a | b |\n| --- | --- |\n| \(line.text) | c |"
    let pieces = MarkdownReading.pieces(table).pieces.filter {
      if case .cell = $0 { false } else { true }
    }
    let head = [Piece.word("a"), .word("b")]
    #expect(pieces == head + Piece.all(in: text) + [.word("c")], "\(table)")
  }
}
