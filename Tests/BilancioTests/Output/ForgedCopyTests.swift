import Foundation
import Testing

/// Copies of closed editions that somebody changed behind the back of `bilancio close`.
@Suite struct ForgedCopyTests {
  private let project: ClosedProject

  init() throws { project = try ClosedProject() }

  @Test func `close says in the edition's file which copy it is`() throws {
    try project.close()
    let text = try String(
      contentsOf: project.folder.appending(path: "content/2021/edizione.yml"), encoding: .utf8)
    let lines = text.split(separator: "\n").suffix(2)
    #expect(lines.first == "chiusa: true")
    #expect(lines.last?.wholeMatch(of: /impronta: [0-9a-f]{64}/) != nil, "\(lines)")
    #expect(try project.run(["check"]).status == 0)
    try project.edit("2021/edizione.yml") { $0.replacing(/impronta: .*/, with: "") }
    let outcome = try project.run(["check"])
    #expect(outcome.status == 1 && outcome.errors.contains("`impronta` non dice"))
  }

  @Test(arguments: ["check", "build"])
  func `a copy whose list was changed is refused`(command: String) throws {
    try project.close()
    let page = "<!doctype html><title>x</title>"
    try project.forge("2021/scuole/index.html", page)
    let outcome = try project.run([command])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("non è quella che dice `impronta`"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: project.folder.appending(path: "output").path))
  }

  @Test func `whatever the list and the fingerprint say, only what close writes is published`()
    throws
  {
    try project.close()
    let paths = [
      "wp-login.php", "2021/.htaccess", "2021/shell.php", "assets/evil.js", "2022/altro.html",
      "assets/.htaccess", "2021/file/x.php.pdf", "file/x.shtml", "2021/file/.user.ini",
      "index.html", "assets/x-0123456789abcdef.php", "assets/sub/x-0123456789abcdef.js",
      "2021/cerca/x.js", "2021/cerca/t0-0123456789abcdef.js", "2021/t0-0123456789abcdef.js",
      "2021/cerca/indice.js", ".well-known/x.json", "2021/web.config", "2021/file/pagina.html",
      "2021/file/web.config",
    ]
    for path in paths { try project.forge(path, "x") }
    try project.vouch()
    let outcome = try project.run(["check", "--format", "json"])
    #expect(outcome.status == 1)
    for path in paths { #expect(outcome.output.contains("`\(path)` non può"), "\(path)") }
    #expect(try project.run(["build"]).status == 1)
  }

  @Test(arguments: ["testi.csv", "rettifiche.csv", "indirizzo.txt", "pagine/bilancio-manifest.csv"])
  func `a part of a copy that is a link out of the texts, or a pipe, is told and not read`(
    name: String
  ) throws {
    try project.close()
    let file = project.folder.appending(path: "content/2021/_chiusa/" + name)
    let other = project.folder.appending(path: "altrove")
    try FileManager.default.moveItem(at: file, to: other)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: other)
    var outcome = try project.run(["check"])
    #expect(outcome.status == 1 && outcome.errors.contains("porta fuori da"), "\(outcome.errors)")
    try FileManager.default.removeItem(at: file)
    let made = unsafe mkfifo(file.path, 0o600)
    try #require(made == 0)
    outcome = try project.run(["check"])
    #expect(outcome.status == 1 && outcome.errors.contains("è un canale"), "\(outcome.errors)")
    try FileManager.default.removeItem(at: file)
    outcome = try project.run(["check"])
    #expect(outcome.status == 1 && outcome.errors.contains("non è intera"), "\(outcome.errors)")
  }

  @Test func `a link in a copy is not followed out of it`() throws {
    try project.close()
    let copies = project.folder.appending(path: "content/2021/_chiusa/pagine/2021")
    let secret = project.folder.appending(path: "segreto")
    try Data("x".utf8).write(to: secret)
    try FileManager.default.removeItem(at: copies.appending(path: "index.html"))
    try FileManager.default.createSymbolicLink(
      at: copies.appending(path: "index.html"), withDestinationURL: secret)
    let outcome = try project.run(["check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("la copia di `2021/index.html` non c'è più o non si legge"))
  }
}
