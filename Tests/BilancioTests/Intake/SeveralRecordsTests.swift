import Foundation
import Testing

@testable import Intake

/// A document that tells of several things becomes as many records, and what belongs to none of them is kept.
@Suite struct SeveralRecordsTests {
  private static func p(_ words: String, _ style: String? = nil) -> String {
    WordCase.p(words, style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? "")
  }

  private static func bold(_ words: String) -> String {
    "<w:p>\(WordCase.r(words, "<w:b/>"))</w:p>"
  }

  private static func form(_ rows: (String, String)...) -> String {
    "<w:tbl>"
      + rows.map { row in
        WordCase.row(WordCase.cell(p(row.0)), WordCase.cell(p(row.1)))
      }.joined() + "</w:tbl>"
  }

  private static let styles = [
    "word/styles.xml": WordSample.root(
      "w:styles",
      ["Title": "Title", "Titolo1": "heading 1", "Titolo2": "heading 2", "Titolo3": "heading 3"]
        .sorted { $0.key < $1.key }.map { id, name in
          "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/></w:style>"
        }.joined())
  ]

  /// The pages, without what they are asked for: file, title, fields with their texts.
  private func pages(_ body: String, _ options: String...) throws -> (
    run: Program.Outcome, pages: [String: String], note: String?
  ) {
    let bytes = WordSample(body: body, parts: SeveralRecordsTests.styles).bytes
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    let before = Set(try tree(content).keys)
    try Data(bytes).write(to: scratch.folder.appending(path: "scuola.docx"))
    let run = try Program.run(
      ["importa", "scuola.docx", "--lingua", "it"] + options, in: scratch.folder)
    let files = try tree(content).filter { !before.contains($0.key) }.mapValues {
      String(decoding: $0, as: UTF8.self)
    }
    return (
      run, files.filter { $0.key.hasPrefix("2021/") },
      files["_importati/scuola-docx.md"]
    )
  }

  private static let two =
    p("Una mensa nuova", "Titolo1") + p("Perché", "Titolo2") + p("La cucina era vecchia.")
    + p("Cosa abbiamo fatto", "Titolo2") + p("Una cucina nuova.")
    + p("Una palestra", "Titolo1") + p("Cosa abbiamo fatto", "Titolo2") + p("Il tetto è nuovo.")

  private static let (canteen, gym) = (
    "2021/1-scuole/2-una-mensa-nuova.md", "2021/1-scuole/3-una-palestra.md"
  )

  @Test func `headings above those of fields begin a page each`() throws {
    let (run, pages, note) = try pages(SeveralRecordsTests.two, "--obiettivo", "1")
    #expect(run.status == 0, "\(run.errors)")
    #expect(pages.keys.sorted() == [SeveralRecordsTests.canteen, SeveralRecordsTests.gym])
    let canteen = try #require(pages[SeveralRecordsTests.canteen])
    #expect(canteen.contains("perche: |\n  La cucina era vecchia.\n"))
    #expect(canteen.contains("\n---\n\nUna cucina nuova.") && !canteen.contains("tetto"))
    #expect(pages[SeveralRecordsTests.gym]?.contains("\n---\n\nIl tetto è nuovo.") == true)
    #expect(note == nil && run.errors.contains("realizzazione «Una palestra», con"))
  }

  @Test(arguments: [
    // One style for all headings.
    p("Una mensa nuova", "Titolo1") + p("Cosa abbiamo fatto", "Titolo1") + p("Una cucina nuova.")
      + p("Una palestra", "Titolo1") + p("Cosa abbiamo fatto", "Titolo1") + p("Il tetto è nuovo."),
    // Bold lines, with another in a text.
    bold("Una mensa nuova") + bold("Cosa abbiamo fatto") + p("Una cucina nuova.") + bold("Dove")
      + p("In via Roma.") + bold("Una palestra") + bold("Cosa abbiamo fatto")
      + p("Il tetto è nuovo."),
    // Titles.
    p("Una mensa nuova", "Title") + p("Cosa abbiamo fatto", "Titolo1") + p("Una cucina nuova.")
      + p("Una palestra", "Title") + p("Il tetto è nuovo."),
    // Forms, with a heading above each or none.
    form(("Titolo", "Una mensa nuova"), ("Cosa abbiamo fatto", "Una cucina nuova."))
      + form(("Titolo", "Una palestra"), ("Cosa abbiamo fatto", "Il tetto è nuovo.")),
    p("Scheda 1", "Titolo1")
      + form(("Titolo", "Una mensa nuova"), ("Cosa abbiamo fatto", "Una cucina nuova."))
      + bold("Scheda 2")
      + form(("Titolo", "Una palestra"), ("Cosa abbiamo fatto", "Il tetto è nuovo.")),
    // Headings above forms that have no title.
    p("Una mensa nuova", "Titolo2")
      + form(("In breve", "Cuciniamo."), ("Cosa abbiamo fatto", "Una cucina nuova."))
      + p("Una palestra", "Titolo2")
      + form(("In breve", "Saltiamo."), ("Cosa abbiamo fatto", "Il tetto è nuovo.")),
  ])
  func `whatever the office's way to set them off is`(body: String) throws {
    let (run, pages, note) = try pages(body, "--obiettivo", "1")
    #expect(run.status == 0, "\(run.errors)")
    #expect(pages.keys.sorted() == [SeveralRecordsTests.canteen, SeveralRecordsTests.gym])
    #expect(pages[SeveralRecordsTests.canteen]?.contains("titolo: Una mensa nuova\n") == true)
    #expect(pages[SeveralRecordsTests.canteen]?.contains("\n---\n\nUna cucina nuova.") == true)
    #expect(pages[SeveralRecordsTests.gym]?.contains("\n---\n\nIl tetto è nuovo.") == true)
    #expect(note == nil)
  }

  @Test func `what stands before, between and behind them is kept in a note`() throws {
    let body =
      SeveralRecordsTests.p("Contributo della scuola", "Title")
      + SeveralRecordsTests.p("Ecco i nostri testi.")
      + SeveralRecordsTests.p("Mense", "Titolo1")
      + SeveralRecordsTests.two.replacing("Titolo2", with: "Titolo3").replacing(
        "Titolo1", with: "Titolo2"
      ).replacing(
        SeveralRecordsTests.p("Una palestra", "Titolo2"),
        with: SeveralRecordsTests.p("Sport", "Titolo1")
          + SeveralRecordsTests.p("Le palestre sono due.")
          + SeveralRecordsTests.p("Una palestra", "Titolo2"))
      + SeveralRecordsTests.p("Contatti", "Titolo1") + SeveralRecordsTests.p("Ufficio scuola.")
    let (run, pages, note) = try pages(body, "--obiettivo", "1")
    #expect(run.status == 0, "\(run.errors)")
    #expect(pages.keys.sorted() == [SeveralRecordsTests.canteen, SeveralRecordsTests.gym])
    #expect(
      note == """
        ## Contributo della scuola

        Ecco i nostri testi.

        ## Mense

        ## Sport

        Le palestre sono due.

        ## Contatti

        Ufficio scuola.

        """)
    #expect(run.errors.contains("_importati/scuola-docx.md"))
  }

  @Test func `a heading beside them is one of them, and it is told`() throws {
    let body =
      SeveralRecordsTests.two + SeveralRecordsTests.p("Un nido", "Titolo1")
      + SeveralRecordsTests.p("Ha venti posti.")
    let (run, pages, _) = try pages(body, "--obiettivo", "1")
    #expect(run.status == 0, "\(run.errors)")
    #expect(pages["2021/1-scuole/4-un-nido.md"]?.contains("\n---\n\nHa venti posti.") == true)
    #expect(run.errors.contains("«Un nido»: non ha i titoli dei campi"))
  }

  @Test func `an objective takes what it achieved`() throws {
    let body =
      SeveralRecordsTests.p("Scuole che funzionano", "Titolo1")
      + SeveralRecordsTests.p("Premessa", "Titolo2") + SeveralRecordsTests.p("Erano vecchie.")
      + SeveralRecordsTests.p("Una palestra", "Titolo2")
      + SeveralRecordsTests.p("Cosa abbiamo fatto", "Titolo3")
      + SeveralRecordsTests.p("Il tetto è nuovo.")
      + SeveralRecordsTests.p("Motivazione", "Titolo2") + SeveralRecordsTests.p("È andata bene.")
    let (run, pages, _) = try pages(body)
    #expect(run.status == 0, "\(run.errors)")
    let home = "2021/2-scuole-che-funzionano/"
    #expect(pages.keys.allSatisfy { $0.hasPrefix(home) } && pages.count == 2, "\(pages.keys)")
    let objective = pages.first { !$0.key.contains("palestra") }?.value ?? ""
    #expect(objective.contains("Erano vecchie.") && objective.contains("È andata bene."))
    #expect(
      pages.first { $0.key.contains("palestra") }?.value.contains("Il tetto è nuovo.") == true)
  }

  @Test func `a chapter that is called as a field is no page of its own`() throws {
    let body =
      SeveralRecordsTests.p("Una mensa nuova", "Titolo1")
      + SeveralRecordsTests.p("Cosa abbiamo fatto", "Titolo2")
      + SeveralRecordsTests.p("Una cucina nuova.") + SeveralRecordsTests.p("Altro", "Titolo1")
      + SeveralRecordsTests.p("Perché", "Titolo2") + SeveralRecordsTests.p("Era vecchia.")
    let (run, pages, _) = try pages(body, "--obiettivo", "1")
    #expect(run.status == 0 && pages.count == 1, "\(run.errors)")
    let whole = try self.pages(SeveralRecordsTests.two, "--obiettivo", "1", "--titolo", "Scuole")
    #expect(whole.run.status == 0 && whole.pages.count == 1, "\(whole.run.errors)")
    #expect(whole.run.errors.contains("c'è più volte"))
    let story = try self.pages(SeveralRecordsTests.two, "--come", "contesto")
    #expect(story.run.status == 0 && story.pages.count == 1, "\(story.run.errors)")
  }

  @Test func `a chapter that this program printed is an objective with its achievements again`()
    throws
  {
    let scratch = try Scratch()
    let base = Program.root.appending(path: "Tests/Golden/Base")
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(at: base, to: content)
    let word = ["word", "--lingua", "it", "--obiettivo", "scuole", "--uscita", "scuole.docx"]
    #expect(try Program.run(word, in: scratch.folder).status == 0)
    let bytes = try Data(contentsOf: scratch.folder.appending(path: "scuole.docx"))
    let old = try tree(content)
    for (path, bytes) in old where path.hasPrefix("2021/1-scuole/") {
      let text = String(decoding: bytes, as: UTF8.self)
      try text.replacing(/(?m)^titolo: (.*)$/) { "titolo: \($0.output.1) di prima" }.write(
        to: content.appending(path: path), atomically: true, encoding: .utf8)
    }
    try bytes.write(to: scratch.folder.appending(path: "scuole.docx"))
    let run = try Program.run(["importa", "scuole.docx", "--lingua", "it"], in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    let new = try tree(content).filter { old[$0.key] == nil && $0.key.hasPrefix("2021/") }
    #expect(new.keys.filter { $0.hasSuffix("obiettivo.yml") }.count == 1, "\(new.keys)")
    let pages = old.keys.filter { $0.hasPrefix("2021/1-scuole/") && $0.hasSuffix(".md") }
    #expect(new.keys.filter { $0.hasSuffix(".md") }.count == pages.count && !pages.isEmpty)
  }

  @Test func `two of one name write nothing`() throws {
    let body = SeveralRecordsTests.two.replacing("Una palestra", with: "Una mensa nuova")
    let (run, pages, _) = try pages(body, "--obiettivo", "1")
    #expect(run.status == 2 && pages.isEmpty && run.errors.contains("Una mensa nuova"))
  }

  @Test func `the same document again changes what is new in it`() throws {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    func bring(_ body: String) throws -> Program.Outcome {
      try Data(WordSample(body: body, parts: SeveralRecordsTests.styles).bytes).write(
        to: scratch.folder.appending(path: "scuola.docx"))
      return try Program.run(
        ["importa", "scuola.docx", "--obiettivo", "1", "--lingua", "it"], in: scratch.folder)
    }
    let body = SeveralRecordsTests.p("Ecco i nostri testi.") + SeveralRecordsTests.two
    #expect(try bring(body).status == 0)
    let before = try tree(content)
    var run = try bring(body)
    #expect(run.status == 0 && run.errors.contains("niente"), "\(run.errors)")
    #expect(try tree(content) == before)
    run = try bring(body.replacing("Il tetto è nuovo.", with: "Il tetto è nuovo e tiene."))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("niente di nuovo per «Una mensa nuova»"))
    #expect(run.errors.contains("realizzazione «Una palestra» aggiornata"))
    let after = try tree(content)
    #expect(after[SeveralRecordsTests.canteen] == before[SeveralRecordsTests.canteen])
    #expect(after.keys.filter { $0.hasSuffix(".testi.json") }.count == 2)
    #expect(after.keys.filter { $0.hasPrefix("_importati/") && $0.hasSuffix(".md") }.count == 1)
  }
}
