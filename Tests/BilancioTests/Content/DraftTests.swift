import Foundation
import Testing

/// What is left out because it is a draft (`bozza`).
@Suite struct DraftTests {
  @Test func `with drafts of every kind the site is the same, byte for byte`() throws {
    let project = try ClosedProject()
    let before = try project.site()
    let drafts = Program.root.appending(path: "Tests/Golden/Cases/bozze-di-ogni-genere/content")
    for (path, bytes) in try tree(drafts) {
      let file = project.folder.appending(path: "content/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
    let after = try project.site()
    #expect(Set(before.keys) == Set(after.keys))
    for (path, bytes) in before { #expect(after[path] == bytes, "\(path)") }
    #expect(try project.run(["check"]).status == 0)
    let whole = try project.run(["check", "--drafts"])
    #expect(whole.status == 1 && whole.errors.contains("errore[scelta-ignota]"))
  }

  @Test func `a draft edition is told as such where it is asked for`() throws {
    let project = try ClosedProject()
    try project.edit("2022/edizione.yml") { _ in
      """
      tipo: edizione
      anno: 2022
      titolo: Bilancio Sociale 2022
      periodo: 2022
      presentazione: Che cosa ha fatto il Comune.
      bozza: sì

      """
    }
    for command in [["build", "--edition", "2022"], ["close", "2022"]] {
      let outcome = try project.run(command)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("l'edizione 2022 è una bozza"))
    }
    #expect(try project.run(["build", "--edition", "2022", "--drafts"]).status == 0)
  }
}
