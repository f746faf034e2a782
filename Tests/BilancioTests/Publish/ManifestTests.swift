import Diagnostics
import Files
import Foundation
import Output
import Testing

@testable import Publish

/// The list of the files of a site, as it comes back from a server.
@Suite struct ManifestTests {
  @Test(arguments: [
    "../fuori", "/etc/x", "a/../b", "a//b", "./a", "a\r\n!id", "..\u{200D}/..", "a\u{1B}[2J", "",
    "../\u{200D}fuori",
  ])
  func `a manifest with a path that is none of ours is refused whole`(path: String) {
    #expect(throws: Manifest.Flaw.line(2)) { try ManifestTests.manifest([path, "{"]) }
  }

  /// A list as it comes from a server, with a line for each path.
  private static func manifest(
    _ paths: [String], hasStates: Bool = false
  ) throws -> Manifest {
    let lines = paths.map { "\($0),1,\(String(repeating: "a", count: 64))" }
    let text = ([Manifest.header] + lines + [""]).joined(separator: "\n")
    return try Manifest(bytes: Array(text.utf8), hasStates: hasStates)
  }

  @Test(arguments: [
    (["a", "a/b"], "a"), (["a", "a-b", "a.html", "a/b"], "a"), (["a/b", "a/b/c/d"], "a/b"),
    (["a", "ab", "ab/c"], "ab"), (["a b", "a b/c"], "a b"), (["x", "x-", "x-/y", "x/z"], "x-"),
  ])
  func `a list that has a file and a folder of one name is refused with both`(
    paths: [String], name: String
  ) throws {
    #expect(throws: Manifest.Flaw.fileAndFolder(name)) { try ManifestTests.manifest(paths) }
    // Before and after a publication it may be the one and the other.
    #expect(try ManifestTests.manifest(paths, hasStates: true).paths == Set(paths))
    let error = PublishError.brokenList(.fileAndFolder(name), at: "x")
    #expect(error.message.italian.contains("`\(name)` è insieme un file e una cartella"))
  }

  @Test func `names that only begin alike are no folder and its file`() throws {
    let paths = ["a", "a-", "a-/b", "a.b/c", "ab/c", "b/c", "b/c-d/e", "b/cd"]
    let sorted = paths.filter { $0 != "a-" }
    #expect(try ManifestTests.manifest(sorted).entries.map(\.path) == sorted)
  }

  @Test func `a list of files of a folder says which line is none of one`() throws {
    let scratch = try Scratch()
    let file = Path.join(scratch.folder.path, Manifest.name)
    let good = Manifest([Manifest.Entry.of("a"), Manifest.Entry.of("b")]).bytes
    #expect(try Manifest.found(in: scratch.folder.path) == nil)
    try FileSystem.write(good + Array("c,1\n".utf8), to: file)
    let error = #expect(throws: FileError.self) {
      try Manifest.found(in: scratch.folder.path)
    }
    #expect(error?.cause == .brokenList(line: 4))
    #expect(error?.message.italian.contains("`\(file)`: la riga 4") == true)
    try FileSystem.write(good, to: file, replacing: true)
    #expect(try Manifest.found(in: scratch.folder.path)?.entries.count == 2)
  }

  @Test(arguments: [
    "1,abcd", "-1,\(String(repeating: "a", count: 64))", "x,\(String(repeating: "a", count: 64))",
    "1", "1,\(String(repeating: "G", count: 64))",
  ])
  func `a manifest with a line that is amiss is refused whole`(rest: String) throws {
    #expect(throws: Manifest.Flaw.line(2)) {
      try Manifest(bytes: Array("\(Manifest.header)\na.html,\(rest)\n".utf8))
    }
    #expect(try Manifest(bytes: Array("\(Manifest.header)\n".utf8)).entries.isEmpty)
    #expect(throws: Manifest.Flaw.line(1)) { try Manifest(bytes: Array("altro\n".utf8)) }
    #expect(throws: Manifest.Flaw.line(1)) { try Manifest(bytes: []) }
    // A file may have several states while a publication goes on.
    let states = Manifest([Manifest.Entry.of("a.html", "1"), Manifest.Entry.of("a.html", "2")])
    #expect(throws: Manifest.Flaw.line(3)) { try Manifest(bytes: states.bytes) }
    #expect(try Manifest(bytes: states.bytes, hasStates: true).entries.count == 2)
  }

  @Test func `a list with sizes or paths that no site has is none of ours`() {
    let digest = String(repeating: "0", count: 64)
    func flaw(_ lines: String...) -> Manifest.Flaw? {
      do throws(Manifest.Flaw) {
        _ = try Manifest(
          bytes: Array(([Manifest.header] + lines + [""]).joined(separator: "\n").utf8))
        return nil
      } catch { return error }
    }
    #expect(flaw("a.html,\(Manifest.mostBytes),\(digest)") == nil)
    for size in ["\(Manifest.mostBytes + 1)", "9223372036854775807", "9223372036854775808", "-1"] {
      #expect(
        flaw("a.html,\(size),\(digest)", "b.html,\(size),\(digest)") == .line(2), "\(size)")
    }
    #expect(flaw("a.html,1,\(digest)", "a.html,1,\(digest)") == .line(3))
    #expect(flaw("a.html,1,\(digest)", "b.html,1,\(digest)", "a.html,2,\(digest)") == .line(4))
  }
}
