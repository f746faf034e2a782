import Foundation
import Testing

/// `bilancio nuovo obiettivo` and its kin, in a report that is there.
@Suite struct RecordTests {
  private static func run(_ line: [String], in project: URL) throws -> Program.Outcome {
    try Program.run(["nuovo"] + line, in: project, environment: ["LC_ALL": "it_IT.UTF-8"])
  }

  private static func begun() throws -> Scratch {
    let scratch = try Scratch()
    let made = try run(
      [
        "--comune", "Comune di Borgo", "--anno", "2025", "--ufficio", "Scuola", "--ufficio",
        "Verde",
      ],
      in: scratch.folder)
    #expect(made.status == 0)
    return scratch
  }

  private static func text(_ path: String, _ scratch: Scratch) -> String {
    (try? String(contentsOf: scratch.folder.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// A call, the file that it makes or adds to, and what stands there.
  static let calls: [([String], String, String)] = [
    (
      ["obiettivo", "Città", "più", "verde"], "content/2025/2-citta-piu-verde/obiettivo.yml",
      "numero: 2\ntitolo: Città più verde\n"
    ),
    (
      [
        "realizzazione", "L'orto: \"primo\"", "--obiettivo", "Il primo obiettivo", "--ufficio",
        "Verde",
      ],
      "content/2025/1-primo-obiettivo/2-l-orto-primo.md",
      "ufficio: verde\n"
    ),
    (
      ["realizzazione", "--obiettivo", "primo-obiettivo", "Altra"],
      "content/2025/1-primo-obiettivo/2-altra.md", "ufficio: scuola\n"
    ),
    (
      ["indicatore", "Raccolta", "differenziata"],
      "content/2025/indicatori/raccolta-differenziata.yml",
      "  - periodo: 2025\n    valore:\n"
    ),
    (
      [
        "atto", "Piano", "--numero", "149", "--data", "29/06/2025", "--link",
        "https://albo.example.it/149",
      ], "content/2025/atti.yml",
      "  - id: dgc-2025-149\n    organo: giunta\n    tipo: deliberazione\n    numero: 149\n"
        + "    data: 2025-06-29\n    oggetto: Piano\n"
    ),
    (
      [
        "atto", "Mensa", "--organo", "Dirigente", "--tipo", "determina", "--numero", "12", "--data",
        "2025-02-03", "--link", "https://albo.example.it/12",
      ], "content/2025/atti.yml",
      "  - id: dd-2025-12\n    organo: dirigente\n    tipo: determinazione\n"
    ),
    (
      ["fonte", "Catasto dei rifiuti", "--organizzazione", "ISPRA", "--tipo", "statistiche"],
      "content/2025/fonti.yml",
      "  - id: catasto-dei-rifiuti\n    titolo: Catasto dei rifiuti\n    organizzazione: ISPRA\n"
        + "    tipo: statistica\n    qualita: ufficiale\n"
    ),
    (
      ["contesto", "La città in numeri"], "content/2025/contesto/la-citta-in-numeri.md",
      "periodo: 2025\n"
    ),
    (
      ["ufficio", "Anagrafe"], "content/2025/uffici.yml",
      "  - id: anagrafe\n    nome: Anagrafe\n"
    ),
    (
      ["voce", "Tassa sui rifiuti", "--sigla", "TARI", "--definizione", "Paga il servizio."],
      "content/2025/glossario.yml",
      "  - id: tari\n    termine: Tassa sui rifiuti\n    sigla: TARI\n    definizione: Paga il servizio.\n"
    ),
    (["area", "Ambiente"], "content/2025/1-ambiente/area.yml", "titolo: Ambiente\n"),
    (["edizione", "2026"], "content/2026/edizione.yml", "bozza: sì\n"),
  ]

  @Test(arguments: calls)
  func `one record goes where it belongs, and the report still builds without a warning`(
    call: ([String], String, String)
  ) throws {
    let scratch = try RecordTests.begun()
    let made = try RecordTests.run(call.0, in: scratch.folder)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.split(separator: "\n").contains { $0 == call.1 }, "\(made.output)")
    #expect(
      RecordTests.text(call.1, scratch).contains(call.2), "\(RecordTests.text(call.1, scratch))")
    let checked = try Program.run(["check", "--strict"], in: scratch.folder)
    #expect(checked.status == 0, "\(checked.errors)")
    let english = try Program.run(["check"], in: scratch.folder)
    #expect(english.status == 0)
  }

  @Test(arguments: [
    (["realizzazione", "X", "--obiettivo", "primo-obietivo"], "forse intendevi `primo-obiettivo`"),
    (["realizzazione", "X"], "--obiettivo"),
    (["obiettivo", "X", "--edizione", "1999"], "ci sono: 2025"),
    (["obiettivo", "X", "--ufficio", "scuole"], "forse intendevi"),
    (["atto", "X", "--numero", "1", "--data", "31/02/2025"], "non è un giorno del calendario"),
    (["atto", "X", "--data", "2025-02-02"], "--numero"),
    (["fonte", "X", "--organizzazione", "Y", "--tipo", "boh"], "può essere:"),
    (["fonte", "X", "--organizzazione", "Y", "--link", "javascript:x"], "non è un indirizzo"),
    (["obiettivo", " "], "vuoto"),
    (["edizione", "2025"], "c'è già"), (["indicatore", "IL PRIMO DATO"], "c'è già"),
    (["obiettivo", "X", "--comune", "Borgo"], "--comune"),
  ])
  func `what cannot be is told, and nothing changes`(arguments: [String], words: String) throws {
    let scratch = try RecordTests.begun()
    let before = try tree(scratch.folder)
    let outcome = try RecordTests.run(arguments, in: scratch.folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(try tree(scratch.folder) == before)
  }

  @Test func `titles that would have one name get names of their own`() throws {
    let scratch = try RecordTests.begun()
    for title in ["Scuola!", "Scuola?", "Scuola..."] {
      #expect(try RecordTests.run(["obiettivo", title], in: scratch.folder).status == 0)
    }
    let again = try RecordTests.run(["obiettivo", "scuola!"], in: scratch.folder)
    #expect(again.status != 0 && again.errors.contains("`scuola!` c'è già"))
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: scratch.folder.appending(path: "content/2025").path
    ).filter { $0.contains("scuola") }.sorted()
    #expect(folders.count == 3)
    #expect(Set(folders).count == 3)
    #expect(try Program.run(["check", "--strict"], in: scratch.folder).status == 0)
  }

  @Test func `a file keeps its rights and stays whole`() throws {
    let scratch = try RecordTests.begun()
    let file = scratch.folder.appending(path: "content/2025/uffici.yml").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    #expect(try RecordTests.run(["ufficio", "Anagrafe"], in: scratch.folder).status == 0)
    let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(rights == 0o640)
  }

  @Test func `what is left to write is listed by office, until nothing is`() throws {
    let scratch = try RecordTests.begun()
    let list = try Program.run(["check", "--elenco"], in: scratch.folder)
    #expect(list.status == 0, "\(list.errors)")
    #expect(list.output.contains("Scuola\n"))
    #expect(list.output.contains("content/2025/1-primo-obiettivo/obiettivo.yml:"))
    #expect(list.output.contains("premessa: "))
    #expect(try Program.run(["check"], in: scratch.folder).output.contains("--elenco"))
    for path in [
      "1-primo-obiettivo/obiettivo.yml", "1-primo-obiettivo/1-prima-realizzazione.md",
      "indicatori/primo-dato.yml",
    ] {
      let file = scratch.folder.appending(path: "content/2025/" + path)
      var text = try String(contentsOf: file, encoding: .utf8)
      for field in ["premessa", "in_breve", "definizione", "metodo"] {
        text = text.replacing("\(field):\n", with: "\(field): Scritto adesso.\n")
      }
      text = text.replacing("valore:\n", with: "valore: 12\n")
      // What is likely is no fact before somebody says so.
      #expect(text.contains("  # da confermare\n"), "\(path)")
      text = text.replacing("  # da confermare\n", with: "\n")
      if path.hasSuffix(".md") { text += "Il racconto.\n" }
      try Data(text.utf8).write(to: file)
    }
    let after = try Program.run(["check", "--elenco"], in: scratch.folder)
    #expect(after.output.contains("non resta niente"), "\(after.output)")
    #expect(after.errors.isEmpty, "\(after.errors)")
  }

  @Test func `what is left may be that of one edition, which a near name is offered for`() throws {
    let scratch = try RecordTests.begun()
    let edition = scratch.folder.appending(path: "content/2025/edizione.yml")
    let text = try String(contentsOf: edition, encoding: .utf8)
    try Data((text + "bozza: sì\n").utf8).write(to: edition)
    let next = try Program.run(["nuova-edizione", "2026"], in: scratch.folder)
    #expect(next.status == 0, "\(next.errors)")
    #expect(next.errors.contains("l'edizione 2025, da cui comincia questa, è ancora una bozza"))
    func list(_ edition: String) throws -> Program.Outcome {
      try Program.run(["controlla", "--elenco", "--edizione", edition], in: scratch.folder)
    }
    let (old, new) = (try list("2025").output, try list("2026").output)
    #expect(old.contains("content/2025/1-") && !old.contains("content/2026/"), "\(old)")
    #expect(new.contains("content/2026/1-") && !new.contains("content/2025/"), "\(new)")
    let wrong = try list("20226")
    #expect(wrong.status == 2 && wrong.errors.contains("forse intendevi `2026`"), "\(wrong.errors)")
  }

  @Test func `an empty edition beside another says how to go on from that`() throws {
    let scratch = try RecordTests.begun()
    let made = try RecordTests.run(["edizione", "2026"], in: scratch.folder)
    #expect(made.status == 0 && made.errors.contains("`bilancio nuova-edizione 2026`"))
  }

  @Test func `a list of what is left says that there are mistakes, on pages too`() throws {
    let scratch = try RecordTests.begun()
    let file = scratch.folder.appending(path: "content/2025/1-primo-obiettivo/obiettivo.yml")
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing("premessa:\n", with: "premessa: Con la [delibera 5](atto:inesistente).\n")
    try Data(text.utf8).write(to: file)
    let list = try Program.run(["check", "--elenco"], in: scratch.folder)
    #expect(list.errors.contains("c'è un errore"), "\(list.errors)")
  }

  @Test(arguments: [
    (["atto", "Orari", "--numero", "8", "--data", "2025-03-02"], "tipo: deliberazione\n"),
    (
      ["atto", "Orari", "--numero", "8", "--data", "2025-03-02", "--organo", "Dirigente Scuola"],
      "tipo: determinazione\n"
    ),
    (
      ["atto", "Orari", "--numero", "8", "--data", "2025-03-02", "--organo", "sindaco"],
      "tipo: ordinanza\n"
    ),
  ])
  func `an act is of the kind that its body adopts`(call: ([String], String)) throws {
    let scratch = try RecordTests.begun()
    #expect(try RecordTests.run(call.0, in: scratch.folder).status == 0)
    #expect(RecordTests.text("content/2025/atti.yml", scratch).contains(call.1))
  }

  @Test(arguments: [
    ["ufficio", "SCUOLA"],
    [
      "fonte", "rendiconto della gestione 2025",
      "--organizzazione", "Comune",
    ],
  ])
  func `what is there is not added again`(call: [String]) throws {
    let scratch = try RecordTests.begun()
    let made = try RecordTests.run(call, in: scratch.folder)
    #expect(made.status == 2)
    #expect(made.errors.contains("c'è già"), "\(made.errors)")
  }
}
