import Foundation
import Testing

/// Whatever ends a build, the old site or the new one is there, whole.
@Suite(.serialized, .slow) struct InterruptionTests {
  /// More in CI: `BILANCIO_KILLS=200`.
  private static let kills =
    ProcessInfo.processInfo.environment["BILANCIO_KILLS"].flatMap(Int.init) ?? 60

  @Test func `a build killed at any moment leaves the old site or the new one`() throws {
    let project = try Project()
    try fill(project, with: 60)
    try project.build()
    var old = try tree(project.output)
    var state: UInt64 = 42
    var completed = 0
    let clock = ContinuousClock()
    let start = clock.now
    try project.build()
    var length = max(0.01, Double((clock.now - start).components.attoseconds) / 1e18)
    for round in 0..<InterruptionTests.kills {
      try project.edit(
        "2021/1-scuole/1-nuova-mensa.md", "aggiornato_il: 20\(21 + round % 2)",
        "aggiornato_il: 20\(21 + (round + 1) % 2)")
      let process = Program.process(["build", "--quiet"], in: project.folder)
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Moments all over the length of a build, and a little beyond.
      Thread.sleep(forTimeInterval: Double(state >> 40) / Double(1 << 24) * length * 1.2)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let now = try tree(project.output)
      // Other tests come and go beside it: the moments follow the machine.
      length *= now == old ? 1.05 : 0.85
      if now != old {
        let fresh = try Scratch()
        let outcome = try Program.run(
          ["build", "--quiet", "--output", fresh.folder.appending(path: "o").path],
          in: project.folder)
        #expect(outcome.status == 0)
        #expect(now == (try tree(fresh.folder.appending(path: "o"))), "round \(round)")
        completed += 1
        old = now
      }
    }
    // Some must have been cut short and some not, else the moments were badly chosen.
    #expect(completed > 0)
    #expect(completed < InterruptionTests.kills)
    try project.build()
    #expect(try project.leftovers() == [])
  }

  /// Needs to mount a file system, which only root may.
  @Test(.enabled(if: getuid() == 0 && canMount()))
  func `a full disk leaves the old site and says so`() throws {
    let project = try Project()
    let disk = project.folder.appending(path: "disco")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    try shell(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk.path])
    defer { try? shell(["umount", disk.path]) }
    let target = disk.appending(path: "sito")
    let arguments = ["--output", target.path]
    #expect(try project.run(arguments).status == 0)
    let before = try tree(target)
    try fill(project, with: 200)
    let outcome = try project.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("il disco è pieno"))
    #expect(try tree(target) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["sito"])
  }

  /// Achievements enough for a build to take some time.
  private func fill(_ project: Project, with count: Int) throws {
    let folder = project.folder.appending(path: "content/2021/1-scuole")
    let text = try String(
      contentsOf: folder.appending(path: "1-nuova-mensa.md"), encoding: .utf8)
    for number in 2...count {
      let copy = text.replacingOccurrences(of: "numero: 1", with: "numero: \(number)")
      try Data(copy.utf8).write(to: folder.appending(path: "\(number)-altra-\(number).md"))
    }
  }
}
