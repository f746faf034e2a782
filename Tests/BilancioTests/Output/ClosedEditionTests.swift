import Foundation
import Testing

/// Editions that are published as they were (`chiusa: true`), and their corrections.
@Suite struct ClosedEditionTests {
  private let project: ClosedProject

  init() throws { project = try ClosedProject() }

  @Test func `it stays byte for byte, with all it loads, under another theme`() throws {
    try project.close()
    let before = try project.site()
    try project.changeTheme()
    let after = try project.site()
    for (path, bytes) in before where path.hasPrefix("2021/") || path.hasPrefix("assets/") {
      #expect(after[path] == bytes, "\(path)")
    }
    #expect(after["index.html"] != before["index.html"])
    #expect(Set(before.keys).isSubset(of: after.keys))
  }

  @Test func `the mark comes before the copy, and the copy before a build`() throws {
    let unmarked = try project.run(["close", "2021"])
    #expect(unmarked.status == 2)
    #expect(unmarked.errors.contains("chiusa: true"))
    try project.edit("2021/edizione.yml") { $0 + "chiusa: true\n" }
    let outcome = try project.run(["check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("bilancio chiudi 2021"))
    #expect(try project.run(["close", "2019"]).status == 2)
  }

  @Test func `a text that changed is a mistake until a correction tells of it`() throws {
    try project.close()
    let before = try project.site()
    try project.edit(ClosedProject.achievement) {
      $0.replacingOccurrences(of: "da settembre", with: "da ottobre")
    }
    let refused = try project.run(["build"])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("1-nuova-mensa.md: errore[edizione-chiusa]"))
    #expect(refused.errors.contains("`pagina: scuole/nuova-mensa`"))
    try project.edit("2021/rettifiche.yml") { _ in ClosedProject.correction }
    try project.changeTheme()
    let after = try project.site()
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

  @Test func `its index stays with it, and a correction makes it anew`() throws {
    try project.close()
    let before = try project.site().filter { $0.key.hasPrefix("2021/cerca/") }
    #expect(before.keys.count { $0.hasSuffix(".js") } >= 3)
    try project.edit(ClosedProject.achievement) {
      $0.replacingOccurrences(of: "da settembre", with: "da ottobre")
    }
    try project.edit("2021/rettifiche.yml") { _ in ClosedProject.correction }
    let after = try project.site().filter { $0.key.hasPrefix("2021/cerca/") }
    // Each file's name says what is in it: none of those that changed is left.
    let texts = { (site: [String: Data]) in site.keys.filter { $0.contains("/t") } }
    #expect(Set(texts(before)).isDisjoint(with: texts(after)) && !texts(after).isEmpty)
    let entry = String(decoding: try #require(after["2021/cerca/indice.js"]), as: UTF8.self)
    for path in after.keys where path.contains(/\/[pt]\d+-/) {
      #expect(entry.contains(path.dropLast(3).suffix(16)), "\(path)")
    }
    #expect(String(decoding: after.values.joined(), as: UTF8.self).contains("ottobre"))
  }

  @Test func `a correction covers only the texts of its page`() throws {
    try project.close()
    try project.edit("2021/rettifiche.yml") { _ in ClosedProject.correction }
    try project.edit("2021/fonti.yml") { $0.replacingOccurrences(of: "Registro", with: "Elenco") }
    let outcome = try project.run(["check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("fonti.yml: errore[edizione-chiusa]"))
  }

  @Test func `what was corrected is closed again`() throws {
    try project.close()
    try project.edit(ClosedProject.achievement) {
      $0.replacingOccurrences(of: "da settembre", with: "da ottobre")
    }
    try project.edit("2021/rettifiche.yml") { _ in ClosedProject.correction }
    let corrected = try project.site()
    #expect(try project.run(["close", "2021"]).status == 0)
    try project.changeTheme()
    let again = try project.site()
    for (path, bytes) in corrected where path.hasPrefix("2021/") { #expect(again[path] == bytes) }
    // A correction that was published stays as it is.
    try project.edit("2021/rettifiche.yml") {
      $0.replacingOccurrences(of: "Un errore", with: "Una svista")
    }
    let outcome = try project.run(["check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("rettifiche.yml:3:11: errore[edizione-chiusa]"))
  }

  @Test func `copies that somebody touched are told`() throws {
    try project.close()
    try project.edit("2021/_chiusa/pagine/2021/index.html") { $0 + " " }
    let outcome = try project.run(["check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("la copia di `2021/index.html` non è più"))
  }

  @Test func `what its pages load from above its folder stays`() throws {
    let attachment = project.folder.appending(path: "content/foto.pdf")
    try Data("%PDF-1.4".utf8).write(to: attachment)
    try project.edit(ClosedProject.achievement) { $0 + "\nVedi il [documento](../../foto.pdf).\n" }
    try project.close()
    let before = try project.site()
    #expect(before["file/foto.pdf"] != nil)
    try FileManager.default.removeItem(at: attachment)
    #expect(try project.site()["file/foto.pdf"] == before["file/foto.pdf"])
  }

  @Test func `for another address its pages are made anew, and that is told`() throws {
    try project.close()
    let outcome = try project.run(["build", "--base-url", "https://altro.example.it/b/"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("avviso[edizione-chiusa]"))
    let page = try String(
      contentsOf: project.folder.appending(path: "output/2021/index.html"), encoding: .utf8)
    #expect(page.contains("https://altro.example.it/b/2021/"))
  }

  @Test func `a copy that is not whole is not made anew`() throws {
    try project.close()
    let record = project.folder.appending(path: "content/2021/_chiusa/rettifiche.csv")
    try FileManager.default.removeItem(at: record)
    try project.edit(ClosedProject.achievement) {
      $0.replacingOccurrences(of: "da settembre", with: "da ottobre")
    }
    for command in [["check"], ["close", "2021"]] {
      let outcome = try project.run(command)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("non è intera"))
    }
  }

  @Test func `a correction of a source reaches all pages that name it`() throws {
    try project.close()
    try project.edit("2021/fonti.yml") { $0.replacingOccurrences(of: "Registro", with: "Elenco") }
    try project.edit("2021/rettifiche.yml") { _ in
      ClosedProject.correction.replacingOccurrences(of: "scuole/nuova-mensa", with: "fonti")
    }
    let after = try project.site()
    let page = String(
      decoding: try #require(after["2021/dati/iscritti/index.html"]), as: UTF8.self)
    #expect(page.contains("Elenco") && !page.contains("Registro"))
  }

  @Test func `a folder of any name holds it`() throws {
    try project.close()
    let other = project.folder.appending(path: "èé")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    for name in ["content", "themes"] {
      try FileManager.default.moveItem(
        at: project.folder.appending(path: name), to: other.appending(path: name))
    }
    #expect(
      try project.run(["build", "--content", other.appending(path: "content").path]).status == 0)
  }

  @Test func `an edition made for a disk is made anew`() throws {
    try project.close()
    let outcome = try project.run(["build", "--relative"])
    #expect(outcome.status == 0)
    let page = try String(
      contentsOf: project.folder.appending(path: "output/2021/index.html"), encoding: .utf8)
    #expect(!page.contains("href=\"/2021/"))
  }
}
