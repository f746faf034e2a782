import Foundation
import Testing

@testable import SocialReport

/// Two hundred citations as offices write them: what is read is right, and what is in doubt is left empty.
@Suite struct ActCitationTableTests {
  private static let fields = ["organo", "tipo", "numero", "data", "oggetto"]

  @Test func `nine fields of ten are read, and none of them wrong`() throws {
    let text = try String(
      contentsOf: Program.root.appending(path: "Tests/Corpus/citazioni.tsv"), encoding: .utf8)
    var (right, wanted, citations) = (0, 0, 0)
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 6, "\(line)")
      let citation = ActCitation(cells[0])
      let found = [
        citation.body, citation.kind, citation.number, citation.date, citation.subject,
      ]
      citations += 1
      for (place, expected) in cells.dropFirst().enumerated() {
        wanted += expected.isEmpty ? 0 : 1
        right += !expected.isEmpty && found[place] == expected ? 1 : 0
        // Empty is a question to the author; anything else must be so.
        #expect(
          found[place].isEmpty || found[place] == expected,
          "\(cells[0]): \(ActCitationTableTests.fields[place]) \(found[place])")
      }
    }
    #expect(citations >= 200)
    #expect(right * 10 >= wanted * 9, "\(right) of \(wanted)")
    print("citations: \(right) of \(wanted) fields")
  }
}
