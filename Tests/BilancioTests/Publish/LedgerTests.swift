import Diagnostics
import Files
import Foundation
import Output
import Testing

@testable import Publish

/// The record of publications, and the journal of one that goes on.
@Suite struct LedgerTests {
  @Test func `what arrived counts only for the list that it was written with`() throws {
    let scratch = try Scratch()
    let journal = Journal(path: scratch.folder.appending(path: "arrivati.csv").path)
    let (one, two) = (Manifest.Entry.of("a,b.html"), Manifest.Entry.of("c.html"))
    #expect(try journal.arrived(since: [1]).isEmpty)
    try journal.begin([1], arrived: [one])
    try journal.add([two])
    #expect(try journal.arrived(since: [1]) == [one, two])
    // What another run is about to replace may be either.
    try journal.expect(["c.html"])
    #expect(try journal.arrived(since: [1]) == [one])
    let three = Manifest.Entry.of("c.html", "altro")
    try journal.add([three])
    #expect(try journal.arrived(since: [1]) == [one, three])
    try journal.expect(["c.html"])
    try journal.add([two])
    #expect(try journal.arrived(since: [2]).isEmpty)
    try journal.begin([3], arrived: [])
    #expect(try journal.arrived(since: [3]).isEmpty)
  }

  @Test(arguments: ["pipe", "folder", "dangling", "broken"])
  func `a record into which no line could be written is told before anything is published`(
    kind: String
  ) throws {
    let scratch = try Scratch()
    let file = Path.join(scratch.folder.path, Ledger.name)
    switch kind {
    case "pipe":
      let made = unsafe mkfifo(file, 0o644)
      try #require(made == 0)
    case "folder": try FileSystem.makeFolder(file)
    case "dangling": try FileSystem.makeLink(file, to: "manca.csv")
    default: try FileSystem.write(Array("when,target,\"x\n".utf8), to: file)
    }
    let error = #expect(throws: PublishError.self) { try Ledger(in: scratch.folder.path).check() }
    #expect(error?.message.italian.contains(Ledger.name) == true)
    #expect(error?.help != nil)
  }

  @Test func `a record that is brought back into its form stays as private as it was`() throws {
    let scratch = try Scratch()
    let real = Path.join(scratch.folder.path, "altrove.csv")
    let file = Path.join(scratch.folder.path, Ledger.name)
    let text = "when;target;content_hash\n21/11/2026 20:30;web;aa\n"
    try FileSystem.write(Array(text.utf8), to: real)
    let result = unsafe chmod(real, 0o640)
    try #require(result == 0)
    try FileSystem.makeLink(file, to: "altrove.csv")
    let ledger = Ledger(in: scratch.folder.path)
    try ledger.check()
    let line = Ledger.Line(
      when: Timestamp(seconds: 0), by: "x", target: "web", action: .publication, editions: [],
      contentHash: "bb", pages: 1, acceptedWarnings: "", commit: nil)
    #expect(try ledger.add(line) == 1)
    #expect(try FileSystem.target(ofLink: file) == "altrove.csv")
    var information = stat()
    #expect(unsafe stat(real, &information) == 0)
    #expect(information.st_mode & 0o777 == 0o640)
    #expect(try FileSystem.names(in: scratch.folder.path) == ["altrove.csv", Ledger.name])
  }

  @Test func `the record of publications is read by whoever reads tables`() throws {
    let scratch = try Scratch()
    let ledger = Ledger(in: scratch.folder.path)
    func line(_ hash: String, by person: String) -> Ledger.Line {
      Ledger.Line(
        when: Timestamp(seconds: 0), by: person, target: "web", action: .publication,
        editions: [2021, 2020], contentHash: hash, pages: 3, acceptedWarnings: "a 1; b 2",
        commit: nil)
    }
    #expect(try ledger.add(line("aa", by: "Rossi, Maria")) == nil)
    // A spreadsheet may leave the last line without its end.
    let file = scratch.folder.appending(path: Ledger.name)
    var bytes = try Data(contentsOf: file)
    bytes.removeLast(2)
    try bytes.write(to: file)
    #expect(try ledger.add(line("bb", by: "=1+1")) == nil)
    #expect(try ledger.last("aa", at: "web")?.by == "Rossi, Maria")
    #expect(try ledger.last("bb", at: "web")?.when == Timestamp(seconds: 0).spoken)
    #expect(try ledger.last("bb", at: "altro") == nil)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("\" =1+1\""))
  }

  @Test(arguments: [
    (";", "\u{FEFF}", "2026-11-06T21:20:00Z", "\r\n"), ("\t", "", "06/11/2026 21:20", "\n"),
    (";", "", "6/11/26 21.20", "\r\n"), (",", "\u{FEFF}", "2026-11-06 21:20:00", "\n"),
  ])
  func `a record that a spreadsheet saved goes on`(
    separator: String, mark: String, when: String, end: String
  ) throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: Ledger.name)
    let rows = [
      [
        "when", "by", "target", "action", "editions", "content_hash", "pages", "accepted_warnings",
        "commit", "nota dell'ufficio",
      ],
      [
        when, "\"Nicolò; detto \"\"Nino\"\"\"", "web", "publication", "2021 2020", "aa", "3", "",
        "", "sì",
      ],
    ]
    let text = mark + rows.map { $0.joined(separator: separator) + end }.joined()
    // What has no mark is saved as old Windows does.
    let bytes = text.data(using: mark.isEmpty ? .windowsCP1252 : .utf8)
    try #require(bytes).write(to: file)
    let ledger = Ledger(in: scratch.folder.path)
    try ledger.check()
    let moment = Timestamp(seconds: 1_794_000_000)
    #expect(try ledger.last("aa", at: "web")?.when == moment.spoken)
    let line = Ledger.Line(
      when: moment, by: "Anna", target: "web", action: .undo, editions: [2021], contentHash: "bb",
      pages: 3, acceptedWarnings: "", commit: "abc")
    #expect(try ledger.add(line) == 1)
    #expect(try ledger.add(line) == nil)
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\r\n")
    #expect(
      lines == [
        "when,by,target,action,editions,content_hash,pages,accepted_warnings,commit,nota dell'ufficio",
        "2026-11-06T21:20:00Z,\"Nicolò; detto \"\"Nino\"\"\",web,publication,2021 2020,aa,3,,,sì",
        "2026-11-06T21:20:00Z,Anna,web,undo,2021,bb,3,,abc",
        "2026-11-06T21:20:00Z,Anna,web,undo,2021,bb,3,,abc", "",
      ])
    #expect(try FileSystem.names(in: scratch.folder.path) == [Ledger.name])
  }

  @Test(arguments: ["a;b\n1;2\n", "\"when\n", "\u{0}\u{1}", "when,by\n"])
  func `what is no record is told before anything is published, and left`(text: String) throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: Ledger.name)
    try Data(text.utf8).write(to: file)
    #expect(throws: PublishError.self) { try Ledger(in: scratch.folder.path).check() }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
