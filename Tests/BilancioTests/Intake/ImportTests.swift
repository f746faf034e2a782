import Diagnostics
import Foundation
import SocialReport
import Testing

@testable import Intake

/// A document becomes a page of the report through the program, or nothing is written.
@Suite struct ImportTests {
  private static let sections =
    WordCase.p("Una palestra", "<w:pStyle w:val=\"Title\"/>")
    + WordCase.p("Perché", "<w:pStyle w:val=\"Titolo1\"/>")
    + WordCase.p("Pioveva dentro.") + "<w:p>\(WordCase.r("Cosa abbiamo fatto", "<w:b/>"))</w:p>"
    + WordCase.p("Il tetto è nuovo.") + WordCase.p("Prossimi pasi", "<w:pStyle w:val=\"Titolo1\"/>")
    + WordCase.p("Aprire la sera.")

  private static let styles = [
    "word/styles.xml": WordCase.styles.replacing(
      "</w:styles>",
      with:
        "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style></w:styles>"
    )
  ]

  fileprivate func imported(
    _ body: String, named name: String = "palestra.docx", _ options: String...,
    bytes: [UInt8]? = nil
  ) throws -> (run: Program.Outcome, files: [String: Data]) {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    let before = Set(try tree(content).keys)
    try Data(bytes ?? WordSample(body: body, parts: ImportTests.styles).bytes).write(
      to: scratch.folder.appending(path: name))
    let run = try Program.run(["importa", name, "--lingua", "it"] + options, in: scratch.folder)
    return (run, try tree(content).filter { !before.contains($0.key) })
  }

  @Test func `headings become fields, and what is missing is asked`() throws {
    let (run, files) = try imported(ImportTests.sections, "--obiettivo", "1")
    #expect(run.status == 0, "\(run.errors)")
    let text = String(
      decoding: try #require(files["2021/1-scuole/2-una-palestra.md"]), as: UTF8.self)
    for line in [
      "titolo: Una palestra\n", "in_breve:\n", "perche: |\n  Pioveva dentro.\n",
      "prossimi_passi: |\n  Aprire la sera.\n", "bozza: sì\n",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    #expect(
      text.hasSuffix("---\n\nIl tetto è nuovo.\n") || text.hasSuffix("---\n\nIl tetto è nuovo."))
    #expect(run.errors.contains("0 persi"))
    #expect(files.keys.contains("_importati/palestra-docx.registro.csv"))
  }

  @Test func `a trial and what cannot be write nothing`() throws {
    var (run, files) = try imported(ImportTests.sections, "--obiettivo", "1", "--prova")
    #expect(run.status == 0 && files.isEmpty && run.errors.contains("Si farebbe"))
    (run, files) = try imported(ImportTests.sections)
    #expect(run.status == 2 && files.isEmpty && run.errors.contains("--obiettivo"))
    (run, files) = try imported("", bytes: Array("%PDF-1.7".utf8))
    #expect(run.status == 2 && files.isEmpty && run.errors.contains(".docx"))
    (run, files) = try imported(
      "",
      bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600))
    #expect(run.status == 2 && files.isEmpty && run.errors.contains("vecchi"))
  }

  @Test func `a table of fields fills them`() throws {
    let form =
      "<w:tbl>\(WordCase.row(WordCase.cell(WordCase.p("In breve")), WordCase.cell(WordCase.p("Una palestra nuova."))))"
      + "\(WordCase.row(WordCase.cell(WordCase.p("A che punto è")), WordCase.cell(WordCase.p("conclusa"))))</w:tbl>"
    let (run, files) = try imported(
      form + ImportTests.sections, "--obiettivo", "1", "--come", "realizzazione")
    #expect(run.status == 0, "\(run.errors)")
    let text = String(
      decoding: try #require(files["2021/1-scuole/2-una-palestra.md"]), as: UTF8.self)
    #expect(text.contains("in_breve: Una palestra nuova.\n") && text.contains("stato: conclusa"))
  }

  @Test func `a document without headings is a page of context, named by its file`() throws {
    let (run, files) = try imported(WordCase.p("Solo testo."), named: "la_nostra_città.docx")
    #expect(run.status == 0, "\(run.errors)")
    let text = String(
      decoding: try #require(files["2021/contesto/la-nostra-citta.md"]), as: UTF8.self)
    #expect(text.contains("titolo: La nostra città\n") && run.errors.contains("nome del file"))
  }
}

extension ImportTests {
  @Test func `a sheet becomes indicators, with the numbers that are seen`() throws {
    let rows = [("2019", "0.614"), ("2020", "0.55"), ("2021", "0.6349")].enumerated().map {
      place, row in
      "<row r=\"\(place + 2)\"><c r=\"A\(place + 2)\"><v>\(row.0)</v></c><c r=\"B\(place + 2)\" s=\"1\"><v>\(row.1)</v></c></row>"
    }.joined()
    let head =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Anno</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Quota coperta</t></is></c></row>"
    let bytes = WorkbookTests.made(
      [("Dati", "visible", "<sheetData>\(head)\(rows)</sheetData>")], styles: ["0.0%"])
    let (run, files) = try imported("", named: "dati.xlsx", bytes: bytes)
    #expect(run.status == 0, "\(run.errors)")
    let text = String(decoding: try #require(files["2021/quota-coperta.yml"]), as: UTF8.self)
    #expect(
      text.contains(
        "osservazioni:\n  - periodo: 2019\n    valore: 61,4\n  - periodo: 2020\n    valore: 55,0\n  - periodo: 2021\n    valore: 63,5\n"
      ))
    #expect(
      text.contains("misura: percentuale") && text.contains("unita: \"%\"")
        || text.contains("unita: '%'") || text.contains("unita: %"))
    #expect(run.output.contains("quota-coperta.yml") && run.errors.contains("3 valori"))
    let none = try imported(
      "", named: "dati.xlsx",
      bytes: WorkbookTests.made([("Dati", "visible", "<sheetData>\(head)</sheetData>")]))
    #expect(none.run.status == 2 && none.files.isEmpty && none.run.errors.contains("serie"))
  }

  @Test func `a text with separators becomes indicators, and what it is not is told`() throws {
    let (run, files) = try imported(
      "", named: "iscritti.csv",
      bytes: Array("Anno;Pasti serviti\n2019;310\n2020;352\nTotale;662\n".utf8))
    #expect(run.status == 0, "\(run.errors)")
    let text = String(decoding: try #require(files["2021/pasti-serviti.yml"]), as: UTF8.self)
    #expect(
      text.contains("  - periodo: 2019\n    valore: 310\n  - periodo: 2020\n    valore: 352\n"))
    #expect(run.errors.contains("Totale"))
    let doubtful = try imported(
      "", named: "iscritti.csv", bytes: Array("Anno;Iscritti\n2019;1.234\n".utf8))
    #expect(doubtful.run.status == 2 && doubtful.files.isEmpty)
    #expect(doubtful.run.errors.contains("senza punto"))
  }

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
    // It is known now: the next time there is nothing to say of it.
    run = try bring(both.replacing("Il tetto è nuovo.", with: "Il tetto è nuovo e tiene."))
    text = try String(contentsOf: page, encoding: .utf8)
    #expect(run.status == 0 && text.contains("nuovo e tiene.") && text.contains("da marzo"))
    let names = try tree(content).keys.filter {
      $0.hasPrefix("_importati/") && $0.hasSuffix(".json")
    }
    #expect(names == ["_importati/palestra-docx.testi.json"])
    #expect(try tree(content).keys.filter { $0.hasPrefix("2021/1-scuole/2-") }.count == 1)
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

  @Test func `an older document is turned into one that can be read, or it is said what to do`()
    throws
  {
    let rtf = Array("{\\rtf1\\ansi {\\b Perch\\'e9}\\par Pioveva.\\par}".utf8)
    let (run, files) = try imported("", named: "palestra.rtf", "--obiettivo", "1", bytes: rtf)
    // What is here of LibreOffice differs from machine to machine.
    if run.status == 0 {
      #expect(run.errors.contains("LibreOffice"), "\(run.errors)")
      #expect(files.values.contains { String(decoding: $0, as: UTF8.self).contains("Pioveva.") })
    } else {
      #expect(run.status == 2 && files.isEmpty && run.errors.contains(".docx"), "\(run.errors)")
    }
    let broken = try imported(
      "", named: "a.doc", "--obiettivo", "1",
      bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0])
    #expect(broken.run.status == 2 && broken.files.isEmpty && broken.run.errors.contains(".docx"))
  }
}

extension ImportTests {
  /// A template that an office has filled in: the words of controls, and texts under their headings.
  private static func filled(
    _ template: OfficeTemplate, _ fields: [String: String], _ texts: [String: String]
  ) -> [UInt8] {
    let parts = template.parts.map { part -> (String, [UInt8]) in
      guard part.path == "word/document.xml" else { return (part.path, part.bytes) }
      var text = String(decoding: part.bytes, as: UTF8.self)
      for (name, value) in fields {
        let control = try? Regex("(<w:tag w:val=\"\(name)\"/>.*?)<w:showingPlcHdr/>(.*?<w:t>)[^<]*")
        if let control {
          text = text.replacing(control, maxReplacements: 1) { match in
            "\(match.output[1].substring ?? "")\(match.output[2].substring ?? "")\(value)"
          }
        }
      }
      for (heading, value) in texts {
        let section = try? Regex(
          "(<w:t[^>]*>\(heading)</w:t></w:r></w:p>.*?)<w:p></w:p>")
        if let section {
          text = text.replacing(section, maxReplacements: 1) { match in
            "\(match.output[1].substring ?? "")<w:p><w:r><w:t>\(value)</w:t></w:r></w:p>"
          }
        }
      }
      return (part.path, Array(text.utf8))
    }
    return StoredZip.bytes(parts)
  }

  @Test func `a template that an office filled in comes back without a question`() throws {
    let template = OfficeTemplate(
      .achievement, language: .italian, known: ["ufficio": "scuola"], offices: ["scuola"])
    let bytes = ImportTests.filled(
      template,
      [
        "titolo": "Una palestra", "in_breve": "Il tetto è nuovo.", "stato": "completata",
        "stato_al": "31/12/2021",
      ], ["Perché": "Pioveva dentro.", "Che cosa abbiamo fatto": "Il tetto non perde più."])
    let (run, files) = try imported("", "--obiettivo", "1", bytes: bytes)
    #expect(run.status == 0 && !run.errors.contains("da guardare"), "\(run.errors)")
    let text = String(
      decoding: try #require(files["2021/1-scuole/2-una-palestra.md"]), as: UTF8.self)
    for line in [
      "titolo: Una palestra\n", "in_breve: Il tetto è nuovo.\n", "ufficio: scuola\n",
      "stato: completata", "stato_al: 31/12/2021", "perche: |\n  Pioveva dentro.\n",
      "\nIl tetto non perde più.",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    // Nothing that the template says by itself comes in.
    for words in ["Scrivi qui", "Scegli", "righe grigie", "cosa_e_cambiato"] {
      #expect(!text.contains(words), "\(words)")
    }
  }

  @Test func `the program makes a template once, for an office that there is`() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"),
      to: scratch.folder.appending(path: "content"))
    func made(_ options: String...) throws -> Program.Outcome {
      try Program.run(["modello", "--lingua", "it"] + options, in: scratch.folder)
    }
    var run = try made("--ufficio", "scuola")
    #expect(run.status == 0 && run.output == "modello-realizzazione-scuola.docx\n", "\(run.errors)")
    run = try made("--ufficio", "scuola")
    #expect(run.status == 2 && run.errors.contains("c'è già"))
    #expect(try made("--ufficio", "scuolaa").status == 2)
    #expect(try made("--come", "indicatore").status == 2)
    #expect(try made("--come", "obiettivo", "--uscita", "o.docx").status == 0)
    // Nobody has written anything yet.
    let (empty, files) = try imported(
      "", "--obiettivo", "1",
      bytes: Array(
        Data(contentsOf: scratch.folder.appending(path: "modello-realizzazione-scuola.docx"))))
    #expect(empty.status == 0 && empty.errors.contains("nome del file"))
    #expect(
      files.filter { $0.key.hasSuffix(".md") }.allSatisfy {
        !String(decoding: $0.value, as: UTF8.self).contains("Scrivi qui")
      })
  }
}
