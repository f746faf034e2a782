import Testing

@testable import Intake
@testable import Office

/// Each hard construction of Word comes to what a person sees, all that stays behind has its reason, and the proof agrees.
@Suite struct WordReaderTests {
  private static func markdown(_ document: TextDocument) -> String {
    var writer = MarkdownText(topLevel: 2, notes: document.text.notes) {
      $0.part.split(separator: "/").last.map(String.init)
    }
    return writer.text(document.text.blocks)
  }

  @Test(arguments: WordCase.all) func `a hard construction`(sample: WordCase) throws {
    let document = try TextDocument(OfficePackage(sample.sample.bytes))
    #expect(document.ledger.faults.map(\.text) == [])
    let markdown = WordReaderTests.markdown(document)
    #expect(markdown == sample.markdown)
    let left = Dictionary(document.ledger.left.map { ($0.reason, $0.count) }) { $0 + $1 }
    #expect(left.filter { ![.settings, .separator].contains($0.key) } == sample.left)
    #expect(document.text.doubts.map(\.kind) == sample.doubts)
    var proof = Proof(document)
    try proof.check("testo", document.text.blocks, written: markdown)
    try proof.close([])
  }

  @Test(arguments: OpenTextCase.all) func `the same of LibreOffice`(sample: OpenTextCase) throws {
    let document = try TextDocument(OfficePackage(sample.bytes))
    #expect(document.ledger.faults.map(\.text) == [])
    let markdown = WordReaderTests.markdown(document)
    #expect(markdown == sample.markdown)
    let left = Dictionary(document.ledger.left.map { ($0.reason, $0.count) }) { $0 + $1 }
    #expect(left.filter { ![.settings, .properties].contains($0.key) } == sample.left)
    #expect(document.text.doubts.map(\.kind) == sample.doubts)
    var proof = Proof(document)
    try proof.check("testo", document.text.blocks, written: markdown)
    try proof.close([])
  }

  @Test func `there are as many as were measured`() { #expect(WordCase.all.count >= 60) }
}
