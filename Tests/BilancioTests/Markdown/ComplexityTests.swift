import Diagnostics
import Markdown
import Testing

/// Texts that the Markdown parser would take its square for are refused by counting, before it sees them;
/// texts that people write are far from that.
@Suite struct ComplexityTests {
  @Test(arguments: [
    (
      "|" + String(repeating: "a|", count: 101) + "\n|" + String(repeating: "-|", count: 101)
        + "\n",
      "la tabella ha più di 100 colonne"
    ),
    (String(repeating: "> ", count: 101) + "a", "ci sono più di 100 livelli uno dentro l'altro"),
    (String(repeating: "[", count: 10_001), "ci sono più di 10000 parentesi quadre"),
    (
      String(repeating: "|a", count: 100) + "|\n" + String(repeating: "|-", count: 100) + "|\n"
        + String(repeating: "x\n", count: 2100),
      "le tabelle hanno più di 200000 celle, contando quelle che mancano"
    ),
    (
      String(repeating: "a\n|-|-|\n", count: 2000),
      "troppe righe o troppi `|` di seguito sembrano una tabella"
    ),
    (
      String(repeating: "a@e.it, ", count: 60_000),
      "in una riga ci sono troppi indirizzi, o troppe parentesi in un indirizzo"
    ),
    (
      "[a]: https://e.it/" + String(repeating: "x", count: 40_000) + "\n\n"
        + String(repeating: "[a] ", count: 4000),
      "gli indirizzi scritti come `[nome]: indirizzo` sono troppo lunghi per tanti collegamenti"
    ),
    (String(repeating: "Una frase breve.\n\n", count: 60_000), "il testo supera 1 MiB"),
  ])
  func `each excess is told in its own words, with what to do`(text: String, words: String)
    async throws
  {
    let made = try await MadeReport(["2021/1-scuole/1-nuova-mensa.md": MadeReport.achievement(text)]
    )
    let found = made.diagnostics.filter { $0.identifier == .tooComplex }
    #expect(found.map(\.message.italian) == [words])
    #expect(found.allSatisfy { $0.help != nil && $0.place != nil && $0.severity == .error })
  }

  private func excess(_ text: String) -> Complexity.Excess? {
    Complexity.excess(of: text[...])?.excess
  }

  private func table(_ columns: Int, _ rows: String) -> String {
    String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns)
      + "|\n" + rows
  }

  private func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func `cells that rows lack are counted`() {
    #expect(excess(table(100, times("x\n", 2100))) == .cells)
    #expect(excess(table(100, times("x\r\n", 2100))) == .cells)
    #expect(excess(table(100, times("x\n", 1900))) == nil)
    // An empty line ends a table.
    #expect(excess(table(100, times("x\n", 1000) + "\n" + times("x\n", 9000))) == nil)
    #expect(excess(table(20, times(times("| dodici ", 20) + "|\n", 3000))) == nil)
  }

  @Test func `a table has a hundred columns at most, in a quote too`() {
    #expect(excess(table(101, "x\n")) == .columns)
    #expect(excess(table(100, "x\n")) == nil)
    let quoted = table(101, "").split(separator: "\n").map { "> " + $0 }.joined(separator: "\n")
    #expect(excess(quoted) == .columns)
    #expect(excess("1. " + times("a|", 101) + "b\n   " + times("-|", 101) + "-\n") == .columns)
  }

  @Test func `a paragraph is not read again for each line that could be the rule of a table`() {
    #expect(excess(times("a\n|-|-|\n", 2000)) == .rules)
    #expect(excess(times("a|b\n:-:\n", 10_000)) == .rules)
    #expect(excess(times("a\n", 50_000) + "|a|\n|-|\n") == .rules)
    #expect(excess(times("a\n|-|-|\n\n", 10_000)) == nil)
    // Headings with a line below, entries that are numbers, a table with lines between its parts.
    #expect(excess(times("Titolo\n---\nTesto\n", 10_000)) == nil)
    #expect(excess(times("- 2021\n", 20_000)) == nil)
    #expect(
      excess(table(3, times(times("| uno | due | tre |\n", 9) + "|---|---|---|\n", 200))) == nil)
  }

  @Test func `a row of very many cells is none`() {
    #expect(excess(times("a|", 100_000) + "\n|-|\n") == .rules)
    #expect(excess(table(2, times("a|", 100_000))) == .rules)
    #expect(excess(times("a|", 100_000)) == nil)
  }

  @Test func `what follows each address of mail is copied for the first thousand of a line`() {
    #expect(excess(times("a@e.it, ", 60_000)) == .addresses)
    #expect(excess(times("nome.cognome@comune.example.it, ", 1500)) == nil)
    #expect(excess(times("a@e.it\n", 60_000)) == nil)
    #expect(excess(times("@", 1_000_000)) == nil)
  }

  @Test func `addresses by name are bounded by what their links copy`() {
    let definitions = (0..<400).map { "[nome\($0)]: https://www.esempio.it/pagina/\($0)\n" }
      .joined()
    let links = (0..<400).map { "Vedi [qui][nome\($0)].\n" }.joined()
    #expect(excess(links + "\n" + definitions) == nil)
    // One that is stated over many lines, as a title may be, is as long.
    let long = "[a]: /b \"" + String(repeating: "c\n[a]: d\n", count: 4000) + "\"\n\n"
    #expect(excess(long + String(repeating: "[a] ", count: 1000)) == .definitions)
  }

  @Test func `what links by name did copy is counted in the tree`() {
    func copied(_ text: String) -> Complexity.Excess? {
      let text = Substring(text)
      return Document(text, dialect: .prose)?
        .withRoot { Complexity.excess(of: $0, readFrom: text)?.excess }
    }
    let long = "[a]: https://e.it/" + times("x", 12_000) + "\n\n"
    #expect(excess(long + times("[a] ", 1200)) == nil)
    #expect(copied(long + times("[a] ", 1200)) == .definitions)
    #expect(copied(long + times("[a] ", 80)) == nil)
    // Pictures as Google Docs writes them out: each stated once, and used once.
    let pictures =
      (0..<20).map { "![][i\($0)]\n\n" }.joined()
      + (0..<20).map { "[i\($0)]: <data:image/png;base64,\(times("A", 20_000))>\n\n" }.joined()
    #expect(excess(pictures) == nil && copied(pictures) == nil)
    // Notes are no addresses.
    let notes = times("Testo[^1] e così via.\n\n", 800) + "[^1]: " + times("parola ", 10_000)
    #expect(excess(notes) == nil && copied(notes) == nil)
  }

  @Test func `brackets at the end of an address are counted through for each of them`() {
    #expect(excess("www.e.it/" + times(")", 60_000)) == .addresses)
    #expect(excess("https://e.it/" + times("a)", 40_000)) == .addresses)
    #expect(excess("https://e.it/" + times("(a)", 300)) == nil)
    #expect(excess(times("a)", 100_000)) == nil)
  }

  @Test func `marks of quotes and entries nest a hundred deep at most, a long rule does not nest`()
  {
    #expect(excess(times("> ", 101) + "a") == .nesting)
    #expect(excess(times("- ", 101) + "a") == .nesting)
    #expect(excess(times("1. ", 101) + "a") == .nesting)
    #expect(excess(times("> ", 100) + "a") == nil)
    #expect(excess(times("- ", 500_000)) == nil)
    #expect(excess(times("* ", 500_000)) == nil)
    #expect(excess(times("-", 500_000) + "|\n") == nil)
  }

  @Test func `a chapter of forty thousand words is an ordinary text`() {
    #expect(excess(times("La mensa della scuola è aperta a tutti i bambini. ", 4500)) == nil)
    #expect(
      excess(times("La mensa (di via Po) è aperta: https://www.e.it/a_(b)?c=d.\n\n", 6000)) == nil)
  }
}
