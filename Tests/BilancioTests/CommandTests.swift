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
    #expect(outcome.output.contains("bilancio build") || outcome.output.contains("bilancio check"))
  }

  @Test func `a folder without content says what to do`() throws {
    let scratch = try Scratch()
    let outcome = try Program.run(["build", "--language", "it"], in: scratch.folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--content"))
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
    #expect(outcome.status == 2)
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
}
