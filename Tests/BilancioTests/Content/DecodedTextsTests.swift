import Content
import Diagnostics
import Files
import SocialReport
import Testing

/// Whoever decodes a folder again and again gets what a first reading would give.
@Suite struct DecodedTextsTests {
  private static let wrong = "2021/1-scuole/2-nido.md"

  private static func text(_ title: String) -> String {
    """
    ---
    tipo: realizzazione
    titolo: \(title)
    sconosciuto: x
    ---
    Un testo.
    """
  }

  /// All that the editions hold in words, with its places.
  private static func told(_ content: Content) -> [String] {
    let editions = content.report?.editions ?? []
    return editions.flatMap(\.plainTexts).map { "\($0)" }
      + editions.flatMap(\.achievements).flatMap(\.texts).map { "\($0.text) \($0.place)" }
      + editions.flatMap(\.objectives).map { "\($0.title) \($0.premise.text.place)" }
  }

  @Test func `what did not change is the same, and what changed is new`() async throws {
    let known = DecodedTexts()
    for texts in [
      [:], [DecodedTextsTests.wrong: DecodedTextsTests.text("Uno")],
      [DecodedTextsTests.wrong: DecodedTextsTests.text("Due")], ["2021/0-prima.md": "x"], [:],
    ] {
      let folder = try await MadeReport.folder(texts)
      let fresh = try await Content.decode(folder, firstID: 0, includesDrafts: true)
      // Twice, so that all that may be taken again is.
      for _ in 0..<2 {
        let again = try await Content.decode(
          folder, firstID: 0, includesDrafts: true, known: known)
        #expect(again.diagnostics.map { "\($0)" } == fresh.diagnostics.map { "\($0)" })
        #expect(DecodedTextsTests.told(again) == DecodedTextsTests.told(fresh))
      }
    }
  }
}
