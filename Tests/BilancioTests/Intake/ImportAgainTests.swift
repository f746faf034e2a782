import Foundation
import Testing

@testable import Intake

// What comes a second time.
extension ImportTests {
  @Test
  func
    `the same document again says what is new, and nothing that was changed here is written over`()
    throws
  {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    func bring(_ body: String, _ name: String = "palestra.docx", _ options: String...) throws
      -> Program.Outcome
    {
      try Data(WordSample(body: body, parts: ImportTests.styles).bytes).write(
        to: scratch.folder.appending(path: name))
      return try Program.run(
        ["importa", name, "--obiettivo", "1", "--lingua", "it"] + options, in: scratch.folder)
    }
    #expect(try bring(ImportTests.sections).status == 0)
    let page = content.appending(path: "2021/1-scuole/2-una-palestra.md")
    let first = try String(contentsOf: page, encoding: .utf8)
    // The same bytes bring nothing.
    var before = try tree(content)
    var run = try bring(ImportTests.sections)
    #expect(run.status == 0 && run.errors.contains("stesso documento"))
    #expect(try tree(content) == before)
    // What is new in the document comes in, under another name too, and what was changed here stays.
    try first.replacing("Aprire la sera.", with: "Aprire la sera, da marzo.").replacing(
      "in_breve:\n", with: "in_breve: Scritto qui.\n"
    ).write(to: page, atomically: true, encoding: .utf8)
    let newer = ImportTests.sections.replacing("Pioveva dentro.", with: "Pioveva dentro da anni.")
    run = try bring(newer, "palestra (2).docx")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors.contains("aggiornata: «Perché»")
        && run.errors.contains("«Prossimi passi» era stato cambiato qui"))
    var text = try String(contentsOf: page, encoding: .utf8)
    for line in [
      "Pioveva dentro da anni.", "Aprire la sera, da marzo.", "in_breve: Scritto qui.",
      "Il tetto è nuovo.",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    // Both changed the same: nothing is written, and both are shown.
    before = try tree(content)
    let both = newer.replacing("Aprire la sera.", with: "Aprire anche la mattina.")
    run = try bring(both)
    #expect(run.status == 2)
    #expect(try tree(content) == before)
    #expect(
      run.errors.contains("da marzo") && run.errors.contains("la mattina")
        && run.errors.contains("--tieni"))
    run = try bring(both, "palestra.docx", "--tieni")
    text = try String(contentsOf: page, encoding: .utf8)
    #expect(run.status == 0 && text.contains("da marzo") && !text.contains("la mattina"))
    // Somebody moved the page: it is found by its title.
    let moved = content.appending(path: "2021/1-scuole/2-palestra.md")
    try FileManager.default.moveItem(at: page, to: moved)
    run = try bring(both.replacing("Pioveva dentro da anni.", with: "Pioveva dentro da mesi."))
    #expect(run.status == 0 && run.errors.contains("aggiornata: «Perché»"), "\(run.errors)")
    #expect(try String(contentsOf: moved, encoding: .utf8).contains("da mesi"))
    try FileManager.default.moveItem(at: moved, to: page)
    // It is known now: the next time there is nothing to say of it.
    run = try bring(both.replacing("Il tetto è nuovo.", with: "Il tetto è nuovo e tiene."))
    text = try String(contentsOf: page, encoding: .utf8)
    #expect(run.status == 0 && text.contains("nuovo e tiene.") && text.contains("da marzo"))
    let names = try tree(content).keys.filter {
      $0.hasPrefix("_importati/") && $0.hasSuffix(".json")
    }
    #expect(names == ["_importati/palestra-docx.testi.json"])
    // The list of pieces is that of the last time.
    #expect(try tree(content).keys.filter { $0.hasSuffix(".registro.csv") }.count == 1)
    #expect(try tree(content).keys.filter { $0.hasPrefix("2021/1-scuole/2-") }.count == 1)
  }

  @Test func `of a field that both changed only the paragraphs that part are shown, and kept`()
    throws
  {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    func bring(_ paragraphs: [String], _ options: String...) throws -> Program.Outcome {
      let body =
        WordCase.p("Una palestra", "<w:pStyle w:val=\"Title\"/>")
        + paragraphs.map { WordCase.p($0) }.joined()
      try Data(WordSample(body: body, parts: ImportTests.styles).bytes).write(
        to: scratch.folder.appending(path: "palestra.docx"))
      return try Program.run(
        ["importa", "palestra.docx", "--come", "contesto", "--lingua", "it"] + options,
        in: scratch.folder)
    }
    #expect(try bring(["Uno.", "Due.", "Tre.", "Quattro."]).status == 0)
    let page = content.appending(path: "2021/contesto/una-palestra.md")
    let first = try String(contentsOf: page, encoding: .utf8)
    try first.replacing("Due.", with: "Due, scritto qui.").write(
      to: page, atomically: true, encoding: .utf8)
    let before = try tree(content)
    let newer = ["Uno.", "Due, dalla scuola.", "Tre.", "Quattro.", "Cinque."]
    var run = try bring(newer)
    #expect(run.status == 2)
    #expect(try tree(content) == before)
    #expect(
      run.errors.contains("qui: «Due, scritto qui.»; nel documento: «Due, dalla scuola.»"),
      "\(run.errors)")
    run = try bring(newer, "--tieni")
    #expect(run.status == 0 && run.errors.contains("nel documento: «Due, dalla scuola.»"))
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text.contains("Uno.\n\nDue, scritto qui.\n\nTre.\n\nQuattro.\n\nCinque."))
  }

  @Test func `another document of the same title takes nobody's page`() throws {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    func bring(_ words: String, _ options: String...) throws -> Program.Outcome {
      let body = WordCase.p("Relazione", "<w:pStyle w:val=\"Title\"/>") + WordCase.p(words)
      try Data(WordSample(body: body, parts: ImportTests.styles).bytes).write(
        to: scratch.folder.appending(path: "relazione.docx"))
      return try Program.run(
        ["importa", "relazione.docx", "--come", "contesto", "--lingua", "it"] + options,
        in: scratch.folder)
    }
    let school =
      "La scuola di via Roma ha una palestra nuova, con il tetto rifatto e le finestre che chiudono bene, aperta anche la sera."
    #expect(try bring(school).status == 0)
    let before = try tree(content)
    let waste =
      "La raccolta dei rifiuti è passata a due giri la settimana in tutti i quartieri, e l'organico si ritira il lunedì mattina."
    var run = try bring(waste)
    #expect(run.status == 2 && run.errors.contains("tutt'altro"), "\(run.errors)")
    #expect(run.errors.contains("--titolo"))
    #expect(try tree(content) == before)
    run = try bring(waste, "--titolo", "I rifiuti")
    #expect(run.status == 0, "\(run.errors)")
    // Much of it written anew is the same still.
    run = try bring(
      school.replacing("con il tetto rifatto e le finestre che chiudono bene, ", with: ""))
    #expect(run.status == 0 && run.errors.contains("aggiornata"), "\(run.errors)")
  }

  @Test
  func `the same sheet again brings new years, and no value that was changed here is written over`()
    throws
  {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    func bring(_ rows: String, _ options: String...) throws -> Program.Outcome {
      try Data("Anno;Pasti serviti;Rette pagate (%)\n\(rows)\n".utf8).write(
        to: scratch.folder.appending(path: "mense.csv"))
      return try Program.run(
        ["importa", "mense.csv", "--lingua", "it"] + options, in: scratch.folder)
    }
    func values(_ name: String) throws -> [String] {
      let text = try String(
        contentsOf: content.appending(path: "2021/\(name).yml"), encoding: .utf8)
      return ObservationTexts(text).pairs.map { "\($0.period)=\($0.value)" }
    }
    #expect(try bring("2019;310;91,5\n2020;352;93").status == 0)
    let before = try tree(content)
    var run = try bring("2019;310;91,5\n2020;352;93")
    #expect(run.status == 0 && run.errors.contains("niente di nuovo"))
    #expect(try tree(content) == before)
    // A year more, a value that the office corrected, and one that was corrected here.
    let rates = content.appending(path: "2021/rette-pagate.yml")
    try String(contentsOf: rates, encoding: .utf8).replacing("91,5", with: "91,7").write(
      to: rates, atomically: true, encoding: .utf8)
    run = try bring("2019;310;91,5\n2020;355;93\n2021;361;94")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try values("pasti-serviti") == ["2019=310", "2020=355", "2021=361"])
    #expect(try values("rette-pagate") == ["2019=91,7", "2020=93", "2021=94"])
    #expect(run.errors.contains("2020: 352 → 355") && run.errors.contains("2021: 361"))
    #expect(run.errors.contains("rimasto 91,7"))
    // Both changed one value.
    let now = try tree(content)
    run = try bring("2019;310;92\n2020;355;93\n2021;361;94")
    #expect(run.status == 2 && run.errors.contains("91,7") && run.errors.contains("92"))
    #expect(try tree(content) == now)
    run = try bring("2019;310;92\n2020;355;93\n2021;361;94", "--tieni")
    #expect(run.status == 0)
    #expect(try values("rette-pagate") == ["2019=91,7", "2020=93", "2021=94"])
    #expect(
      try tree(content).keys.filter { $0.contains("pasti") || $0.contains("rette") }.count == 2)
  }
}
