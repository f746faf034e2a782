import Files
import Foundation
import Testing

@testable import Desk

/// Disks that fail, others who write too, and kills.
@Suite struct EditDiskTests {
  @Test func `a file that changed meanwhile, or leads outside, is not written`() throws {
    let scratch = try EditedReport.begun()
    let root = scratch.folder.appending(path: "content").path
    let desk = Desk(root: root)
    let path = "2021/1-scuole/obiettivo.yml"
    let old = try desk.read(path)
    #expect(throws: DeskError.self) {
      try desk.write(
        [FileChange(path: path, old: old + [0x0A], new: [0x61])], as: ChangeNote(.text))
    }
    #expect(try desk.read(path) == old)
    try desk.write(
      [FileChange(path: path, old: old, new: old + [0x0A])], as: ChangeNote(.text))
    #expect(try desk.read(path) == old + [0x0A])
    let outside = scratch.folder.appending(path: "segreto")
    try Data("x".utf8).write(to: outside)
    try FileManager.default.createSymbolicLink(
      atPath: root + "/2021/fuori.yml", withDestinationPath: outside.path)
    #expect(throws: DeskError.self) { try desk.read("2021/fuori.yml") }
    #expect(throws: DeskError.self) {
      try desk.write(
        [FileChange(path: "2021/fuori.yml", old: [0x78], new: [0x61])], as: ChangeNote(.text))
    }
    #expect(try Data(contentsOf: outside) == Data("x".utf8))
  }

  @Test func `the mode of a file stays, and what an interrupted run left is of no use`() throws {
    let scratch = try EditedReport.begun()
    let file = scratch.folder.appending(path: EditedReport.page)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    let left = file.deletingLastPathComponent().appending(path: ".1-nuova-mensa.md.bilancio-nuovo")
    try Data("a metà".utf8).write(to: left)
    let call = ["imposta", "titolo", "x", "--dove", "nuova-mensa", "--si"]
    #expect(try EditedReport.run(call, in: scratch).status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(!FileManager.default.fileExists(atPath: left.path))
  }

  @Test func `a command killed at any moment leaves the old file or the new one`() throws {
    let scratch = try EditedReport.begun()
    let file = scratch.folder.appending(path: EditedReport.page)
    let kills = ProcessInfo.processInfo.environment["BILANCIO_KILLS"].flatMap { Int($0) } ?? 30
    var old = try Data(contentsOf: file)
    var cut = 0
    for number in 1...kills {
      let process = Program.process(
        ["imposta", "titolo", "Titolo numero \(number)", "--dove", "nuova-mensa", "--si"],
        in: scratch.folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 0...40_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let now = try Data(contentsOf: file)
      let text = String(decoding: now, as: UTF8.self)
      #expect(now == old || text.contains("titolo: Titolo numero \(number)\n"))
      cut += now == old ? 1 : 0
      old = now
    }
    #expect(cut > 0)
    // What was left of those that were cut short is in nobody's way.
    let call = ["imposta", "titolo", "Alla fine", "--dove", "nuova-mensa", "--si"]
    #expect(try EditedReport.run(call, in: scratch).status == 0)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: file.deletingLastPathComponent().path)
    #expect(names.sorted() == ["1-nuova-mensa.md", "obiettivo.yml"])
  }

  @Test func `two who write at the same time both do, or the second is told`() async throws {
    let scratch = try EditedReport.begun()
    let folder = scratch.folder
    let outcomes = try await withThrowingTaskGroup(of: Program.Outcome.self) { group in
      for number in 1...8 {
        group.addTask {
          try EditedReport.run(
            [
              "imposta", number % 2 == 0 ? "titolo" : "in_breve", "valore \(number)", "--dove",
              "nuova-mensa", "--si",
            ],
            in: folder)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.allSatisfy { $0.status == 0 || $0.errors.contains("è cambiato intanto") })
    #expect(outcomes.contains { $0.status == 0 })
    let check = try Program.run(["check"], in: scratch.folder)
    #expect(!check.errors.contains("yaml-sintassi"))
  }

  @Test(.enabled(if: canMount()))
  func `a full disk leaves the old files, and says so`() throws {
    let scratch = try EditedReport.begun()
    let disk = scratch.folder.appending(path: "disco")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    try shell(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk.path])
    defer { try? shell(["umount", disk.path]) }
    try FileManager.default.copyItem(
      at: scratch.folder.appending(path: "content"), to: disk.appending(path: "content"))
    // What is left on it is not enough for a file more.
    let filler = disk.appending(path: "resto")
    try Data().write(to: filler)
    let handle = try FileHandle(forWritingTo: filler)
    while (try? handle.write(contentsOf: Data(count: 1024))) != nil {}
    try? handle.close()
    let before = try tree(disk.appending(path: "content"))
    for call in [
      ["imposta", "titolo", "Uno", "--dove", "nuova-mensa", "--si"],
      ["rinomina", "scuola", "nidi", "--si"],
    ] {
      let outcome = try EditedReport.run(call, in: disk)
      #expect(
        outcome.status == 2 && outcome.errors.contains("il disco è pieno"), "\(outcome.errors)")
      #expect(try tree(disk.appending(path: "content")) == before)
    }
  }

  @Test(.enabled(if: canMount()))
  func `a disk that may only be read is told`() throws {
    let scratch = try EditedReport.begun()
    let content = scratch.folder.appending(path: "content").path
    try shell(["mount", "--bind", content, content])
    defer { try? shell(["umount", content]) }
    try shell(["mount", "-o", "remount,ro,bind", content])
    for call in [
      ["imposta", "titolo", "Uno", "--dove", "nuova-mensa", "--si"],
      ["rinomina", "scuola", "nidi", "--si"],
    ] {
      let outcome = try EditedReport.run(call, in: scratch)
      #expect(outcome.status == 2 && outcome.errors.contains("sola lettura"), "\(outcome.errors)")
    }
  }

  @Test func `a share that refuses a new name for a moment is asked again`() throws {
    var refusals = 4
    var done = false
    try Desk.patiently { () throws(FileError) in
      refusals -= 1
      if refusals > 0 { throw FileError(.rename, "x", code: EBUSY) }
      done = true
    }
    #expect(done && refusals == 0)
    var tries = 0
    #expect(throws: FileError.self) {
      try Desk.patiently { () throws(FileError) in
        tries += 1
        throw FileError(.rename, "x", code: EACCES)
      }
    }
    #expect(tries == 7)
    tries = 0
    // What does not pass is told at once.
    #expect(throws: FileError.self) {
      try Desk.patiently { () throws(FileError) in
        tries += 1
        throw FileError(.rename, "x", code: ENOSPC)
      }
    }
    #expect(tries == 1)
  }

  @Test func `what was being written is finished, but not over what somebody changed since`() throws
  {
    let scratch = try EditedReport.begun()
    let root = scratch.folder.path + "/content"
    let desk = Desk(root: root)
    let paths = ["2021/iscritti.yml", "2021/uffici.yml"]
    let olds = try paths.map { path in try desk.read(path) }
    // As a power cut leaves it: all is staged and noted, the first has its new bytes.
    let news = olds.map { $0 + Array("# nuovo\n".utf8) }
    var note = "bilancio 1\n"
    for (path, (old, new)) in zip(paths, zip(olds, news)) {
      note += "\(path)\n\(path)\n\(FileHash.digest(of: old))\n\(FileHash.digest(of: new))\n"
      let name = "2021/.\(path.dropFirst(5)).bilancio-nuovo"
      try Data(new).write(to: URL(filePath: root + "/" + name))
    }
    try Data(note.utf8).write(to: URL(filePath: root + "/.bilancio-modifica"))
    let mine = olds[1] + Array("# mio\n".utf8)
    try Data(mine).write(to: URL(filePath: root + "/" + paths[1]))
    #expect(try desk.recover())
    #expect(try desk.read(paths[0]) == news[0])
    #expect(try desk.read(paths[1]) == mine)
    #expect(try !desk.recover())
    let left = try FileManager.default.subpathsOfDirectory(atPath: root)
    #expect(!left.contains { $0.contains("bilancio-") })
  }

  @Test(arguments: [
    "", "x", "bilancio 1", "bilancio 1\n../fuori\n../altro\na\nb\n",
    "bilancio 1\n/etc/x\n/etc/y\na\nb\n", "bilancio 1\na\nb\n", "bilancio 1\n\n\n\n\n\n\n\n\n",
  ])
  func `a note of somebody else's moves nothing`(note: String) throws {
    let scratch = try EditedReport.begun()
    let root = scratch.folder.path + "/content"
    try Data("x".utf8).write(to: scratch.folder.appending(path: "fuori"))
    let before = try tree(scratch.folder)
    try Data(note.utf8).write(to: URL(filePath: root + "/.bilancio-modifica"))
    #expect(try Desk(root: root).recover())
    #expect(try tree(scratch.folder) == before)
  }
}
