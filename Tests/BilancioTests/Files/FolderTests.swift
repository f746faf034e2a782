import Diagnostics
import Foundation
import Glibc
import Site
import Testing

@testable import Content
@testable import Files
@testable import Theme

/// What is read of a folder that others may put things into: nothing outside it, nothing without an end, and
/// nothing left out without a word.
@Suite struct FolderTests {
  private let scratch: Scratch
  private var root: String { scratch.folder.appending(path: "content").path }

  init() throws {
    scratch = try Scratch()
    for folder in ["content/a", "content-b", "outside"] {
      try FileManager.default.createDirectory(
        at: scratch.folder.appending(path: folder), withIntermediateDirectories: true)
    }
    for file in ["content/a/in.pdf", "content-b/out.pdf", "outside/secret.md"] {
      try Data("secret of \(file)".utf8).write(to: scratch.folder.appending(path: file))
    }
  }

  private func link(_ path: String, _ target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: root + "/" + path, withDestinationPath: target)
  }

  private func read(textLimit: Int = 2 << 20) async throws -> Folder {
    try await Folder.read(root, textEndings: Content.textEndings, textLimit: textLimit)
  }

  /// What is told of each path.
  private func causes(_ folder: Folder) -> [String: FileError.Cause] {
    Dictionary(folder.refused.map { ($0.path, $0.cause) }, uniquingKeysWith: { a, _ in a })
  }

  @Test(arguments: [
    ("x.pdf", "/etc/hostname"), ("x.pdf", "../outside/secret.md"), ("x.md", "../outside/secret.md"),
    ("x.pdf", "../content-b/out.pdf"), ("x.pdf", "a/../../outside/secret.md"), ("x", ".."),
    ("x", "/"),
    ("x", "../outside"), ("x.pdf", "/proc/self/environ"), ("x", "/proc/self/cwd"),
    ("x.csv", "/dev/zero"), ("x.yml", "/proc/kmsg"), ("x", "../content-b"),
  ])
  func `nothing is read of what a link leads to outside`(name: String, target: String) async throws
  {
    try link(name, target)
    let folder = try await read()
    #expect(causes(folder) == [name: .leadsOut(of: root)])
    #expect(folder.texts.isEmpty && folder.assets.map(\.path) == ["a/in.pdf"])
    let words = folder.refusals().map { $0.message.italian + $0.message.english }.joined()
    #expect(words.contains("`\(name)`") && !words.contains("secret"))
  }

  @Test(arguments: [true, false])
  func `links that stay inside go on working`(asksSystem: Bool) throws {
    try link("b.pdf", "a/in.pdf")
    try link("a/c.pdf", "../b.pdf")
    try link("d", root + "/a")
    try link("e.pdf", root + "/d/c.pdf")
    try link("out", "../outside")
    let enclosure = try Enclosure(root, asksSystem: asksSystem)
    for path in ["b.pdf", "a/c.pdf", "d/in.pdf", "d/c.pdf", "e.pdf", "a/in.pdf"] {
      let bytes = try enclosure.file(path).bytes()
      #expect(String(decoding: bytes, as: UTF8.self) == "secret of content/a/in.pdf")
    }
    let walk = try FolderWalk(enclosure)
    #expect(walk.files == ["a/c.pdf", "a/in.pdf", "b.pdf", "d/c.pdf", "d/in.pdf", "e.pdf"])
    #expect(walk.folders == ["", "a", "d"])
    #expect(walk.refused.map(\.cause) == [.leadsOut(of: root)])
    for path in [
      "out/secret.md", "../outside/secret.md", "/etc/passwd", "a/../../outside/secret.md",
    ] {
      #expect(throws: FileError.self) { try enclosure.file(path).bytes() }
    }
  }

  @Test func `a folder that is itself a link is read`() async throws {
    let link = scratch.folder.appending(path: "link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "content")
    let folder = try await Folder.read(link, textEndings: [])
    #expect(folder.assets.map(\.path) == ["a/in.pdf"] && folder.refused.isEmpty)
  }

  @Test func `links without an end or without a beginning are told`() async throws {
    try link("round.png", "round.png")
    try link("one", "two")
    try link("two", "one")
    try link("lost.md", "a/gone.md")
    try link("a/up", "..")
    try link("here", ".")
    let folder = try await read()
    #expect(
      causes(folder) == [
        "round.png": .system(ELOOP), "one": .system(ELOOP), "two": .system(ELOOP),
        "lost.md": .leadsNowhere, "a/up": .leadsBack, "here": .leadsBack,
      ])
    #expect(folder.refusals().count { $0.severity == .warning } == 2)
    #expect(folder.assets.map(\.path) == ["a/in.pdf"])
  }

  @Test func `links that double what there is have an end`() async throws {
    for number in 0..<24 {
      let path = root + "/\(number)"
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false)
      if number > 0 {
        for name in ["x", "y"] { try link("\(number)/\(name)", "../\(number - 1)") }
      }
    }
    let folder = try await read()
    #expect(folder.refused.contains { $0.cause == .tooManyLinked })
  }

  @Test func `pipes, sockets and devices are told and not waited for`() async throws {
    #expect(unsafe mkfifo(root + "/x.md", 0o600) == 0 && mkfifo(root + "/a/y.pdf", 0o600) == 0)
    #expect(unsafe mknod(root + "/s.csv", S_IFSOCK | 0o600, 0) == 0)
    try link("z.md", "x.md")
    let folder = try await read()
    #expect(
      causes(folder) == [
        "x.md": .special, "a/y.pdf": .special, "s.csv": .special, "z.md": .special,
      ])
    for path in ["/x.md", "/s.csv", "/z.md"] {
      #expect(throws: FileError.self) { try FileSystem.read(root + path) }
      #expect(throws: FileError.self) { try FileSystem.append([1], to: root + path) }
    }
    #expect(throws: FileError.self) { try FileSystem.read("/dev/zero") }
    #expect(throws: FileError.self) { try FileSystem.read(root) }
    if FileManager.default.isReadableFile(atPath: "/proc/kmsg") {
      #expect(throws: FileError.self) { try FileSystem.read("/proc/kmsg", atMost: 1 << 24) }
    }
  }

  @Test func `a name that is not UTF-8 is told so that it can be found`() async throws {
    let name = Array("perch".utf8) + [0xE9]
    let file = BytePath(Array((root + "/").utf8) + name + Array(".pdf".utf8))
    let folder = BytePath(Array((root + "/a/").utf8) + name)
    let descriptor = unsafe file.call { unsafe open($0, O_CREAT | O_WRONLY, 0o644) }
    #expect(descriptor >= 0 && close(descriptor) == 0)
    #expect(unsafe folder.call { unsafe mkdir($0, 0o755) } == 0)
    let read = try await read()
    #expect(causes(read) == ["perch\\xE9.pdf": .name, "a/perch\\xE9": .name])
    #expect(read.refusals().allSatisfy { $0.identifier == .fileName && $0.severity == .error })
  }

  @Test func `a folder too deep to be reached is told`() async throws {
    let enter =
      "i=0; while [ $i -lt 30 ]; do mkdir \(String(repeating: "n", count: 200)) && "
      + "cd -P \(String(repeating: "n", count: 200)) || exit 1; i=$((i+1)); done; echo x >x.md"
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "cd '\(root)' && \(enter)"]
    try shell.run()
    shell.waitUntilExit()
    let folder = try await read()
    #expect(folder.refused.map(\.cause) == [.system(ENAMETOOLONG)])
  }

  @Test func `a text that is too long is not read`() async throws {
    try Data(repeating: 0x61, count: 3000).write(to: URL(filePath: root + "/long.md"))
    let folder = try await read(textLimit: 2999)
    #expect(folder.texts.map(\.isTooLong) == [true] && folder.texts[0].text.isEmpty)
    #expect(folder.texts[0].byteCount == 3000)
    #expect(try await read(textLimit: 3000).texts.map(\.isTooLong) == [false])
    #expect(throws: FileError.self) { try FileSystem.read(root + "/long.md", atMost: 2999) }
    #expect(try FileSystem.read(root + "/long.md", limit: 10, atMost: 20).count == 10)
  }

  @Test func `a file that has become a link since it was listed is not copied`() throws {
    let file = EnclosedFile(root: root, path: "a/in.pdf")
    #expect(try file.open().bytes().count == 26)
    try FileManager.default.removeItem(atPath: root + "/a")
    try FileManager.default.moveItem(atPath: root + "-b", toPath: root + "-c")
    try link("a", "../content-c")
    try FileManager.default.moveItem(atPath: root + "-c/out.pdf", toPath: root + "-c/in.pdf")
    #expect(throws: FileError.self) { try file.open().bytes() }
  }

  @Test func `names that only capital letters tell apart are told`() {
    let assets = ["Foto.png", "foto.png", "a/B/x.png", "a/b/y.png", "c.png"].map {
      Folder.Asset(path: $0, byteCount: 0, head: [])
    }
    let names = FileNames(Folder(root: "", texts: [], assets: assets), firstID: 0)
    #expect(names.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(names.diagnostics[1].message.english.contains("`a/B` and `a/b`"))
  }

  @Test func `a theme's links and names are held to the same`() async throws {
    try link("layout.html", "../outside/secret.md")
    try Data().write(to: URL(filePath: root + "/a/x\ny.png"))
    let theme = try await Folder.read(root, textEndings: Theme.textEndings, readsWhole: true)
    let read = try await Theme.read(
      theme, firstID: 0, language: "it", basePath: "/", views: Views.catalogue)
    #expect(read.diagnostics.map(\.identifier) == [.unreadFile, .fileName])
    #expect(read.diagnostics.errors == 2)
  }
}
