import Foundation
import Testing

/// `bilancio nuovo` in an empty folder, as somebody meets it.
@Suite struct BeginningTests {
  private static func begin(_ arguments: [String], in folder: URL) throws -> Program.Outcome {
    try Program.run(["nuovo"] + arguments, in: folder, environment: ["LC_ALL": "it_IT.UTF-8"])
  }

  private static func strict(_ folder: URL) throws -> Program.Outcome {
    try Program.run(
      ["check", "--strict"], in: folder, environment: ["LC_ALL": "it_IT.UTF-8"])
  }

  /// Names as people have them, and as nobody should.
  static let names = [
    "Comune di Borgo", "Comune di Forlì nell'Emilia", "Città dell’Aquila",
    "Comune di \"Borgo\": frazione #2", "- Comune, {di} [Borgo] & figli",
    "Comune di Borgo\n# chiusa: sì",
    "\u{202E}Comune\u{200B} di\u{0} Borgo", "Comune di Nicolo\u{300}", "null", "2024",
    String(repeating: "Comune lungo ", count: 60), "'", "a: b: c", "È! \\n <b>",
  ]

  @Test(arguments: names)
  func `what is begun builds without a warning, whatever the names`(name: String) throws {
    let scratch = try Scratch()
    let made = try BeginningTests.begin(
      ["--comune=\(name)", "--anno", "2025", "--ufficio=\(name)", "--ufficio=\(name)"],
      in: scratch.folder)
    #expect(made.status == 0, "\(made.errors)")
    let checked = try BeginningTests.strict(scratch.folder)
    #expect(checked.status == 0, "\(name): \(checked.errors)")
    #expect(!checked.errors.contains("avviso["))
  }

  @Test func `in English the files and the pages are in English`() throws {
    let scratch = try Scratch()
    let made = try Program.run(
      [
        "new", "--municipality", "Borgo", "--year", "2025", "--office", "Schools", "--language",
        "en",
      ], in: scratch.folder)
    #expect(made.status == 0, "\(made.errors)")
    let files = try tree(scratch.folder.appending(path: "content"))
    #expect(files["2025/1-first-objective/objective.yml"] != nil)
    #expect(!files.values.contains { String(decoding: $0, as: UTF8.self).contains("tipo:") })
    #expect(try BeginningTests.strict(scratch.folder).status == 0)
  }

  @Test func `each file begins with two lines that say what to write where`() throws {
    let scratch = try Scratch()
    _ = try BeginningTests.begin(
      ["--comune", "Comune di Borgo", "--anno", "2025", "--ufficio", "Scuola"], in: scratch.folder)
    let files = try tree(scratch.folder.appending(path: "content"))
    #expect(files.count == 9)
    for (path, bytes) in files {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .drop { $0 == "---" }
      #expect(lines.prefix(2).allSatisfy { $0.hasPrefix("# ") }, "\(path)")
      #expect(lines.dropFirst(2).first?.hasPrefix("tipo: ") == true, "\(path)")
      #expect(!bytes.contains(0x0D))
    }
  }

  @Test func `nothing is written over anything, and the name is told`() throws {
    let scratch = try Scratch()
    let arguments = ["--comune", "Comune di Borgo", "--anno", "2025", "--ufficio", "Scuola"]
    #expect(try BeginningTests.begin(arguments, in: scratch.folder).status == 0)
    let before = try tree(scratch.folder)
    let again = try BeginningTests.begin(arguments, in: scratch.folder)
    #expect(again.status == 2)
    #expect(again.errors.contains("non è vuota"))
    #expect(try tree(scratch.folder) == before)
  }

  @Test func `an editor's settings stay those of their owner`() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.appending(path: ".vscode")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: folder.appending(path: "settings.json"))
    let made = try BeginningTests.begin(
      ["--comune", "Comune di Borgo", "--anno", "2025", "--ufficio", "Scuola"], in: scratch.folder)
    #expect(made.status == 0)
    #expect(made.errors.contains("settings.json"))
    #expect(try tree(folder).count == 1)
  }

  @Test(arguments: [
    ([], "manca `--comune`, `--anno`, `--ufficio`"),
    (["--comune", "Borgo"], "manca `--anno`, `--ufficio`"),
    (["--comune", " \u{200B} ", "--anno", "2025", "--ufficio", "Scuola"], "manca `--comune`"),
    (["--comune", "Borgo", "--anno", "20255", "--ufficio", "Scuola"], "l'anno va da 1990"),
    (
      ["--comune", "Borgo", "--anno", "2025", "--ufficio", "S", "--indirizzo", "pippo"],
      "--indirizzo"
    ),
    (["--esempio", "--anno", "2025"], "`--esempio`"),
    (["obietivo", "Uno"], "obiettivo"),
  ])
  func `without a terminal nothing is asked, and what is missing is said`(
    arguments: [String], words: String
  ) throws {
    let scratch = try Scratch()
    let outcome = try BeginningTests.begin(arguments, in: scratch.folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(try tree(scratch.folder).isEmpty)
  }

  /// In a terminal of its own (`script`), which answers as a person does.
  private static func answer(_ lines: String, in folder: URL) throws -> String {
    let program = Program.executable.path
    let outcome = try Program.shell(
      """
      cd '\(folder.path)' && printf '\(lines)' | LC_ALL=it_IT.UTF-8 \
      script -qec '\(program) nuovo' /dev/null
      """)
    return outcome.output + outcome.errors
  }

  @Test(.enabled(if: Program.isInstalled("script")))
  func `in a terminal three questions are asked, with what Enter takes in brackets`() throws {
    let scratch = try Scratch()
    let said = try BeginningTests.answer(
      #"\nComune di Borgo\nventi\n2023\nScuola, Ambiente\n"#, in: scratch.folder)
    #expect(said.contains("Serve un nome"))
    #expect(said.contains("quattro cifre"))
    #expect(said.contains("[Segreteria generale]"))
    let files = try tree(scratch.folder.appending(path: "content"))
    let offices = files["2023/uffici.yml"].map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(offices.contains("  - id: ambiente\n    nome: Ambiente\n"), "\(said)")
  }

  @Test(
    .enabled(if: Program.isInstalled("script")),
    arguments: [#"Comune di Borgo\n\004"#, #"Borgo\n\003"#])
  func `the end of input and Ctrl-C write nothing`(lines: String) throws {
    let scratch = try Scratch()
    _ = try BeginningTests.answer(lines, in: scratch.folder)
    #expect(try tree(scratch.folder).isEmpty)
  }

  @Test func `the example is written whole`() throws {
    let scratch = try Scratch()
    let made = try BeginningTests.begin(["--esempio"], in: scratch.folder)
    #expect(made.status == 0, "\(made.errors)")
    let example = try tree(Program.root.appending(path: "content"))
    let written = try tree(scratch.folder.appending(path: "content"))
    #expect(written == example.filter { !$0.key.contains("/_") })
  }

  @Test func `inside a report nothing is begun`() throws {
    let project = try Project()
    let inside = project.folder.appending(path: "content/2021")
    let outcome = try BeginningTests.begin(
      ["--comune", "Borgo", "--anno", "2025", "--ufficio", "S"], in: inside)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("dentro un bilancio"))
  }
}
