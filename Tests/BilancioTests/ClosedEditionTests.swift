import Foundation
import Testing

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
}
