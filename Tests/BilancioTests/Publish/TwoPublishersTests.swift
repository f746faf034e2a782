import Diagnostics
import Files
import Foundation
import Output
import Synchronization
import Testing

@testable import Publish

/// Two machines that publish to one place, in many orders of their steps.
@Suite struct TwoPublishersTests {
  private static let start = Timestamp(seconds: 1_794_000_000)
  private static let paths = ["a.css", "index.html", "pagina/index.html"]

  /// A site of one machine's own, in a folder.
  private static func site(_ word: String, in folder: URL) throws -> ReleaseFolder.Release {
    let site = folder.appending(path: word)
    var entries: [Manifest.Entry] = []
    for path in paths + ["solo-\(word).html"] {
      let bytes = Array("\(word) in \(path)".utf8)
      let file = site.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      entries.append(Manifest.Entry(path: path, bytes: bytes))
    }
    let manifest = Manifest(entries)
    try Data(manifest.bytes).write(to: site.appending(path: Manifest.name))
    return ReleaseFolder.Release(
      name: start.name + "-00000000", folder: site.path, manifest: manifest)
  }

  /// One machine's way of publishing.
  private struct Publication: Sendable {
    let release: ReleaseFolder.Release
    let store: FakeStore
    let remote: RemoteSite

    init(
      _ release: ReleaseFolder.Release, _ server: FakeServer, _ machine: Int,
      _ order: Interleaving, in folder: URL, now: @escaping @Sendable () -> Timestamp
    ) throws {
      self.release = release
      let store = FakeStore(server: server, machine: machine, order: order)
      self.store = store
      let scratch = folder.appending(path: "macchina-\(machine)-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
      remote = RemoteSite(
        store: store, scratch: scratch.path,
        machine: Machine(id: "0000000\(machine)", name: "pc-\(machine)"),
        time: Turn.Time(lifetime: 600, now: now) { _ in await order.step(machine) })
    }

    /// - Returns: whether the machine says that it has published, and whether that is so.
    func run() async -> (says: Bool, isSo: Bool) {
      let says: Bool
      do throws(PublishError) {
        let live = try await remote.live(for: release.manifest)
        try await remote.refuseOthers(live)
        try await remote.alone(over: live) { turn throws(PublishError) in
          try await remote.deliver(release, over: live, turn) { _, _ in }
        }
        says = true
      } catch { says = false }
      // No other machine works before this one leaves.
      var expected: [String: String] = [:]
      for entry in release.manifest.entries { expected[entry.path] = entry.digest }
      expected[Manifest.name] = release.manifest.digest
      let there = await store.server.files.filter { Ticket(path: $0.key) == nil }
      let isSo = there.mapValues(Manifest.digest) == expected
      await store.order.leave(store.machine)
      return (says, isSo)
    }
  }

  /// Both machines publish at once over a site that is there.
  ///
  /// - Returns: what each says, and how many steps they took.
  private static func race(
    _ releases: [ReleaseFolder.Release], switches: Set<Int>, in folder: URL
  ) async throws -> (results: [(says: Bool, isSo: Bool)], steps: Int) {
    let server = FakeServer()
    for (path, bytes) in try files(of: releases[2]) { await server.put(path, bytes) }
    let order = Interleaving(machines: 2, switches: switches)
    let both = try (0..<2).map { machine in
      try Publication(releases[machine], server, machine, order, in: folder) { start }
    }
    async let first = both[0].run()
    async let second = both[1].run()
    return (await [first, second], await order.steps)
  }

  private static func files(of release: ReleaseFolder.Release) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in release.manifest.paths.union([Manifest.name]) {
      files[path] = try FileSystem.read(Path.join(release.folder, path))
    }
    return files
  }

  @Test(.slow) func `whoever says that its site is published has it there, whatever the order`()
    async throws
  {
    let scratch = try Scratch()
    let releases = try ["x", "y", "vecchio"].map { try Self.site($0, in: scratch.folder) }
    let (alone, length) = try await Self.race(releases, switches: [], in: scratch.folder)
    // One after the other, both publish.
    #expect(alone.allSatisfy { $0.says && $0.isSo })
    var published = 0
    for first in 1..<(length / 2) {
      // A machine stops for some steps of the other, from one to all of them.
      for second in stride(from: first + 1, through: length, by: 2) {
        let (results, _) = try await Self.race(
          releases, switches: [first, second], in: scratch.folder)
        #expect(results.allSatisfy { !$0.says || $0.isSo }, "at \(first) and \(second)")
        published += results.count(where: \.says)
      }
    }
    // Most often one of them gets through.
    #expect(published > length)
  }

  @Test(.slow, arguments: 0..<60)
  func `many changes of turn leave no mixed site that is called published`(seed: UInt64)
    async throws
  {
    let scratch = try Scratch()
    let releases = try ["x", "y", "vecchio"].map { try Self.site($0, in: scratch.folder) }
    var chance = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let switches = (0..<12).map { _ in
      chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(chance >> 33) % 50
    }
    let (results, _) = try await Self.race(releases, switches: Set(switches), in: scratch.folder)
    #expect(results.allSatisfy { !$0.says || $0.isSo }, "\(switches.sorted())")
  }

  @Test(.slow)
  func `a machine that slept until it was taken for dead does not call its site published`()
    async throws
  {
    let scratch = try Scratch()
    let releases = try ["x", "y", "vecchio"].map { try Self.site($0, in: scratch.folder) }
    let (_, length) = try await Self.race(releases, switches: [], in: scratch.folder)
    var untrue: [Int] = []
    for step in 1..<(length / 2) {
      let server = FakeServer()
      let order = Interleaving(machines: 2, switches: [step])
      let later = Self.start.advanced(by: 1000)
      let isLater = Mutex(false)
      let sleeper = try Publication(releases[0], server, 0, order, in: scratch.folder) {
        isLater.withLock { $0 } ? later : Self.start
      }
      let other = try Publication(releases[1], server, 1, order, in: scratch.folder) {
        isLater.withLock { $0 = true }
        return later
      }
      async let first = sleeper.run()
      async let second = other.run()
      let (slept, worked) = await (first, second)
      #expect(!worked.says || worked.isSo, "at \(step)")
      if slept.says, !slept.isSo { untrue.append(step) }
    }
    // Between the last look and the answer nothing can be known: what is said was so when it was looked at.
    #expect(untrue.count <= 1, "\(untrue)")
  }
}
