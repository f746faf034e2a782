import Diagnostics
import Foundation
import Output
import Testing

@testable import Publish

/// What keeps a site from being published: pages that shut readers out, links that lead nowhere.
@Suite struct GateTests {
  /// A page in which nothing is wrong, with something in its middle.
  private static func page(_ middle: String, html: String = "<html lang=\"it\">") -> String {
    "<!doctype html>\(html)<head><title>Prova</title></head><body><main><h1>Prova</h1>\(middle)"
      + "</main></body></html>"
  }

  @Test(arguments: [
    ("<p>bene &amp; <a href=\"/x/\">qui</a></p>", nil),
    ("<img src=\"a.png\">", "1.1.1"),
    ("<img src=\"a.png\" alt=\"\">", nil),
    ("<svg role=\"img\"><path d=\"M0 0\"></path></svg>", "1.1.1"),
    ("<svg role=\"img\" aria-label=\"Linea\"></svg>", nil),
    ("<h3>salto</h3>", "1.3.1"),
    ("<h2> </h2>", "1.3.1"),
    ("<h2>uno</h2><h3>due</h3><h2>tre</h2>", nil),
    ("<h1>due</h1>", "1.3.1"),
    ("<p id=\"a\"></p><p id=\"a\"></p>", "1.3.1"),
    ("<p aria-describedby=\"niente\">x</p>", "1.3.1"),
    ("<a href=\"/x/\"></a>", "4.1.2"),
    ("<a href=\"/x/\"><img src=\"a.png\" alt=\"Stemma\"></a>", nil),
    ("<a href=\"/x/\" aria-label=\"Cerca\"><svg></svg></a>", nil),
    ("<button type=\"submit\"><svg></svg></button>", "4.1.2"),
    ("<input type=\"text\" name=\"n\" id=\"n\">", "1.3.1"),
    ("<label for=\"n\">Nome</label><input type=\"text\" id=\"n\">", nil),
    ("<label>Nome <input type=\"text\"></label>", nil),
    ("<input type=\"hidden\" name=\"h\">", nil),
    ("<table><tr><th>x</th></tr></table>", "1.3.1"),
    ("<table><tr><th scope=\"col\">x</th></tr></table>", nil),
    ("<p tabindex=\"3\">x</p>", "2.4.3"),
    ("<meta name=\"viewport\" content=\"width=device-width, maximum-scale=1\">", "1.4.4"),
    ("<video autoplay></video>", "1.4.2"),
    ("<iframe src=\"x\"></iframe>", "4.1.2"),
    ("<!-- <img src=\"x\"> --><script>\"<img src='x'>\"</script>", nil),
  ])
  func `what shuts readers out is found in a page`(middle: String, criterion: String?) {
    let found = PageFacts(Array(GateTests.page(middle).utf8)).findings.map(\.criterion)
    #expect(found == [criterion].compactMap(\.self), "\(middle)")
  }

  @Test func `a page tells its language and its title, and has one main part`() {
    let bare = PageFacts(
      Array("<html><head><title> </title></head><body><h1>x</h1></body></html>".utf8))
    #expect(bare.findings.map(\.criterion).sorted() == ["1.3.1", "2.4.2", "3.1.1"])
  }

  @Test(arguments: [
    "<", "<a", "<a href", "<a href=", "<a href=\"", "</", "<!--", "<script>", "=>", "<a =>",
  ])
  func `a page that is cut short is read to its end`(rest: String) {
    _ = PageFacts(Array((GateTests.page("") + rest).utf8))
    _ = PageFacts(Array(rest.utf8))
  }

  @Test(arguments: [
    ("/bilancio/", true), ("/bilancio/2021/", true), ("/bilancio/2021/x/", false),
    ("2021/", true), ("2021/../2021/#qui", true), ("2021/#altrove", false), ("#qui", false),
    ("../fuori/", false), ("/altro/", true), ("https://altri.it/x", true), ("mailto:a@b.it", true),
    ("2021/dati%20veri.csv", true), ("2021/dati.csv", false), ("2021/dati%20veri.csv?v=1", true),
    ("//altri.it/", true), ("2021", false),
  ])
  func `every link leads somewhere`(link: String, leads: Bool) async throws {
    let scratch = try Scratch()
    let files = [
      "index.html": GateTests.page("<a href=\"\(link)\">qui</a>"),
      "2021/index.html": GateTests.page("<p id=\"qui\">x</p>"), "2021/dati veri.csv": "a,b",
    ]
    var entries: [Manifest.Entry] = []
    for (path, text) in files {
      let file = scratch.folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      entries.append(Manifest.Entry(path: path, bytes: Array(text.utf8)))
    }
    let check = SiteCheck(
      scratch.folder.path, Manifest(entries), base: "https://comune.it/bilancio/")
    let found = try await check.run { _, _ in }
    #expect(found.isEmpty == leads, "\(link): \(found.map(\.message.italian))")
  }
}
