import Checks
import Diagnostics
import Foundation
import Testing

/// A mistake is reported at the very bytes where it stands, wherever its text is written.
@Suite struct PlaceTests {
  /// A mistake in an achievement's file or in another, with `⟦⟧` around it.
  private func expect(
    _ identifier: Diagnostic.Identifier, in marked: String, as path: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let text = Marked(marked)
    let made = try await MadeReport([path: text.text])
    let found = made.diagnostics.filter { $0.identifier == identifier }
    #expect(
      found.count == 1, "\(made.diagnostics.map(\.message.italian))", sourceLocation: sourceLocation
    )
    // What could be better elsewhere in the base is none of this.
    let others = made.diagnostics.filter { $0.severity != .hint && $0.identifier != identifier }
    #expect(
      others.isEmpty, "\(others.map(\.message.italian))", sourceLocation: sourceLocation)
    guard let place = found.first?.place else { return }
    #expect(made.sources[Int(place.file.index)].path == path, sourceLocation: sourceLocation)
    #expect(place.bytes == text.bytes, sourceLocation: sourceLocation)
  }

  private func objective(_ premise: String) -> String {
    """
    tipo: obiettivo
    numero: 1
    titolo: Più bambini a mensa
    premessa: \(premise)
    indicatori: [iscritti]
    aggiornato_il: 2021-12-31

    """
  }

  private let path = "2021/1-scuole/obiettivo.yml"

  @Test func `a link on the third line of a block scalar`() async throws {
    try await expect(
      .typedLink,
      in: objective("|\n  Prima riga.\n  Seconda, più lunga.\n  Terza: [x](⟦dato:iscritt@2020⟧)."),
      as: path)
  }

  @Test func `a link in a folded scalar`() async throws {
    try await expect(
      .forbiddenLink,
      in: objective(">-\n    Una riga piegata\n    con un [rimando](⟦javascript:alert(1)⟧) qui."),
      as: path)
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a link in a text over several lines, with or without quotes`(lineEnd: String) async throws {
    for text in [
      "'L''orto\n  e l''aula [x](⟦voce:nessuna⟧).'",
      "Un testo\n  su due righe [x](⟦voce:nessuna⟧).",
      "\"Un \\\n  testo \\u00e8\n  [x](⟦voce:nessuna⟧).\"",
      ">-\n  Una riga\n  e due\n\n    rientrate [x](⟦voce:nessuna⟧)\n  fine",
    ] {
      try await expect(.typedLink, in: objective(text).replacing("\n", with: lineEnd), as: path)
    }
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a text whose lines are joined`(lineEnd: String) async throws {
    for text in [
      "⟦>-⟧\n  Primo.\n\n  Secondo.", "⟦P⟧rimo.\n\n  Secondo.", "⟦\"⟧Primo.\n\n Secondo.\"",
      "⟦'⟧Primo.\n- due\n- tre'",
    ] {
      try await expect(
        .foldedText, in: objective(text).replacing("\n", with: lineEnd), as: path)
    }
  }

  @Test func `a link between double quotes with escapes`() async throws {
    try await expect(
      .typedLink, in: objective(#""Un \"testo\" con [x](⟦voce:nessuna⟧).""#), as: path)
  }

  @Test func `a link in an indented block with blank lines and a list`() async throws {
    try await expect(
      .brokenLink,
      in: objective("|+2\n\n  Uno.\n\n  - due\n    tre [x](⟦#manca⟧)\n\n"), as: path)
  }

  @Test func `a link in a cell of a table`() async throws {
    try await expect(
      .typedLink,
      in: objective("|\n  Sopra.\n\n  | a | b |\n  | - | - |\n  | 1 | x [y](⟦atto:nessuno⟧) |"),
      as: path)
  }

  @Test func `a link after wide and combining characters`() async throws {
    try await expect(
      .typedLink, in: objective("|\n  漢字 e\u{301} 🎉 [x](⟦atto:nessuno⟧)"), as: path)
  }

  @Test func `raw HTML in the body of a Markdown file with CR LF`() async throws {
    let text = MadeReport.achievement(
      """
      Prima riga.
      Seconda ⟦<b⟧>riga</b>.
      """)
    try await expect(
      .rawHTML, in: text.replacingOccurrences(of: "\n", with: "\r\n"),
      as: "2021/1-scuole/1-nuova-mensa.md")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `places are right however lines end`(end: String) async throws {
    let body = MadeReport.achievement(
      """
      Prima riga.
      Seconda riga.

      La mensa è ⟦aperta aperta⟧ da poco.
      """)
    try await expect(
      .repeatedWord, in: body.replacingOccurrences(of: "\n", with: end),
      as: "2021/1-scuole/1-nuova-mensa.md")
    let block = "|\n  Uno.\n  Due, più lunga.\n\n  La mensa è ⟦aperta aperta⟧ da poco."
    try await expect(
      .repeatedWord, in: objective(block).replacingOccurrences(of: "\n", with: end), as: path)
    let folded = ">\n  Uno.\n  Due, più lunga.\n  La mensa\n  è ⟦aperta aperta⟧ da\n  poco."
    try await expect(
      .repeatedWord, in: objective(folded).replacingOccurrences(of: "\n", with: end), as: path)
    let list = objective("|\n  Vedi:\n  ⟦-⟧pane\n  -latte\n").replacingOccurrences(
      of: "\n", with: end)
    try await expect(.unreadList, in: list, as: path)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a premise is repeated however lines end`(end: String) async throws {
    let premise = String(repeating: "Il Comune vuole più bambini a mensa. ", count: 4)
    let text = MadeReport.achievement(
      """
      <!-- come sopra -->
      \(premise)

      Poi altro.
      """)
    let made = try await MadeReport([
      path: objective("|\n  Prima.\n\n  \(premise)").replacingOccurrences(of: "\n", with: end),
      "2021/1-scuole/1-nuova-mensa.md": text.replacingOccurrences(of: "\n", with: end),
    ])
    #expect(
      made.diagnostics.contains { $0.identifier == .repeatedPremise },
      "\(made.diagnostics.map(\.message.italian))")
  }

  @Test func `an unknown reference in a list`() async throws {
    try await expect(
      .unknownReference,
      in: objective("Testo.").replacingOccurrences(of: "[iscritti]", with: "[iscritti, ⟦iscriti⟧]"),
      as: path)
  }

  @Test func `an unknown key after a byte-order mark`() async throws {
    try await expect(
      .unknownKey, in: "\u{FEFF}" + objective("Testo.") + "⟦benefici⟧: [famiglie]\n", as: path)
  }

  @Test func `a key written twice is shown at the second`() async throws {
    let marked = Marked(objective("Testo.") + "⟦titolo⟧: Altro\n")
    let made = try await MadeReport([path: marked.text])
    #expect(made.diagnostics.map(\.identifier) == [.duplicateKey])
    #expect(made.diagnostics.first?.place?.bytes == marked.bytes)
    #expect(made.diagnostics.first?.notes.count == 1)
  }

  @Test func `of equal links without words each is told where it stands`() async throws {
    let made = try await MadeReport([
      path: objective("|\n  Uno [](https://a.it), due [](https://a.it) e tre [](https://a.it).")
    ])
    let text = made.sources.first { $0.path == path }?.text ?? ""
    let places = made.diagnostics.filter { $0.identifier == .emptyLink }.compactMap(\.place?.bytes)
    let wanted = text.ranges(of: "https://a.it").map { range in
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return start..<start + 12
    }
    #expect(places == wanted)
  }

  @Test func `a finding in a paragraph that a table follows at once`() async throws {
    try await expect(
      .repeatedWord,
      in: objective(
        "|\n  La mensa\n\n  Uno\n  è ⟦aperta aperta⟧\n  | Anno | Posti |\n  |---|---|\n  | 2021 | 3 |"
      ),
      as: path)
  }

  @Test func `exceptions one below the other hold for the same lines`() async throws {
    let made = try await MadeReport([
      path: objective("La mensa è aperta aperta.").replacing(
        "premessa:",
        with:
          "# eccezione parola-ripetuta: la prima\n# eccezione frase-lunga: la seconda\npremessa:")
    ])
    let ruling = RuleConfiguration(made.report, sources: made.sources)
    let judged = ruling.judge(made.diagnostics, isComplete: true)
    #expect(judged.admitted.map(\.reason) == ["la prima"])
    #expect(judged.diagnostics.filter { $0.identifier == .unusedException }.count == 1)
  }
}
