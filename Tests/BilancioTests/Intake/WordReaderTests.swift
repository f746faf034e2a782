import Foundation
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

  /// For `Benchmarks/documents.py`: each construction as a file, what is to be kept of it, and what nobody may see.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["BILANCIO_SAMPLES"] != nil))
  func `the constructions are written for other readers`() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["BILANCIO_SAMPLES"] ?? "")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (number, one) in WordCase.all.enumerated() {
      let bytes = one.sample.bytes
      let ledger = try TextDocument(OfficePackage(bytes)).ledger
      let unseen = ledger.entries.filter { entry in
        guard entry.kind == .text, case .left(let reason) = entry.fate else { return false }
        return [.deleted, .movedAway, .hidden, .placeholder, .fieldCode].contains(reason)
      }
      let facts = try JSONEncoder().encode([
        "name": [one.name], "markdown": [one.markdown], "unseen": unseen.map(\.text),
      ])
      let stem = folder.appending(path: String(100 + number))
      try Data(bytes).write(to: stem.appendingPathExtension("docx"))
      try facts.write(to: stem.appendingPathExtension("json"))
    }
  }

  @Test func `there are as many as were measured`() { #expect(WordCase.all.count >= 60) }
}
