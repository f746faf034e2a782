import Diagnostics
import Testing

/// How a mistake looks in each of its forms.
@Suite struct RendererTests {
  private let text = "titolo: Città\nnota:\t漢字 e\u{301} 🎉 qui\nfine\n"

  private func diagnostic(_ bytes: Range<Int>) -> Diagnostic {
    Diagnostic(
      .unknownKey, Phrase(it: "che cos'è `qui`", en: "what is `qui`"),
      help: Phrase(it: "toglilo, subito", en: "remove it, now"),
      at: SourceRange(file: SourceFile.ID(0), bytes: bytes))
  }

  private var sources: [SourceFile] { [SourceFile(path: "a,b.yml", text: text)] }

  private func range(of needle: String) -> Range<Int> {
    guard let found = text.firstRange(of: needle) else { return 0..<0 }
    let start = text[..<found.lowerBound].utf8.count
    return start..<start + needle.utf8.count
  }

  @Test func `the caret stands below its word after tabs, wide and combining characters`() {
    var renderer = TextRenderer(sources: sources, language: .italian, isColoured: false)
    let lines = renderer.render(diagnostic(range(of: "qui"))).split(separator: "\n")
    #expect(lines[0] == "a,b.yml:2:14: errore[chiave-ignota]: che cos'è `qui`")
    // `nota:` and the tab take 8 columns, 漢字 4, the accented e 1, the emoji 2, spaces 3.
    #expect(lines[1] == " 2 │ nota:   漢字 e\u{301} 🎉 qui")
    #expect(lines[2] == "   │ " + String(repeating: " ", count: 18) + "^^^")
    #expect(lines[3] == "  aiuto: toglilo, subito")
  }

  @Test func `a place in a very long line is shown with what stands around it`() {
    let long = String(repeating: "x", count: 500) + "QUI" + String(repeating: "y", count: 500)
    var renderer = TextRenderer(
      sources: [SourceFile(path: "a", text: long)], language: .english, isColoured: false)
    let lines = renderer.render(diagnostic(500..<503)).split(separator: "\n")
    let before = lines[1].firstRange(of: "QUI").map {
      lines[1].distance(from: lines[1].startIndex, to: $0.lowerBound)
    }
    let caret = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    #expect(before == caret)
    #expect(lines[1].count < 120)
  }

  @Test func `colour is only where it was asked for`() {
    var coloured = TextRenderer(sources: sources, language: .italian, isColoured: true)
    #expect(coloured.render(diagnostic(0..<6)).contains("\u{1B}["))
    var plain = TextRenderer(sources: sources, language: .italian, isColoured: false)
    #expect(!plain.render(diagnostic(0..<6)).contains("\u{1B}"))
  }

  @Test func `one line, GitHub and JSON`() {
    let found = diagnostic(range(of: "qui"))
    var line = LineRenderer(sources: sources, language: .english)
    #expect(
      line.render(found) == "a,b.yml:2:14: error[chiave-ignota]: what is `qui` (remove it, now)\n")
    var github = GitHubRenderer(sources: sources, language: .italian)
    #expect(
      github.render(found)
        == "::error file=a%2Cb.yml,line=2,col=14,endLine=2,endColumn=17,title=chiave-ignota::che cos'è `qui`%0Atoglilo, subito\n"
    )
    var json = JSONRenderer(sources: sources)
    let text = json.render([found])
    #expect(
      text.hasPrefix(
        "{\"version\":1,\"errors\":1,\"warnings\":0,\"hints\":0,\"diagnostics\":[{\"id\":\"chiave-ignota\",\"severity\":\"error\""
      ))
    #expect(text.contains("\"line\":2,\"column\":14"))
    #expect(text.hasSuffix("]}\n"))
  }

  @Test func `places beyond a text do not trap`() {
    var renderer = TextRenderer(sources: sources, language: .italian, isColoured: false)
    for bytes in [0..<0, 9_999..<10_000, 11..<12, 12..<13, -5 ..< -1]
    where bytes.lowerBound <= bytes.upperBound {
      _ = renderer.render(diagnostic(bytes))
    }
    _ = renderer.render(
      Diagnostic(.unknownKey, Phrase(it: "x", en: "x"), at: .wholeFile(SourceFile.ID(99))))
  }

  @Test func `the nearest names come first and far ones not at all`() {
    let names = ["titolo", "tipo", "stato", "stato_al", "premessa"]
    #expect(NearMiss.candidates(for: "titlo", among: names).first == "titolo")
    #expect(NearMiss.candidates(for: "satto", among: names).first == "stato")
    #expect(NearMiss.candidates(for: "qwertyuiop", among: names) == [])
    #expect(NearMiss.candidates(for: "", among: names) == [])
  }

  private func repeated(_ count: Int, severity: Diagnostic.Severity = .warning) -> [Diagnostic] {
    (0..<count).map { number in
      Diagnostic(
        .actWithoutText, Phrase(it: "`a\(number)` non ha un testo", en: "`a\(number)` has no text"),
        help: Phrase(it: "aggiungi `url:`", en: "add `url:`"),
        at: SourceRange(file: SourceFile.ID(0), bytes: number * 2..<number * 2 + 1),
        severity: severity)
    }
  }

  private func text(_ diagnostics: [Diagnostic]) -> String {
    var renderer = TextRenderer(
      sources: [SourceFile(path: "a.yml", text: String(repeating: "x\n", count: 99))],
      language: .italian, isColoured: false)
    return renderer.render(diagnostics) { _ in Phrase(it: "scrivi perché", en: "write why") }
  }

  @Test func `sixty equal messages make one block with their places and how to admit them`() {
    let lines = text(repeated(60)).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count < 20)
    #expect(lines[0] == "a.yml:1:1: avviso[atto-senza-testo]: `a0` non ha un testo")
    #expect(lines[3] == "  aiuto: aggiungi `url:`")
    #expect(lines[4] == "  lo stesso altre 59 volte:")
    #expect(lines[5].hasPrefix("    a.yml: 2:1 `a1`, 3:1 `a2`, "))
    #expect(lines.contains("    … e altre 35: `--tutti`"))
    #expect(lines.contains("  per ammetterli tutti: scrivi perché"))
    #expect(lines.allSatisfy { $0.count <= 110 })
  }

  /// Each with words of its own, so that none says the same as another.
  private func different(
    _ count: Int, of identifier: Diagnostic.Identifier, in file: Int = 0,
    severity: Diagnostic.Severity = .warning
  ) -> [Diagnostic] {
    (0..<count).map { number in
      let word = String(repeating: Array("xabcdefgh")[file], count: number + 1)
      return Diagnostic(
        identifier, Phrase(it: word, en: word),
        at: SourceRange(file: SourceFile.ID(file), bytes: number..<number + 1), severity: severity)
    }
  }

  private func shown(_ diagnostics: [Diagnostic], isWhole: Bool = false) -> [String] {
    let files = (0..<9).map {
      SourceFile(path: "\($0).md", text: String(repeating: "x", count: 9999))
    }
    var renderer = TextRenderer(sources: files, language: .italian, isColoured: false)
    return renderer.render(diagnostics, isWhole: isWhole).split(separator: "\n")
      .map(String.init).filter { $0.contains("[") }
  }

  @Test func `of many of a kind some are told, with how many more and how to see them`() {
    let long = different(5_043, of: .longSentence)
    let one = different(1, of: .longSentence, severity: .error)
    let lines = shown(long + different(3, of: .iban) + one)
    #expect(lines.count == 20 + 3 + 1 + 1)
    #expect(lines.last == "avviso[frase-lunga]: e altri 5.023: `--tutti`")
    #expect(lines.count { $0.contains("iban") } == 3)
    #expect(lines.contains("0.md:1:1: errore[frase-lunga]: x"))
    #expect(shown(different(21, of: .iban)).last == "avviso[iban]: e un altro: `--tutti`")
    #expect(shown(different(20, of: .iban)).count == 20)
  }

  @Test func `so many in a file, and so many in all`() {
    let files = (0..<9).flatMap { different(15, of: .longSentence, in: $0) }
    let lines = shown(files)
    #expect(lines.count == 51)
    #expect(lines.last == "avviso[frase-lunga]: e altri 85: `--tutti`")
    #expect(shown(files, isWhole: true).count == 135)
  }

  @Test func `all of a kind are told on demand, also the places of what says the same`() {
    var renderer = TextRenderer(
      sources: [SourceFile(path: "a.yml", text: String(repeating: "x\n", count: 99))],
      language: .english, isColoured: false)
    let whole = renderer.render(repeated(60), isWhole: true)
    #expect(whole.contains("60:1 `a59`"))
    #expect(renderer.render(repeated(60)).contains("… and 35 more: `--all`"))
  }

  @Test func `what is said twice of one place is told once`() {
    let twice = different(2, of: .iban) + different(2, of: .iban)
    #expect(twice.inOrder().count == 2)
    #expect((different(1, of: .iban) + different(1, of: .iban, in: 1)).inOrder().count == 2)
  }

  @Test func `three equal messages are told one by one`() {
    #expect(!text(repeated(3)).contains("lo stesso"))
    #expect(
      text(repeated(4)).contains(
        "lo stesso altre 3 volte:\n    a.yml: 2:1 `a1`, 3:1 `a2`, 4:1 `a3`\n"))
  }

  @Test func `another help is another message`() {
    let other = Diagnostic(
      .actWithoutText, Phrase(it: "`x` non ha un testo", en: "`x` has no text"),
      help: Phrase(it: "aggiungi `file:`", en: "add `file:`"),
      at: SourceRange(file: SourceFile.ID(0), bytes: 3..<4), severity: .warning)
    let written = text(repeated(2) + [other] + repeated(1))
    #expect(!written.contains("lo stesso"))
    #expect(text(repeated(5) + [other]).contains("aiuto: aggiungi `file:`"))
  }
}
