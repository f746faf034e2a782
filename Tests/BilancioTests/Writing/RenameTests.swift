import Foundation
import Testing

/// `bilancio rinomina`: a name changes wherever it is named, and nowhere else.
@Suite struct RenameTests {
  private static func rename(
    _ old: String, _ new: String, in scratch: Scratch
  ) throws -> Program.Outcome {
    try EditedReport.run(["rinomina", old, new, "--si"], in: scratch)
  }

  private static func check(_ scratch: Scratch) throws -> Program.Outcome {
    try EditedReport.run(["controlla"], in: scratch)
  }

  /// What is renamed, its new name, a file, and what is in it then.
  static let names: [(String, String, [String: [String]])] = [
    (
      "scuola", "istruzione",
      [
        EditedReport.page: ["ufficio: istruzione"],
        "content/2021/uffici.yml": ["- id: istruzione"],
        "content/2021/iscritti.yml": ["responsabile: istruzione"],
      ]
    ),
    (
      "dgc-2021-10", "dgc-2021-12",
      [
        EditedReport.page: ["atti: [dgc-2021-12]", "(atto:dgc-2021-12)"],
        "content/2021/atti.yml": ["- id: dgc-2021-12"],
      ]
    ),
    (
      "iscritti", "bambini",
      [
        EditedReport.page: ["[352](dato:bambini@2021)"],
        "content/2021/bambini.yml": ["tipo: indicatore"],
        "content/2021/1-scuole/obiettivo.yml": ["dato:bambini@2020", "indicatori: [bambini]"],
      ]
    ),
    ("nuova-mensa", "mensa", ["content/2021/1-scuole/1-mensa.md": ["titolo: Una nuova mensa"]]),
    ("scuole", "scuola-e-nidi", ["content/2021/1-scuole/obiettivo.yml": ["id: scuola-e-nidi"]]),
    (
      "2021/iscritti.yml", "bambini.yml",
      ["content/2021/bambini.yml": ["tipo: indicatore"], EditedReport.page: ["dato:bambini@2021"]]
    ),
  ]

  @Test(arguments: names)
  func `a name changes everywhere, and back to the byte`(
    old: String, new: String, expected: [String: [String]]
  ) throws {
    let scratch = try EditedReport.begun(themed: true)
    let before = try tree(scratch.folder)
    let outcome = try RenameTests.rename(old, new, in: scratch)
    #expect(outcome.status == 0 && !outcome.errors.contains("dirà"), "\(outcome.errors)")
    for (path, texts) in expected {
      let text = try EditedReport.text(path, scratch)
      for part in texts { #expect(text.contains(part), "\(path): \(text)") }
    }
    #expect(try RenameTests.check(scratch).status == 0)
    guard old != "scuole" else { return }
    let name = old.hasSuffix(".yml") ? "2021/" + new : new
    let back = old.hasSuffix(".yml") ? "iscritti.yml" : old
    #expect(try RenameTests.rename(name, back, in: scratch).status == 0)
    #expect(try tree(scratch.folder) == before)
  }

  @Test func `links of every kind go along`() throws {
    let scratch = try EditedReport.begun(themed: true)
    let links = """
      Vedi [qui](pagina:scuole/nuova-mensa#x), [qui](page:1-scuole/1-nuova-mensa), <pagina:scuole>,
      [qui](pagina:2021/scuole/nuova-mensa), [b], [no](pagina:nuova-mensa) e
      [c](conteggio:scuole/nuova-mensa.atti), [r](risorsa:scuole/nuova-mensa.arredi),
      [x](https://a.it/nuova-mensa), nuova-mensa.

      [b]: <pagina:scuole/nuova-mensa> "Titolo"

      """
    let objective = "content/2021/1-scuole/obiettivo.yml"
    let text = try EditedReport.text(objective, scratch)
    let indented = links.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    let wrong = text.replacing("premessa: |\n", with: "premessa: |\n" + indented + "\n")
    #expect(wrong != text)
    try EditedReport.write(wrong, to: objective, scratch)
    #expect(try RenameTests.rename("nuova-mensa", "mensa", in: scratch).status == 0)
    let after = try EditedReport.text(objective, scratch)
    for new in [
      "(pagina:scuole/mensa#x)", "(page:1-scuole/mensa)", "(pagina:2021/scuole/mensa)",
      "(conteggio:scuole/mensa.atti)", "(risorsa:scuole/mensa.arredi)",
      "<pagina:scuole/mensa> \"Titolo\"", "(pagina:nuova-mensa)", "https://a.it/nuova-mensa),",
      ", nuova-mensa.",
    ] { #expect(after.contains(new), "\(new): \(after)") }
    #expect(try RenameTests.rename("scuole", "nidi", in: scratch).status == 0)
    let again = try EditedReport.text(objective, scratch)
    for new in ["pagina:nidi/mensa#x", "<pagina:nidi>", "conteggio:nidi/mensa", "2021/nidi/mensa"] {
      #expect(again.contains(new), "\(new): \(again)")
    }
  }

  @Test func `a picture takes its new name to all texts that show it`() throws {
    let scratch = try EditedReport.begun()
    let folder = scratch.folder.appending(path: "content/2021/1-scuole")
    try Data("x".utf8).write(to: folder.appending(path: "IMG 0231.JPG"))
    let page = try EditedReport.text(EditedReport.page, scratch)
    try EditedReport.write(
      page + "\n![Il cortile](<IMG 0231.JPG>) ![Il cortile](IMG%200231.JPG \"x\")\n",
      to: EditedReport.page, scratch)
    let outcome = try RenameTests.rename(
      "2021/1-scuole/IMG 0231.JPG", "cortile.JPG", in: scratch)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try EditedReport.text(EditedReport.page, scratch)
    #expect(text.hasSuffix("![Il cortile](<cortile.JPG>) ![Il cortile](cortile.JPG \"x\")\n"))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/cortile.JPG"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/IMG 0231.JPG"))
  }

  @Test(arguments: [
    ("scuola", "Scuola Nuova", "non può essere un nome"),
    ("scuola", "tributi", "c'è già"),
    ("niente", "altro", "non trovo"),
    ("2021/iscritti.yml", "../fuori.yml", "non può essere un nome"),
    ("2021/iscritti.yml", "iscritti.md", "non può essere un nome"),
    ("2021/iscritti.yml", "atti.yml", "c'è già"),
  ])
  func `what cannot be a name is refused, and nothing changes`(
    old: String, new: String, told: String
  ) throws {
    let scratch = try EditedReport.begun()
    let offices = "content/2021/uffici.yml"
    let more = "  - id: tributi\n    nome: Tributi\n    contatto: tributi@comune.it\n"
    try EditedReport.write(
      try EditedReport.text(offices, scratch).replacing("voci:\n", with: "voci:\n" + more),
      to: offices, scratch)
    let before = try tree(scratch.folder)
    let outcome = try RenameTests.rename(old, new, in: scratch)
    #expect(outcome.status == 2 && outcome.errors.contains(told), "\(outcome.errors)")
    #expect(try tree(scratch.folder) == before)
  }

  @Test func `an edition's entries are its own, and shared ones are of all that have none`() throws
  {
    let scratch = try EditedReport.begun()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: content.appending(path: "2021"), to: content.appending(path: "2020"))
    let edition = try EditedReport.text("content/2020/edizione.yml", scratch)
    try EditedReport.write(
      edition.replacing("anno: 2021", with: "anno: 2020"), to: "content/2020/edizione.yml",
      scratch)
    let outcome = try RenameTests.rename(
      "2021/uffici.yml#scuola", "istruzione", in: scratch)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try EditedReport.text("content/2020/iscritti.yml", scratch).contains("responsabile: scuola"))
    #expect(
      try EditedReport.text("content/2021/iscritti.yml", scratch).contains(
        "responsabile: istruzione"))
    let shared = content.appending(path: "comuni")
    try FileManager.default.createDirectory(at: shared, withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      at: content.appending(path: "2020/uffici.yml"), to: shared.appending(path: "uffici.yml"))
    let again = try RenameTests.rename("comuni/uffici.yml#scuola", "nidi", in: scratch)
    #expect(again.status == 0, "\(again.errors)")
    #expect(
      try EditedReport.text("content/2020/iscritti.yml", scratch).contains("responsabile: nidi"))
    #expect(
      try EditedReport.text("content/2021/iscritti.yml", scratch).contains(
        "responsabile: istruzione"))
  }

  @Test func `a source goes along in a table of observations, with its bytes`() throws {
    let scratch = try EditedReport.begun(themed: true)
    let indicator = "content/2021/iscritti.yml"
    var text = try EditedReport.text(indicator, scratch)
    let start = try #require(text.range(of: "osservazioni:"))
    text = text[..<start.lowerBound] + "osservazioni: iscritti.csv\n"
    try EditedReport.write(text, to: indicator, scratch)
    let table = "content/2021/iscritti.csv"
    try EditedReport.write(
      "\u{FEFF}periodo;valore;fonte\r\n2019;340;\r\n2020;310;\"registro-iscritti\"\r\n"
        + "2021;352;registro-iscritti\r\n", to: table, scratch)
    #expect(try RenameTests.check(scratch).status == 0)
    let outcome = try RenameTests.rename("registro-iscritti", "anagrafe", in: scratch)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let bytes = try Data(contentsOf: scratch.folder.appending(path: table))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "\u{FEFF}periodo;valore;fonte\r\n2019;340;\r\n2020;310;\"anagrafe\"\r\n2021;352;anagrafe\r\n"
    )
    #expect(try RenameTests.check(scratch).status == 0)
  }

  @Test func `addresses with parentheses and a last slash go along`() throws {
    let scratch = try EditedReport.begun(themed: true)
    let text = try EditedReport.text(EditedReport.page, scratch)
    try EditedReport.write(
      text + "\nVedi [qui](pagina:scuole/nuova-mensa/) e ![La mensa](foto_(1).png \"Fuori\").\n",
      to: EditedReport.page, scratch)
    try FileManager.default.copyItem(
      at: GoldenTests.folder.appending(
        path: "Cases/didascalie/content/2021/1-scuole/immagini/sala.png"),
      to: scratch.folder.appending(path: "content/2021/1-scuole/foto_(1).png"))
    let page = try RenameTests.rename("nuova-mensa", "mensa", in: scratch)
    #expect(page.status == 0, "\(page.errors)")
    let file = try RenameTests.rename("2021/1-scuole/foto_(1).png", "mensa.png", in: scratch)
    #expect(file.status == 0, "\(file.errors)")
    let after = try EditedReport.text("content/2021/1-scuole/1-mensa.md", scratch)
    let expected = "[qui](pagina:scuole/mensa/) e ![La mensa](mensa.png \"Fuori\")"
    #expect(after.contains(expected), "\(after)")
    #expect(try RenameTests.check(scratch).status == 0)
  }

  @Test func `killed at any moment, all files have the old name or all the new one`() throws {
    let scratch = try EditedReport.begun(themed: true)
    let kills = ProcessInfo.processInfo.environment["BILANCIO_KILLS"].flatMap { Int($0) } ?? 30
    var old = "scuola"
    for number in 1...kills {
      let new = "ufficio-\(number)"
      let process = Program.process(["rinomina", old, new, "--si"], in: scratch.folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 0...60_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      // Whoever comes next finishes.
      _ = try EditedReport.run(
        ["imposta", "titolo", "Numero \(number)", "--dove", "nuova-mensa", "--si"], in: scratch)
      let files = try ["content/2021/uffici.yml", "content/2021/iscritti.yml", EditedReport.page]
        .map { try EditedReport.text($0, scratch) }
      let isNew = files.map { $0.contains(": \(new)\n") }
      let isOld = files.map { $0.contains(": \(old)\n") }
      #expect(
        isNew.allSatisfy { $0 } && isOld.allSatisfy { !$0 }
          || isOld.allSatisfy { $0 } && isNew.allSatisfy { !$0 })
      if isNew[0] { old = new }
    }
    let left = try FileManager.default.subpathsOfDirectory(atPath: scratch.folder.path + "/content")
    #expect(!left.contains { $0.contains("bilancio-") }, "\(left)")
    #expect(try RenameTests.check(scratch).status == 0)
  }
}
