import Diagnostics
import SocialReport
import Testing

@testable import Scaffolding

/// An entry more in a register, and every other byte as it was.
@Suite struct RegisterAdditionTests {
  private static let entry = RegisterEntry(
    .offices, id: "verde", ["name": .text("Verde: parchi & \"giardini\"")])

  private static func added(to text: String) throws -> String {
    let addition = try RegisterAddition(
      of: [entry], to: Array(text.utf8), name: "uffici.yml", .italian)
    return String(decoding: addition.bytes, as: UTF8.self)
  }

  /// What there is, and what stands in the place of `⟦⟧` afterwards.
  static let shapes: [(String, String)] = [
    (
      "tipo: uffici\nvoci:\n  - id: a\n    nome: A⟦⟧\n",
      "\n  - id: verde\n    nome: 'Verde: parchi & \"giardini\"'"
    ),
    // No break at the end.
    (
      "tipo: uffici\nvoci:\n  - id: a\n    nome: A⟦⟧",
      "\n  - id: verde\n    nome: 'Verde: parchi & \"giardini\"'"
    ),
    // Breaks of Windows, entries as far left as their key, gaps, comments.
    (
      "tipo: uffici\r\nvoci:\r\n- id: a\r\n  nome: A\r\n\r\n- id: b\r\n  nome: B # nota⟦⟧\r\n\r\n# fine\r\n",
      "\r\n\r\n- id: verde\r\n  nome: 'Verde: parchi & \"giardini\"'"
    ),
    (
      "voci:\n      - id: a\n        nome: A⟦⟧\ntipo: uffici\n",
      "\n      - id: verde\n        nome: 'Verde: parchi & \"giardini\"'"
    ),
    (
      "\u{FEFF}tipo: uffici\nvoci:⟦⟧\n# qui sotto\n",
      "\n  - id: verde\n    nome: 'Verde: parchi & \"giardini\"'"
    ),
    (
      "tipo: uffici\nvoci: # ancora nessuna⟦⟧\n",
      "\n  - id: verde\n    nome: 'Verde: parchi & \"giardini\"'"
    ),
    (
      "tipo: uffici\nvoci:\n  - {id: a, nome: A}⟦⟧\n",
      "\n  - id: verde\n    nome: 'Verde: parchi & \"giardini\"'"
    ),
  ]

  @Test(arguments: shapes)
  func `every other byte stays as it was`(shape: (String, String)) throws {
    let text = shape.0.replacing("⟦⟧", with: "")
    #expect(try RegisterAdditionTests.added(to: text) == shape.0.replacing("⟦⟧", with: shape.1))
  }

  @Test func `of an empty list in brackets only the brackets go`() throws {
    #expect(
      try RegisterAdditionTests.added(to: "tipo: uffici\nvoci: [] # vuoto\n")
        == "tipo: uffici\nvoci: # vuoto\n  - id: verde\n    nome: 'Verde: parchi & \"giardini\"'\n"
    )
  }

  @Test(arguments: [
    "tipo: uffici\nvoci: [{id: a, nome: A}]\n", "tipo: uffici\nvoci: uno\n", "tipo: uffici\n",
    "tipo: uffici\nvoci:\n  - id: a\n   nome: A\n", "[", "",
  ])
  func `a shape that is not understood is refused in words`(text: String) {
    #expect(throws: RegisterAddition.Refusal.self) {
      try RegisterAdditionTests.added(to: text)
    }
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    #expect(throws: RegisterAddition.Refusal.self) {
      try RegisterAddition(
        of: [RegisterAdditionTests.entry], to: Array("tipo: uffici\nvoci:\n".utf8) + [0xE8],
        name: "uffici.yml", .italian)
    }
  }

  @Test(arguments: [
    ([], "1"), (["1", "2"], "3"), (["1", "2.bis"], "2"), (["2.1", "2.9", "2.10"], "2.11"),
    (["I", "II"], "3"), (["08", "9"], "10"), (["999999999999999999999"], "2"),
  ])
  func `the next number follows the greatest`(numbers: [String], next: String) {
    #expect(NextNumber.after(numbers) == next)
  }
}
