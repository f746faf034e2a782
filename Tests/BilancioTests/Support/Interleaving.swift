import Diagnostics
import Files
import Foundation

@testable import Publish

/// Lets several machines work one step at a time, in an order that a test chooses.
actor Interleaving {
  private var parked: [Int: CheckedContinuation<Void, Never>] = [:]
  private var working: Set<Int>
  private var current = 0
  private(set) var steps = 0
  /// Before which steps the other machine comes.
  private let switches: Set<Int>

  init(machines: Int, switches: Set<Int>) {
    working = Set(0..<machines)
    self.switches = switches
  }

  /// Waits for its next step.
  func step(_ machine: Int) async {
    await withCheckedContinuation { continuation in
      parked[machine] = continuation
      goOn()
    }
  }

  func leave(_ machine: Int) {
    working.remove(machine)
    goOn()
  }

  private func goOn() {
    guard !working.isEmpty, parked.count == working.count else { return }
    if switches.contains(steps) || !working.contains(current) {
      current = working.sorted().first { $0 > current } ?? working.min() ?? 0
    }
    steps += 1
    parked.removeValue(forKey: current)?.resume()
  }
}

/// A server that holds files in memory.
actor FakeServer {
  private(set) var files: [String: [UInt8]] = [:]

  func put(_ path: String, _ bytes: [UInt8]) { files[path] = bytes }
  func remove(_ path: String) { files[path] = nil }
}

/// What one machine sees of such a server; each file that it moves is a step of its own.
struct FakeStore: FileStore {
  let server: FakeServer
  let machine: Int
  let order: Interleaving
  var name: String { "prova" }

  func list(_ folders: Set<String>) async throws(PublishError) -> Listing {
    await order.step(machine)
    var listing = Listing()
    for (path, bytes) in await server.files {
      if folders.contains(Path.folder(of: path)) { listing.files[path] = bytes.count }
      for folder in PublicationPlan.folders(of: path)
      where folders.contains(Path.folder(of: folder)) {
        listing.folders.insert(folder)
      }
    }
    return listing
  }

  func fetch(_ paths: [String], to folder: String, limit: Int) async throws(PublishError) {
    await order.step(machine)
    for path in paths {
      guard let bytes = await server.files[path] else {
        throw PublishError(Phrase(it: "manca \(path)", en: "\(path) is missing"))
      }
      try write(bytes, to: Path.join(folder, path))
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(PublishError) {
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.makeFolder(Path.parent(of: path) ?? ".")
      try FileSystem.write(bytes, to: path, replacing: true)
    }
  }

  func put(
    _ paths: [String], from folder: String, replacing: Set<String>
  ) async throws(PublishError) {
    for path in paths {
      let bytes = try PublishError.wrapping { () throws(FileError) in
        try FileSystem.read(Path.join(folder, path))
      }
      await order.step(machine)
      await server.put(path, bytes)
    }
  }

  func remove(_ paths: [String], folders: [String]) async throws(PublishError) {
    for path in paths {
      await order.step(machine)
      await server.remove(path)
    }
  }

  func clearWork(_ list: String) async throws(PublishError) {
    await order.step(machine)
    await server.remove(list)
  }
}
