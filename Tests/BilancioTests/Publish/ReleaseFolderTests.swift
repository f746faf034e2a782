import Foundation
import Testing

@testable import Files
@testable import Output
@testable import Publish

/// Releases side by side in a folder, and what others put there.
@Suite struct ReleaseFolderTests {
  private let scratch: Scratch
  private var home: String { scratch.folder.path }
  private let releases: ReleaseFolder
  private var current: String { Path.join(home, "web/current") }

  init() throws {
    scratch = try Scratch()
    try FileSystem.makeFolder(scratch.folder.path + "/web/releases")
    releases = ReleaseFolder(scratch.folder.path + "/web", sharesFiles: false)
  }

  /// Makes a site and adds it as a release.
  private func add(_ text: String, second: Int) throws -> ReleaseFolder.Release {
    let site = Path.join(home, "site-\(second)")
    let bytes = Array(text.utf8)
    try FileSystem.makeFolder(site + "/2021")
    let entries = ["index.html", "2021/index.html"].map { Manifest.Entry(path: $0, bytes: bytes) }
    for entry in entries { try FileSystem.write(bytes, to: Path.join(site, entry.path)) }
    let moment = try #require(Timestamp(name: "20261121T2030\(second)Z-00000000"))
    return try releases.add(site, Manifest(entries), at: moment)
  }

  @Test func `what others put there is in the next release as it was`() throws {
    let first = try add("one", second: 10)
    try releases.makeCurrent(first)
    let script = """
      cd '\(current)/' && printf x > "$(printf '2021/perch\\351')" && ln -s ../x legame && mkdir vuota \
      && printf s > privato && chmod 600 privato && chmod 2770 2021
      """
    #expect(try Program.shell(script).status == 0)
    let second = try add("two", second: 11)
    // After it was carried, and before readers see it.
    try FileSystem.write(Array("late".utf8), to: first.folder + "/tardi.txt")
    try FileSystem.removeFile(first.folder + "/privato")
    try FileSystem.write(Array("changed".utf8), to: first.folder + "/privato")
    try releases.makeCurrent(second)
    let list = "cd '\(current)/' && stat -c '%n %A' * 2021/* | LC_ALL=C sort"
    let names = try Program.shell(list).output
    #expect(names.contains("2021/perch\u{FFFD} -rw-r--r--"))
    #expect(names.contains("legame lrwxrwxrwx"))
    #expect(names.contains("vuota drwxr-xr-x"))
    #expect(names.contains("2021 drwxrws---"))
    #expect(try FileSystem.read(current + "/tardi.txt") == Array("late".utf8))
    #expect(try FileSystem.read(current + "/privato") == Array("changed".utf8))
    #expect(try FileSystem.read(current + "/index.html") == Array("two".utf8))
    #expect(try releases.foreign(in: second).files.count == 4)
  }

  @Test func `going back keeps what others changed since`() throws {
    let first = try add("one", second: 10)
    try releases.makeCurrent(first)
    try FileSystem.write(Array("old".utf8), to: current + "/theirs")
    try FileSystem.setModified(current + "/theirs", to: 1_000_000_000)
    let second = try add("two", second: 11)
    try releases.makeCurrent(second)
    try FileSystem.removeFile(current + "/theirs")
    try FileSystem.write(Array("new".utf8), to: current + "/theirs")
    try releases.carryForeign(to: first)
    try releases.makeCurrent(first)
    #expect(try FileSystem.read(current + "/theirs") == Array("new".utf8))
    #expect(try FileSystem.read(current + "/index.html") == Array("one".utf8))
  }

  @Test func `an old release goes with all that readers see elsewhere`() throws {
    for second in 10...12 {
      try releases.makeCurrent(try add("site \(second)", second: second))
      if second == 10 {
        try FileSystem.write(Array("theirs".utf8), to: current + "/theirs")
        try FileSystem.makeFolder(current + "/empty")
      }
    }
    try releases.prune(keeping: 2)
    #expect(try FileSystem.names(in: home + "/web/releases").count == 2)
    #expect(FileSystem.status(current + "/theirs")?.kind == .file)
    #expect(FileSystem.status(current + "/empty")?.kind == .folder)
  }

  @Test func `a file of others that stands nowhere else stays when its release goes`() throws {
    let first = try add("one", second: 10)
    try releases.makeCurrent(first)
    try releases.makeCurrent(try add("two", second: 11))
    try FileSystem.write(Array("theirs".utf8), to: first.folder + "/theirs")
    try releases.prune(keeping: 1)
    let left = try FileSystem.names(in: home + "/web/releases").filter { $0.hasPrefix(".via-") }
    #expect(left.count == 1)
    let theirs = home + "/web/releases/\(left.first ?? "")/theirs"
    #expect(FileSystem.status(theirs)?.kind == .file)
  }

  @Test func `a file that is not as it was, or is something else, is told`() async throws {
    let first = try add("one", second: 10)
    #expect(try await releases.damaged(first).isEmpty)
    try FileSystem.write(Array("own".utf8), to: first.folder + "/index.html", replacing: true)
    try FileSystem.removeFile(first.folder + "/2021/index.html")
    try FileSystem.makeFolder(first.folder + "/2021/index.html")
    #expect(try await releases.damaged(first).sorted() == ["2021/index.html", "index.html"])
  }
}
