import Foundation
import Testing

/// An edition that is closed keeps what it read from the folder that editions share (`comuni/`).
@Suite struct ClosedSharedTests {
  private let project: ClosedProject

  init() throws {
    project = try ClosedProject()
    let content = project.folder.appending(path: "content")
    try FileManager.default.createDirectory(
      at: content.appending(path: "comuni"), withIntermediateDirectories: false)
    for name in ["uffici.yml", "fonti.yml", "iscritti.yml"] {
      try FileManager.default.moveItem(
        at: content.appending(path: "2021/" + name), to: content.appending(path: "comuni/" + name))
    }
  }

  private func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: project.folder.appending(path: path).path)
  }

  @Test func `its pages stay byte for byte when what is shared changes, and nothing is missed`()
    throws
  {
    try project.close()
    #expect(isThere("content/2021/comuni/uffici.yml"))
    let before = try project.site()
    try project.edit("comuni/uffici.yml") { $0.replacingOccurrences(of: "scuola", with: "mense") }
    try project.edit("comuni/iscritti.yml") { $0.replacingOccurrences(of: "352", with: "999") }
    let after = try project.site()
    for (path, bytes) in before where path.hasPrefix("2021/") {
      #expect(after[path] == bytes, "\(path)")
    }
    let outcome = try project.run(["check", "--format", "line"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("riferimento-ignoto") && !outcome.errors.contains("comuni/"))
  }

  @Test func `its copy is a text of the edition, which only a correction changes`() throws {
    try project.close()
    try project.edit("2021/comuni/fonti.yml") {
      $0.replacingOccurrences(of: "Registro", with: "Elenco")
    }
    let outcome = try project.run(["check"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("2021/comuni/fonti.yml: errore[edizione-chiusa]"))
  }

  @Test func `an edition that could not be closed has no copy`() throws {
    try project.edit("2021/edizione.yml") { $0 + "chiusa: true\n" }
    try project.edit("2021/1-scuole/obiettivo.yml") {
      $0.replacingOccurrences(of: "[iscritti]", with: "[pasti]")
    }
    #expect(try project.run(["close", "2021"]).status == 1)
    #expect(!isThere("content/2021/comuni") && isThere("content/comuni/uffici.yml"))
  }

  @Test func `a folder of others is not taken for the copy`() throws {
    try FileManager.default.createDirectory(
      at: project.folder.appending(path: "content/2021/comuni"), withIntermediateDirectories: false)
    try project.edit("2021/comuni/altro.yml") { _ in "tipo: uffici\nvoci: []\n" }
    try project.edit("2021/edizione.yml") { $0 + "chiusa: true\n" }
    let outcome = try project.run(["close", "2021"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("content/2021/comuni"))
    #expect(isThere("content/2021/comuni/altro.yml") && !isThere("content/2021/comuni/uffici.yml"))
    #expect(!isThere("content/2021/_chiusa"))
  }
}
