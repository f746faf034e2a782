import Foundation
import Testing

/// The program as a user meets it.
@Suite struct CommandTests {
  @Test func `the version is told`() throws {
    let outcome = try Program.run(["--version"], in: Program.root)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("."))
  }

  @Test(arguments: [["--help"], ["build", "--help"], ["check", "--help"], []])
  func `help is in plain words with an example`(arguments: [String]) throws {
    let outcome = try Program.run(arguments, in: Program.root)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(/bilancio (build|check|costruisci|controlla)/))
  }

  @Test func `a folder without content says what to do`() throws {
    let scratch = try Scratch()
    let outcome = try Program.run(["build", "--language", "it"], in: scratch.folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--testi"))
  }

  @Test(arguments: [
    ["biuld"], ["build", "--formato"], ["build", "--base-url", "pippo"],
    ["check", "--edition", "1980"], ["check", "--theme", "comunne"],
  ])
  func `a wrong call ends with 2`(arguments: [String]) throws {
    let project = try Project()
    let outcome = try Program.run(arguments, in: project.folder)
    #expect(outcome.status == 2)
    #expect(!outcome.errors.isEmpty)
  }

  @Test
  func `messages follow the language that was asked for, then the locale's, then the report's`()
    throws
  {
    let project = try Project()
    try project.edit("2021/uffici.yml", "nome:", "nme:")
    func words(_ arguments: [String], _ locale: String) throws -> String {
      try Program.run(["check"] + arguments, in: project.folder, environment: ["LC_ALL": locale])
        .errors
    }
    #expect(try words(["--language", "en"], "it_IT.UTF-8").contains("error["))
    #expect(try words([], "en_GB.UTF-8").contains("error["))
    #expect(try words([], "it_IT.UTF-8").contains("errore["))
    #expect(try words([], "C.UTF-8").contains("errore["))
  }

  @Test(arguments: ["json", "line", "github"])
  func `a form for programs goes to standard output`(format: String) throws {
    let project = try Project()
    try project.edit("2021/uffici.yml", "nome:", "nme:")
    let outcome = try Program.run(["check", "--format", format], in: project.folder)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("chiave-ignota"))
    #expect(outcome.errors.isEmpty)
    if format == "json" {
      let object =
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      #expect(object?["version"] as? Int == 1)
    }
  }

  @Test func `a link that leads nowhere is told`() throws {
    let project = try Project()
    try FileManager.default.createSymbolicLink(
      atPath: project.folder.appending(path: "content/2021/persa.yml").path,
      withDestinationPath: "altrove.yml")
    let outcome = try project.run()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("persa.yml"))
  }

  @Test func `check writes nothing`() throws {
    let project = try Project()
    let before = try tree(project.folder)
    #expect(try Program.run(["check"], in: project.folder).status == 0)
    #expect(try tree(project.folder) == before)
  }

  @Test func `drafts are left out unless they are asked for`() throws {
    let project = try Project()
    try Data(
      """
      ---
      tipo: realizzazione
      numero: 2
      titolo: Una bozza
      in_breve: Non ancora.
      ufficio: scuola
      stato: avviata
      stato_al: 2021-12-31
      aggiornato_il: 2021-12-31
      bozza: sì
      ---
      Testo.
      """.utf8
    ).write(to: project.folder.appending(path: "content/2021/1-scuole/2-bozza.md"))
    #expect(try project.run().status == 0)
    #expect(!project.has("2021/scuole/bozza/index.html"))
    #expect(try project.run(["--drafts"]).status == 0)
    #expect(project.has("2021/scuole/bozza/index.html"))
  }

  @Test(arguments: ["https://a.it/", "https://a.it/bilancio/sociale", "relative"])
  func `every link leads to a file and every fragment to an id`(base: String) throws {
    let project = try Project()
    let arguments = base == "relative" ? ["--relative"] : ["--base-url", base]
    #expect(try project.run(arguments).status == 0)
    let path =
      base == "relative"
      ? nil : URL(string: base + "/").map { $0.path.hasSuffix("/") ? $0.path : $0.path + "/" }
    let files = try tree(project.output)
    var checked = 0
    for (page, bytes) in files where page.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      for match in text.matches(of: /(?:href|src)="([^"]*)"/) {
        let address = String(match.1)
        if address.contains(":") { continue }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var target = page
        if !parts[0].isEmpty {
          if let path {
            #expect(parts[0].hasPrefix(path), "\(page): \(address)")
            target = String(parts[0].dropFirst(path.count))
            if target.isEmpty || target.hasSuffix("/") { target += "index.html" }
          } else {
            let folder = page.split(separator: "/").dropLast().joined(separator: "/")
            let whole = URL(filePath: "/" + folder + "/" + parts[0]).standardizedFileURL.path
            target = String(whole.dropFirst())
          }
        }
        #expect(files[target] != nil, "\(page): \(address)")
        if parts.count == 2, let found = files[target] {
          #expect(
            String(decoding: found, as: UTF8.self).contains("id=\"\(parts[1])\""),
            "\(page): \(address)")
        }
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  @Test func `a file of many megabytes is refused, not read`() throws {
    let project = try Project()
    try Data(repeating: UInt8(ascii: "a"), count: 3 << 20)
      .write(to: project.folder.appending(path: "content/2021/grande.yml"))
    let outcome = try project.run()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("file-troppo-grande"))
  }

  /// A wrong call, and what is said of it in Italian.
  struct Call: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let words: String

    init(_ arguments: String, _ words: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.words = words
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  /// One call for each sentence of the argument parser, whose English nobody must see.
  static let calls = [
    Call("anteprma", "errore: non c'è un comando `anteprma`\n  aiuto: forse intendevi `anteprima`"),
    Call("biuld", "forse intendevi `build`"),
    Call("init", "i comandi sono: nuovo, nuova-edizione, anteprima, "),
    Call("check uno due", "errore: `uno` è di troppo"),
    Call("check uno", "errore: `uno` è di troppo"),
    Call(
      "check --formt x",
      "`bilancio check` non ha l'opzione `--formt`\n  aiuto: forse intendevi `--format`"),
    Call("check -x", "`bilancio check` non ha l'opzione `-x`"),
    Call(
      "check --format xml",
      "`xml` non va bene per `--format <formato>`\n  aiuto: può essere: `text`"),
    Call("build --edition", "dopo `--edition <anno>` manca il valore"),
    Call("build --edizione", "dopo `--edizione <anno>` manca il valore"),
    Call("check --strict=2", "`--strict` non vuole un valore, e qui c'è `2`"),
    Call("close", "manca `<anno>`"),
    Call("anteprima --porta abc", "`abc` non va bene per `--porta <porta>`"),
    Call("preview --port 99999", "--porta: una porta è un numero"),
    Call("package --output a.tar", "--uscita: il nome deve finire con .zip"),
    Call("pubblica --edizione 2024", "si pubblica tutto il sito"),
    Call(
      "nuovo realizzazione Sala --obbiettivo 1",
      "`bilancio nuovo realizzazione` non ha l'opzione `--obbiettivo`\n  aiuto: forse intendevi `--obiettivo`"
    ),
    Call("nuovo delibera Mensa --numero 3", "forse intendevi `bilancio nuovo atto`"),
    Call("nuovo determina Mensa", "forse intendevi `bilancio nuovo atto … --organo dirigente`"),
    Call("nuovo glossario TARI", "forse intendevi `bilancio nuovo voce`"),
    Call("nuovo pagina Mensa", "forse intendevi `bilancio nuovo contesto`"),
    Call("nuovo dato Rifiuti", "forse intendevi `bilancio nuovo indicatore`"),
    Call("nuovo settore Scuola", "forse intendevi `bilancio nuovo ufficio`"),
    Call("nuovo anno 2025", "forse intendevi `bilancio nuova-edizione`"),
    Call("nuova edizione duemila", "`duemila` non va bene per `<anno>`"),
    Call("nuova delibera Mensa", "forse intendevi `bilancio nuovo atto`"),
    // Options too are called by their names in the user's language.
    Call("nuovo fonte Catasto", "manca `--organizzazione <nome>`"),
    Call("new source Catasto", "uso: bilancio nuovo fonte <titolo> ... --organizzazione <nome>"),
    Call("nuovo realizzaizone Sala --obiettivo 1", "forse intendevi `realizzazione`"),
  ]

  @Test(arguments: calls)
  func `a wrong call is told in the user's language`(call: Call) throws {
    let italian = try Program.run(
      call.arguments, in: Program.root, environment: ["LC_ALL": "it_IT.UTF-8"])
    #expect(italian.status == 2)
    #expect(italian.errors.contains(call.words), "\(italian.errors)")
    let english = try Program.run(call.arguments + ["--language", "en"], in: Program.root)
    #expect(english.errors.hasPrefix("error: "))
    for foreign in [
      "Error:", "Usage:", "Unexpected", "Unknown", "Missing", "See '", "Help:", "<subcommand>",
    ] {
      #expect(!italian.errors.contains(foreign) && !english.errors.contains(foreign))
    }
  }

  @Test(arguments: [
    [], ["check"], ["build"], ["preview"], ["package"], ["publish"], ["status"], ["close"],
    ["manual"],
  ])
  func `help is wholly in the user's language`(command: [String]) throws {
    let italian = try Program.run(
      command + ["--aiuto"], in: Program.root, environment: ["LC_ALL": "it_IT.UTF-8"])
    #expect(italian.status == 0)
    #expect(italian.output.contains("USO: bilancio"))
    for foreign in [
      "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "default", "values", "Show",
      " the ", "<subcommand>",
    ] {
      #expect(!italian.output.contains(foreign), "\(foreign)")
    }
    let english = try Program.run(
      command + ["--help"], in: Program.root, environment: ["LC_ALL": "en_GB.UTF-8"])
    for foreign in ["OVERVIEW", "SUBCOMMANDS", "USO:", " il ", " della ", "cartella"] {
      #expect(!english.output.contains(foreign), "\(foreign)")
    }
  }

  @Test func `commands have Italian names, and are found from a folder of the texts`() throws {
    let project = try Project()
    for folder in ["", "content", "content/2021", "content/2021/1-scuole"] {
      let outcome = try Program.run(
        ["controlla", "--lingua", "it"], in: project.folder.appending(path: folder))
      #expect(outcome.status == 0, "\(folder): \(outcome.errors)")
      #expect(outcome.errors.contains("Lavoro nella cartella del progetto") == !folder.isEmpty)
    }
    let aside = try Program.run(
      ["controlla", "--testi", "nessuna"], in: project.folder.appending(path: "content"))
    #expect(aside.status == 2)
  }
}
