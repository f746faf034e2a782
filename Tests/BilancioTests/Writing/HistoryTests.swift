import Files
import Foundation
import Testing

@testable import Desk

/// What is kept of what was written: versions, the journal, drafts.
@Suite struct HistoryTests {
  private static let page = "2021/1-scuole/1-nuova-mensa.md"

  private static func desk(_ scratch: Scratch) -> Desk {
    Desk(root: scratch.folder.path + "/content", author: "Anna; =1", keepsHistory: true)
  }

  @Test func `each change is a line, with what was there before`() throws {
    let scratch = try EditedReport.begun()
    let desk = HistoryTests.desk(scratch)
    let history = try #require(desk.history)
    let first = try desk.read(HistoryTests.page)
    var old = first
    for number in 1...3 {
      let new = first + Array("\nRiga \(number).\n".utf8)
      try desk.write(
        [FileChange(path: HistoryTests.page, old: old, new: new)],
        as: ChangeNote(.value, field: "titolo"))
      old = new
    }
    let lines = try history.journal.lines()
    #expect(lines.count == 3 && lines.allSatisfy { $0.author == "Anna; =1" && $0.kind == "valore" })
    #expect(lines[0].before == FileHash.digest(of: first))
    #expect(history.versions.bytes(of: lines[0].before) == first)
    #expect(history.versions.bytes(of: lines[2].after) == old)
    #expect(try history.journal.breaks().isEmpty)
    // A line that is taken out, or changed, shows.
    let path = scratch.folder.appending(path: "content/_redazione/registro.csv")
    var rows = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "\r\n")
    let whole = rows
    rows.remove(at: 2)
    try rows.joined(separator: "\r\n").write(to: path, atomically: true, encoding: .utf8)
    #expect(try history.journal.breaks() == [3])
    rows = whole
    rows[1] = rows[1].replacing("valore", with: "voce")
    try rows.joined(separator: "\r\n").write(to: path, atomically: true, encoding: .utf8)
    #expect(try history.journal.breaks() == [3])
  }

  @Test func `a command notes what it writes where a journal is kept, and begins none`() throws {
    let scratch = try EditedReport.begun()
    let call = ["imposta", "titolo", "Uno", "--dove", "nuova-mensa", "--si"]
    #expect(try EditedReport.run(call, in: scratch).status == 0)
    let folder = scratch.folder.appending(path: "content/_redazione")
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let other = ["imposta", "titolo", "Due", "--dove", "nuova-mensa", "--si"]
    #expect(try EditedReport.run(other, in: scratch).status == 0)
    #expect(try EditedReport.run(["rinomina", "scuola", "nidi", "--si"], in: scratch).status == 0)
    let journal = Journal(folder.path + "/registro.csv")
    let lines = try journal.lines()
    #expect(lines.map(\.kind) == ["valore", "nome", "nome", "nome"])
    #expect(lines[0].field == "titolo" && lines[0].path == HistoryTests.page)
    #expect(
      try EditedReport.run(["nuovo", "ufficio", "Lavori pubblici"], in: scratch).status == 0)
    let entry = try #require(try journal.lines().last)
    #expect(entry.kind == "voce" && entry.field == "lavori-pubblici")
    #expect(entry.path == "2021/uffici.yml")
    #expect(try journal.breaks().isEmpty)
    // No report is made of it.
    #expect(try EditedReport.run(["controlla"], in: scratch).errors.contains("_redazione") == false)
  }

  @Test func `a journal that leads elsewhere is not written`() throws {
    let scratch = try EditedReport.begun()
    let outside = scratch.folder.appending(path: "fuori")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: scratch.folder.appending(path: "content/_redazione"), withDestinationURL: outside)
    let call = ["imposta", "titolo", "Uno", "--dove", "nuova-mensa", "--si"]
    #expect(try EditedReport.run(call, in: scratch).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
  }

  @Test func `versions thin out, and those with a name and the last one stay`() throws {
    let scratch = try Scratch()
    let root = scratch.folder.path
    let day = 86_400
    let today = 1_800_000_000
    func history(at seconds: Int) throws -> History {
      try #require(
        History(root, author: "a", begins: true) { Timestamp(seconds: seconds) })
    }
    var old: [UInt8] = [0]
    // Ten a day, a minute after another, for forty days.
    for step in 0..<400 {
      let moment = today - (39 - step / 10) * day - 1000 + step % 10 * 60
      let new = Array("versione \(step)".utf8)
      let change = FileChange(path: "a.yml", old: old, new: new)
      let history = try history(at: moment)
      try history.keep([change])
      try history.note([change], ChangeNote(.text))
      old = new
    }
    let now = try history(at: today)
    try now.versions.name("Prima della rilettura", [("a.yml", Array("versione 7".utf8))])
    try now.prune(keeping: [])
    func isThere(_ step: Int) -> Bool {
      now.versions.bytes(of: FileHash.digest(of: Array("versione \(step)".utf8))) != nil
    }
    #expect((390..<400).allSatisfy(isThere))
    #expect(isThere(7) && isThere(9) && isThere(109) && !isThere(101) && !isThere(3))
    #expect(try now.versions.named().map(\.name) == ["Prima della rilettura"])
    let kept = (0..<400).count(where: isThere)
    #expect((50...110).contains(kept), "\(kept)")
  }

  @Test func `a draft is this machine's, and comes back to the letter`() throws {
    let scratch = try Scratch()
    let drafts = Drafts(of: scratch.folder.path, state: scratch.folder.path + "/stato")
    let fields = [
      Drafts.Field("titolo", "Uno: due"),
      Drafts.Field("cosa_abbiamo_fatto", "a\n\n  b\r\n\"c\"\u{0}\n"),
      Drafts.Field("vuoto", ""),
    ]
    let draft = Drafts.Draft(
      record: HistoryTests.page, window: "a", fingerprint: "f", author: "Anna", time: "t2",
      fields: fields)
    #expect(drafts.all(of: HistoryTests.page).isEmpty)
    try drafts.keep(draft)
    #expect(drafts.all(of: HistoryTests.page) == [draft])
    // Another window keeps its own.
    let other = Drafts.Draft(
      record: HistoryTests.page, window: "../b", fingerprint: "f", author: "", time: "t1",
      fields: [])
    try drafts.keep(other)
    #expect(drafts.all(of: HistoryTests.page) == [other, draft])
    try drafts.remove(HistoryTests.page, ["../b"])
    let folder = scratch.folder.appending(path: "stato/bilancio/bozze")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions]
    #expect(mode as? Int == 0o700)
    // One that was cut short is none.
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let file = folder.appending(path: try #require(names.first { $0.contains("/") }))
    let bytes = try Data(contentsOf: file)
    for count in 0..<bytes.count {
      try bytes.prefix(count).write(to: file)
      #expect(drafts.all(of: HistoryTests.page).isEmpty)
    }
    try bytes.write(to: file)
    try drafts.remove(HistoryTests.page)
    #expect(drafts.all(of: HistoryTests.page).isEmpty)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
        .isEmpty)
  }
}
