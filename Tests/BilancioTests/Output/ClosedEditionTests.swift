import Diagnostics
import Foundation
import Testing

@testable import Output

/// Editions that are published as they were (`chiusa: true`), and their corrections.
@Suite struct ClosedEditionTests {
  private let scratch: Scratch
  private var folder: URL { scratch.folder }
  private static let achievement = "2021/1-scuole/1-nuova-mensa.md"
  private static let correction = """
    tipo: rettifiche
    voci:
      - data: 2022-03-01
        pagina: scuole/nuova-mensa
        che_cosa: Quando la mensa ha aperto.
        prima: settembre
        dopo: ottobre
        perche: Un errore di scrittura.

    """

  init() throws {
    scratch = try Scratch()
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: folder.appending(path: "content"))
    try TestTheme.copy(to: folder.appending(path: "themes/comune"))
  }

  private func edit(_ path: String, _ change: (String) -> String) throws {
    let file = folder.appending(path: "content/" + path)
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    try change(text).write(to: file, atomically: true, encoding: .utf8)
  }

  private func run(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, environment: [:])
  }

  private func close() throws {
    try edit("2021/edizione.yml") { $0 + "chiusa: true\n" }
    let outcome = try run(["close", "2021"])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func site(_ name: String = "output") throws -> [String: Data] {
    let outcome = try run(["build", "--output", name])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try tree(folder.appending(path: name))
  }

  /// A theme that shows other pages of every edition that is made anew.
  private func changeTheme() throws {
    let layout = folder.appending(path: "themes/comune/layout.html")
    let text = try String(contentsOf: layout, encoding: .utf8)
    try text.replacingOccurrences(of: "<body ", with: "<body data-nuovo=\"\" ")
      .write(to: layout, atomically: true, encoding: .utf8)
    let style = folder.appending(path: "themes/comune/assets/stile.css")
    let sheet = try String(contentsOf: style, encoding: .utf8)
    try (sheet + "\nbody { color: #123456; }\n").write(to: style, atomically: true, encoding: .utf8)
  }

  @Test func `it stays byte for byte, with all it loads, under another theme`() throws {
    try close()
    let before = try site()
    try changeTheme()
    let after = try site()
    for (path, bytes) in before where path.hasPrefix("2021/") || path.hasPrefix("assets/") {
      #expect(after[path] == bytes, "\(path)")
    }
    #expect(after["index.html"] != before["index.html"])
    #expect(Set(before.keys).isSubset(of: after.keys))
  }

  @Test func `the mark comes before the copy, and the copy before a build`() throws {
    let unmarked = try run(["close", "2021"])
    #expect(unmarked.status == 2)
    #expect(unmarked.errors.contains("chiusa: true"))
    try edit("2021/edizione.yml") { $0 + "chiusa: true\n" }
    let outcome = try run(["check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("bilancio close 2021"))
    #expect(try run(["close", "2019"]).status == 2)
  }

  @Test func `a text that changed is a mistake until a correction tells of it`() throws {
    try close()
    let before = try site()
    try edit(ClosedEditionTests.achievement) {
      $0.replacingOccurrences(of: "da settembre", with: "da ottobre")
    }
    let refused = try run(["build"])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("1-nuova-mensa.md: errore[edizione-chiusa]"))
    #expect(refused.errors.contains("`pagina: scuole/nuova-mensa`"))
    try edit("2021/rettifiche.yml") { _ in ClosedEditionTests.correction }
    try changeTheme()
    let after = try site()
    let page = String(
      decoding: try #require(after["2021/scuole/nuova-mensa/index.html"]), as: UTF8.self)
    #expect(page.contains("1° marzo 2022") && page.contains("Un errore di scrittura."))
    #expect(page.contains("/2021/rettifiche/"))
    let all = String(decoding: try #require(after["2021/rettifiche/index.html"]), as: UTF8.self)
    #expect(all.contains("<dd>settembre</dd>") && all.contains("<dd>ottobre</dd>"))
    // The page of the objective shows the summary of what changed; that of the figure does not.
    #expect(after["2021/scuole/index.html"] != before["2021/scuole/index.html"])
    #expect(after["2021/dati/iscritti/index.html"] == before["2021/dati/iscritti/index.html"])
    for (path, bytes) in before where path.hasPrefix("assets/") { #expect(after[path] == bytes) }
  }

  @Test func `a correction covers only the texts of its page`() throws {
    try close()
    try edit("2021/rettifiche.yml") { _ in ClosedEditionTests.correction }
    try edit("2021/fonti.yml") { $0.replacingOccurrences(of: "Registro", with: "Elenco") }
    let outcome = try run(["check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("fonti.yml: errore[edizione-chiusa]"))
  }

  @Test func `what was corrected is closed again`() throws {
    try close()
    try edit(ClosedEditionTests.achievement) {
      $0.replacingOccurrences(of: "da settembre", with: "da ottobre")
    }
    try edit("2021/rettifiche.yml") { _ in ClosedEditionTests.correction }
    let corrected = try site()
    #expect(try run(["close", "2021"]).status == 0)
    try changeTheme()
    let again = try site()
    for (path, bytes) in corrected where path.hasPrefix("2021/") { #expect(again[path] == bytes) }
    // A correction that was published stays as it is.
    try edit("2021/rettifiche.yml") { $0.replacingOccurrences(of: "Un errore", with: "Una svista") }
    let outcome = try run(["check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("rettifiche.yml:3:11: errore[edizione-chiusa]"))
  }

  @Test func `copies that somebody touched are told`() throws {
    try close()
    try edit("2021/_chiusa/pagine/2021/index.html") { $0 + " " }
    let outcome = try run(["check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("la copia di `2021/index.html` non è più"))
  }

  @Test func `what its pages load from above its folder stays`() throws {
    let folder = folder.appending(path: "content")
    try Data("%PDF-1.4".utf8).write(to: folder.appending(path: "foto.pdf"))
    try edit(ClosedEditionTests.achievement) { $0 + "\nVedi il [documento](../../foto.pdf).\n" }
    try close()
    let before = try site()
    #expect(before["file/foto.pdf"] != nil)
    try FileManager.default.removeItem(at: folder.appending(path: "foto.pdf"))
    #expect(try site()["file/foto.pdf"] == before["file/foto.pdf"])
  }

  @Test func `for another address its pages are made anew, and that is told`() throws {
    try close()
    let outcome = try run(["build", "--base-url", "https://altro.example.it/b/"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("avviso[edizione-chiusa]"))
    let page = try String(
      contentsOf: folder.appending(path: "output/2021/index.html"), encoding: .utf8)
    #expect(page.contains("https://altro.example.it/b/2021/"))
  }

  @Test func `a copy that is not whole is not made anew`() throws {
    try close()
    let record = folder.appending(path: "content/2021/_chiusa/rettifiche.csv")
    try FileManager.default.removeItem(at: record)
    try edit(ClosedEditionTests.achievement) {
      $0.replacingOccurrences(of: "da settembre", with: "da ottobre")
    }
    for command in [["check"], ["close", "2021"]] {
      let outcome = try run(command)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("non è intera"))
    }
  }

  @Test func `a correction of a source reaches all pages that name it`() throws {
    try close()
    try edit("2021/fonti.yml") { $0.replacingOccurrences(of: "Registro", with: "Elenco") }
    try edit("2021/rettifiche.yml") { _ in
      ClosedEditionTests.correction.replacingOccurrences(of: "scuole/nuova-mensa", with: "fonti")
    }
    let after = try site()
    let page = String(
      decoding: try #require(after["2021/dati/iscritti/index.html"]), as: UTF8.self)
    #expect(page.contains("Elenco") && !page.contains("Registro"))
  }

  @Test func `a folder of any name holds it`() throws {
    try close()
    let other = folder.appending(path: "èé")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    for name in ["content", "themes"] {
      try FileManager.default.moveItem(
        at: folder.appending(path: name), to: other.appending(path: name))
    }
    #expect(try run(["build", "--content", other.appending(path: "content").path]).status == 0)
  }

  @Test func `an edition made for a disk is made anew`() throws {
    try close()
    let outcome = try run(["build", "--relative"])
    #expect(outcome.status == 0)
    let page = try String(
      contentsOf: folder.appending(path: "output/2021/index.html"), encoding: .utf8)
    #expect(!page.contains("href=\"/2021/"))
  }

  // Forged copies

  private static let policy =
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; "
    + "form-action 'self'; base-uri 'none'"

  /// Puts a file into the copy, with a line for it in the list, and says that this is the copy.
  private func forge(_ path: String, _ text: String) throws {
    let copies = folder.appending(path: "content/2021/_chiusa/pagine")
    let file = copies.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    let old = try #require(try Manifest.found(in: copies.path))
    let new = Manifest(
      old.entries.filter { $0.path != path } + [Manifest.Entry(path: path, bytes: Array(text.utf8))]
    )
    try Data(new.bytes).write(to: copies.appending(path: Manifest.name))
  }

  private func vouch() throws {
    let copies = folder.appending(path: "content/2021/_chiusa/pagine")
    let digest = try #require(try Manifest.found(in: copies.path)).digest
    try edit("2021/edizione.yml") { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("impronta:") }.joined(separator: "\n")
        + "\nimpronta: \(digest)\n"
    }
  }

  @Test func `close says in the edition's file which copy it is`() throws {
    try close()
    let text = try String(
      contentsOf: folder.appending(path: "content/2021/edizione.yml"), encoding: .utf8)
    let lines = text.split(separator: "\n").suffix(2)
    #expect(lines.first == "chiusa: true")
    #expect(lines.last?.wholeMatch(of: /impronta: [0-9a-f]{64}/) != nil, "\(lines)")
    #expect(try run(["check"]).status == 0)
    try edit("2021/edizione.yml") { $0.replacing(/impronta: .*/, with: "") }
    let outcome = try run(["check"])
    #expect(outcome.status == 1 && outcome.errors.contains("`impronta` non dice"))
  }

  @Test(arguments: ["check", "build"])
  func `a copy whose list was changed is refused`(command: String) throws {
    try close()
    let page = "<!doctype html><title>x</title>"
    try forge("2021/scuole/index.html", page)
    let outcome = try run([command])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("non è quella che dice `impronta`"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "output").path))
  }

  @Test func `whatever the list and the fingerprint say, only what close writes is published`()
    throws
  {
    try close()
    let paths = [
      "wp-login.php", "2021/.htaccess", "2021/shell.php", "assets/evil.js", "2022/altro.html",
      "assets/.htaccess", "2021/file/x.php.pdf", "file/x.shtml", "2021/file/.user.ini",
      "index.html", "assets/x-0123456789abcdef.php", "assets/sub/x-0123456789abcdef.js",
      ".well-known/x.json", "2021/web.config", "2021/file/pagina.html", "2021/file/web.config",
    ]
    for path in paths { try forge(path, "x") }
    try vouch()
    let outcome = try run(["check", "--format", "json"])
    #expect(outcome.status == 1)
    for path in paths { #expect(outcome.output.contains("`\(path)` non può"), "\(path)") }
    #expect(try run(["build"]).status == 1)
  }

  @Test(arguments: [
    ("<p>bene</p>", false),
    ("<script src=\"https://evil.example/x.js\"></script>", true),
    ("<script>alert(1)</script>", true), ("<SCRIPT>alert(1)</SCRIPT>", true),
    ("<script src=\"/assets/altro.js\"></script>", true),
    ("<script type=\"application/ld+json\">{\"a\": 1}</script>", false),
    ("<script type=\"application/ld+json\"><!--<script></script><!--</script>", true),
    ("<p onclick=\"x()\">x</p>", true), ("<p/ONCLICK=x()>x</p>", true),
    ("<a href=\"javascript:alert(1)\">x</a>", true),
    ("<a href=\" JaVaScript:alert(1)\">x</a>", true),
    ("<a href=\"java&#115;cript:alert(1)\">x</a>", true),
    ("<a href=\"javascript&colon;alert(1)\">x</a>", true),
    ("<a href=\"java\tscript:alert(1)\">x</a>", true),
    ("<a href=\"data:text/html,x\">x</a>", true),
    ("<a href=\"https://altri.example/\">x</a>", false), ("<a href=\"mailto:a@b.it\">x</a>", false),
    ("<iframe src=\"/x/\"></iframe>", true), ("<object data=\"/x/\"></object>", true),
    ("<embed src=\"/x\">", true), ("<base href=\"https://evil.example/\">", true),
    ("<meta http-equiv=\"refresh\" content=\"0; url=https://evil.example/\">", true),
    ("<meta http-equiv=\"refresh\" content=\"0; url=//evil.example/\">", true),
    ("<meta http-equiv=\"refresh\" content=\"0; url=/2021/\">", false),
    ("<meta http-equiv=\"set-cookie\" content=\"a=b\">", true),
    ("<link rel=\"stylesheet\" href=\"https://evil.example/x.css\">", true),
    ("<link rel=\"stylesheet\" href=\"/assets/stile.css\">", false),
    ("<img src=\"//evil.example/x.png\" alt=\"\">", true),
    ("<img src=\"/2021/file/x.png\" alt=\"\">", false),
    ("<img src=\"/\\evil.example/x.png\" alt=\"\">", true),
    ("<img src=\" //evil.example/x.png\" alt=\"\">", true),
    ("<img srcset=\"/x.png 1x, //evil.example/x.png 2x\" alt=\"\">", true),
    ("<link rel=\"dns-prefetch\" href=\"//evil.example\">", true),
    ("<link rel=\"next preconnect\" href=\"https://evil.example\">", true),
    ("<link rel=\"icon\" href=\"/assets/icona.svg\">", false),
    ("<link rel=\"canonical\" href=\"https://altri.example/\">", false),
    ("<!--><script>alert(1)</script>-->", true), ("<!-- --!><script>alert(1)</script>-->", true),
    ("<?x a=\"><script>alert(1)</script>\">", true), ("</ x><script>alert(1)</script>", true),
    ("<title><!--</title><script>alert(1)</script>-->", true),
    ("<!-- <script>alert(1)</script> -->", false),
    ("<svg><set attributeName=\"href\" to=\"javascript:alert(1)\"></set></svg>", true),
  ])
  func `a page of a copy is one that the program could have made`(middle: String, isForged: Bool) {
    let page =
      "<!doctype html><html lang=\"it\"><head><meta charset=\"utf-8\"><meta http-equiv=\""
      + "Content-Security-Policy\" content=\"\(ClosedEditionTests.policy)\"><title>x</title></head>"
      + "<body>\(middle)</body></html>"
    let flaw = ClosedPage.flaw(
      in: Array(page.utf8), base: "https://comune.example.it/", files: ["assets/stile.css"])
    #expect((flaw != nil) == isForged, "\(middle): \(flaw?.italian ?? "")")
  }

  @Test(arguments: [
    ("", ""), ("<script src=\"/assets/a.js\"></script>", policy), ("<p>x</p>", policy),
    ("x", policy),
    ("", "default-src *"), ("", policy + "; script-src *"),
    ("", policy.replacing("script-src 'self'", with: "script-src 'self' 'unsafe-inline'")),
    ("", policy.replacing("base-uri 'none'", with: "base-uri *")),
    ("", policy.replacing("default-src 'none'; ", with: "")),
  ])
  func `a page of a copy says first of all what it may load`(before: String, policy: String) {
    let meta =
      policy.isEmpty ? "" : "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"
    let page = "<!doctype html><html><head>\(before)\(meta)</head><body>x</body></html>"
    let flaw = ClosedPage.flaw(
      in: Array(page.utf8), base: "https://comune.example.it/", files: ["assets/a.js"])
    #expect(flaw != nil)
  }

  @Test(arguments: [
    ("a: 1\nchiusa: true\nb: 2\n", "a: 1\nchiusa: true\nimpronta: x\nb: 2\n"),
    ("a: 1\nchiusa: true", "a: 1\nchiusa: true\nimpronta: x"),
    ("chiusa: true\r\nb: 2\r\n", "chiusa: true\r\nimpronta: x\r\nb: 2\r\n"),
    ("closed: true\n", "closed: true\nfingerprint: x\n"),
    ("impronta: y\nchiusa: true\n", "chiusa: true\nimpronta: x\n"),
    ("{chiusa: true}\n", nil), ("  chiusa: true\n", nil), ("chiusa:\n  true\nb: 2\n", nil),
    ("chiusa: >-\n  true\n", nil), ("chiusa: &a true\n", nil),
  ])
  func `a fingerprint is written below the mark, and changes nothing else`(
    text: String, expected: String?
  ) {
    let new = Fingerprint.stating("impronta: x", in: Array(text.utf8))
    #expect(new.map { String(decoding: $0, as: UTF8.self) } == expected)
    if let expected, !text.contains("impronta") {
      #expect(Fingerprint.settled(expected) == Array(text.utf8))
    }
  }

  @Test(arguments: [
    ("2021/file/a.pdf", "%PDF-1.7", true), ("2021/file/a.pdf", "<html><script>x</script>", false),
    ("file/a.csv", "a;b", true), ("file/a.csv", "<?php x(); ?>", false),
    ("2021/file/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", true),
    ("2021/file/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>", false),
    ("2021/file/a.docm", "PK", false), ("2021/file/a.kml", "<kml/>", false),
    ("2021/file/x.php/a.pdf", "%PDF-1.7", false), ("2021/dati/x.csv", "<?php", true),
    ("assets/x-0123456789abcdef.js", "x()", true), ("assets/x-0123456789abcdef.php", "", false),
    ("assets/x.php-0123456789abcdef.css", "", false), ("2021/x.svg", "", false),
  ])
  func `what a copy has of attachments is what may be attached`(
    path: String, text: String, isRight: Bool
  ) {
    let flaw = ClosedPath.flaw(
      of: path, edition: "2021", head: Array(text.utf8), byteCount: text.utf8.count)
    #expect((flaw == nil) == isRight, "\(path): \(flaw?.italian ?? "")")
  }

  @Test(arguments: ["testi.csv", "rettifiche.csv", "indirizzo.txt", "pagine/bilancio-manifest.csv"])
  func `a part of a copy that is a link out of the texts, or a pipe, is told and not read`(
    name: String
  ) throws {
    try close()
    let file = folder.appending(path: "content/2021/_chiusa/" + name)
    let other = folder.appending(path: "altrove")
    try FileManager.default.moveItem(at: file, to: other)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: other)
    var outcome = try run(["check"])
    #expect(outcome.status == 1 && outcome.errors.contains("porta fuori da"), "\(outcome.errors)")
    try FileManager.default.removeItem(at: file)
    let made = unsafe mkfifo(file.path, 0o600)
    try #require(made == 0)
    outcome = try run(["check"])
    #expect(outcome.status == 1 && outcome.errors.contains("è un canale"), "\(outcome.errors)")
    try FileManager.default.removeItem(at: file)
    outcome = try run(["check"])
    #expect(outcome.status == 1 && outcome.errors.contains("non è intera"), "\(outcome.errors)")
  }

  @Test func `a link in a copy is not followed out of it`() throws {
    try close()
    let copies = folder.appending(path: "content/2021/_chiusa/pagine/2021")
    let secret = folder.appending(path: "segreto")
    try Data("x".utf8).write(to: secret)
    try FileManager.default.removeItem(at: copies.appending(path: "index.html"))
    try FileManager.default.createSymbolicLink(
      at: copies.appending(path: "index.html"), withDestinationURL: secret)
    let outcome = try run(["check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("la copia di `2021/index.html` non c'è più o non si legge"))
  }
}
