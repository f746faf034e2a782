import Foundation
import Testing

@testable import Files

/// What is others' in a folder of ours, when that is made anew.
@Suite struct OwnedFolderTests {
  private let scratch: Scratch
  private var home: String { scratch.folder.path }
  private var old: String { home + "/old" }
  private var new: String { home + "/new" }
  private static let list = "list.csv"

  init() throws {
    scratch = try Scratch()
    for folder in [old + "/ours", new] { try FileSystem.makeFolder(folder) }
    for name in ["ours/page.html", OwnedFolderTests.list] { try put(name, "old", in: old) }
    try put(OwnedFolderTests.list, "new", in: new)
  }

  private func put(_ path: String, _ text: String, in folder: String) throws {
    let full = Path.join(folder, path)
    try FileSystem.makeFolder(Path.parent(of: full) ?? folder)
    try FileSystem.write(Array(text.utf8), to: full)
  }

  private func text(_ path: String) -> String? {
    (try? FileSystem.read(Path.join(new, path))).map { String(decoding: $0, as: UTF8.self) }
  }

  private var oldSite: OwnedFolder {
    OwnedFolder(old, ours: ["ours/page.html"], list: OwnedFolderTests.list)
  }
  private var newSite: OwnedFolder { OwnedFolder(new, ours: [], list: OwnedFolderTests.list) }

  /// All of a folder by the bytes of its paths.
  private func names(_ folder: String) throws -> [String] {
    try OwnedFolder(folder, ours: [], list: "nothing").foreign().map(\.path.text)
  }

  private func give(_ rights: mode_t, to path: String) throws {
    let result = unsafe chmod(path, rights)
    try #require(result == 0)
  }

  private func status(_ path: String) throws -> stat {
    var information = stat()
    #expect(unsafe lstat(path, &information) == 0, "\(path)")
    return information
  }

  @Test func `names, links, rights, times and empty folders come along`() throws {
    let folder = try OpenFolder(old)
    // As an old server keeps it, in Latin-1.
    let latin = try #require(try folder.makeFolder(BytePath(Array("perch".utf8) + [0xE9])))
    try put("x.txt", "latin", in: old)
    try folder.move(BytePath("x.txt"), to: latin, replacing: false)
    try put("ours/private.txt", "secret", in: old)
    try put("uploads/a.txt", "a", in: old)
    try FileSystem.makeFolder(old + "/empty/inner")
    try FileSystem.makeLink(old + "/link", to: "/nowhere")
    let made = unsafe mkfifo(old + "/pipe", 0o620)
    #expect(made == 0)
    try give(0o600, to: old + "/ours/private.txt")
    try give(0o2775, to: old + "/uploads")
    try give(0o500, to: old + "/empty")
    try FileSystem.setModified(old + "/uploads", to: 1_000_000_000)
    try FileSystem.setModified(old + "/ours/private.txt", to: 1_000_000_001)

    let carried = try oldSite.carry(to: new, besides: newSite)
    #expect(
      try names(new).sorted() == [
        "empty", "empty/inner", "link", "list.csv", "ours", "ours/private.txt", "perch\\xE9",
        "perch\\xE9/x.txt", "pipe", "uploads", "uploads/a.txt",
      ])
    #expect(try status(new + "/ours/private.txt").st_mode & 0o7777 == 0o600)
    #expect(try status(new + "/uploads").st_mode & 0o7777 == 0o2775)
    #expect(try status(new + "/empty").st_mode & 0o7777 == 0o500)
    #expect(try status(new + "/uploads").st_mtim.tv_sec == 1_000_000_000)
    #expect(try status(new + "/ours/private.txt").st_mtim.tv_sec == 1_000_000_001)
    #expect(try FileSystem.target(ofLink: new + "/link") == "/nowhere")
    #expect(try status(new + "/pipe").st_mode & S_IFMT == S_IFIFO)
    #expect(oldSite.giveUp(to: newSite, carried).isEmpty)
    #expect(FileSystem.status(old) == nil)
    #expect(try names(new).count == 11)
  }

  @Test func `a folder that only ours made is not kept`() throws {
    _ = try oldSite.carry(to: new, besides: newSite)
    #expect(try names(new) == ["list.csv"])
  }

  @Test func `a file of others where one of ours goes is told, and nothing is lost`() throws {
    try put("2021", "others'", in: old)
    let taken = OwnedFolder(new, ours: ["2021/page.html"], list: OwnedFolderTests.list)
    let error = #expect(throws: FileError.self) { _ = try oldSite.carry(to: new, besides: taken) }
    #expect(error?.operation == .keep)
    #expect(error?.path.hasSuffix("old/2021") == true)
    #expect(FileSystem.status(old + "/2021") != nil)
  }

  /// Puts a pipe of others in the place of a page of ours.
  private func replacePage() throws {
    try FileSystem.removeFile(old + "/ours/page.html")
    let made = unsafe mkfifo(old + "/ours/page.html", 0o600)
    try #require(made == 0)
  }

  @Test func `a pipe of others in the place of a page is told, and kept`() throws {
    try replacePage()
    #expect(try oldSite.foreign().map(\.path.text) == ["ours/page.html"])
    let taken = OwnedFolder(new, ours: ["ours/page.html"], list: OwnedFolderTests.list)
    let error = #expect(throws: FileError.self) { _ = try oldSite.carry(to: new, besides: taken) }
    #expect(error?.operation == .keep && error?.path == old + "/ours/page.html")
    #expect(error?.help != nil)
    #expect(try status(old + "/ours/page.html").st_mode & S_IFMT == S_IFIFO)
  }

  @Test func `a pipe of others where a page was comes along`() throws {
    try replacePage()
    let carried = try oldSite.carry(to: new, besides: newSite)
    #expect(oldSite.giveUp(to: newSite, carried).isEmpty)
    #expect(try status(new + "/ours/page.html").st_mode & S_IFMT == S_IFIFO)
    #expect(FileSystem.status(old) == nil)
  }

  @Test func `a pipe that comes into the place of a page at the last moment is told`() throws {
    let taken = OwnedFolder(new, ours: ["ours/page.html"], list: OwnedFolderTests.list)
    let carried = try oldSite.carry(to: new, besides: taken)
    try replacePage()
    let troubles = oldSite.giveUp(to: taken, carried)
    #expect(troubles.map(\.path) == [old + "/ours/page.html"])
    #expect(try status(old + "/ours/page.html").st_mode & S_IFMT == S_IFIFO)
  }

  @Test func `a link in the place of a page is ours to replace`() throws {
    try FileSystem.removeFile(old + "/ours/page.html")
    try FileSystem.makeLink(old + "/ours/page.html", to: "/nowhere")
    #expect(try oldSite.foreign().isEmpty)
  }

  @Test func `what comes after carrying is moved, and what changed meanwhile wins`() throws {
    for path in ["same", "replaced", "edited", "taken-away"] { try put(path, "before", in: old) }
    let carried = try oldSite.carry(to: new, besides: newSite)
    try FileSystem.append(Array(" and after".utf8), to: old + "/edited")
    try FileSystem.removeFile(old + "/replaced")
    try put("replaced", "after", in: old)
    try put("late/file.txt", "late", in: old)
    try FileSystem.makeFolder(old + "/late-and-empty")
    try FileSystem.removeFile(new + "/taken-away")
    #expect(oldSite.giveUp(to: newSite, carried).isEmpty)
    #expect(text("same") == "before")
    #expect(text("edited") == "before and after")
    #expect(text("replaced") == "after")
    #expect(text("late/file.txt") == "late")
    #expect(text("taken-away") == nil)
    #expect(FileSystem.status(new + "/late-and-empty")?.kind == .folder)
    #expect(FileSystem.status(old) == nil)
  }

  @Test func `a late file where a new page stands is kept, and told`() throws {
    let live = OwnedFolder(new, ours: ["page.html"], list: OwnedFolderTests.list)
    try put("page.html", "ours", in: new)
    let carried = try oldSite.carry(to: new, besides: live)
    try put("page.html", "others'", in: old)
    let troubles = oldSite.giveUp(to: live, carried)
    #expect(troubles.map(\.path) == [old + "/page.html"])
    #expect(text("page.html") == "ours")
    #expect(FileSystem.status(old + "/page.html") != nil)
    #expect(FileSystem.status(old + "/ours") == nil)
  }

  @Test func `another process goes on with what one began`() throws {
    for path in ["here", "there", "newer"] { try put(path, "old", in: old) }
    try put("there", "new", in: new)
    try put("newer", "new", in: new)
    try FileSystem.setModified(old + "/there", to: 1_000_000_000)
    try FileSystem.setModified(new + "/newer", to: 1_000_000_000)
    #expect(oldSite.giveUp(to: newSite, nil).isEmpty)
    #expect(text("here") == "old")
    #expect(text("there") == "new")
    #expect(text("newer") == "old")
    #expect(FileSystem.status(old) == nil)
  }

  @Test func `a copy is as private and as old as what it is of`() throws {
    try put("a", "secret", in: old)
    try give(0o640, to: old + "/a")
    try FileSystem.setModified(old + "/a", to: 1_000_000_000)
    try FileSystem.makeLink(old + "/b", to: "a")
    let (from, to) = (try OpenFolder(old), try OpenFolder(new))
    #expect(try from.copyFile(BytePath("a"), to: to))
    try from.copyLink(BytePath("b"), to: to)
    #expect(text("a") == "secret")
    #expect(try status(new + "/a").st_mode & 0o7777 == 0o640)
    #expect(try status(new + "/a").st_mtim.tv_sec == 1_000_000_000)
    #expect(try status(new + "/a").st_nlink == 1)
    #expect(try FileSystem.target(ofLink: new + "/b") == "a")
  }

  @Test func `a link leads nowhere else`() throws {
    try FileSystem.makeFolder(home + "/elsewhere")
    try put("other.txt", "other", in: home + "/elsewhere")
    try FileSystem.makeLink(old + "/away", to: home + "/elsewhere")
    let carried = try oldSite.carry(to: new, besides: newSite)
    #expect(oldSite.giveUp(to: newSite, carried).isEmpty)
    #expect(try FileSystem.target(ofLink: new + "/away") == home + "/elsewhere")
    #expect(FileSystem.status(home + "/elsewhere/other.txt") != nil)
  }

  @Test func `a tree with any names is removed, and links are not followed`() throws {
    let folder = try OpenFolder(old)
    let inner = try #require(try folder.makeFolder(BytePath([0xFF, 0xFE])))
    _ = try inner.makeFolder(BytePath([0x80]))
    try FileSystem.makeLink(old + "/new", to: new)
    try give(0o500, to: old + "/ours")
    try FileSystem.removeTree(old)
    #expect(FileSystem.status(old) == nil)
    #expect(text(OwnedFolderTests.list) == "new")
  }

  /// A disk in memory beside that of temporary folders.
  private static let otherDisk = "/dev/shm"

  @Test(
    .enabled(
      if: FileSystem.status(otherDisk)?.identity.first != FileSystem.status("/tmp")?.identity.first)
  )
  func `where no second name can be had there is a copy with the same time`() throws {
    let name = "\(OwnedFolderTests.otherDisk)/bilancio-\(UUID().uuidString)"
    defer { try? FileSystem.removeFile(name) }
    try FileSystem.setModified(old + "/ours/page.html", to: 1_000_000_000)
    let secondNames = SecondNames()
    try secondNames.give(old + "/ours/page.html", as: name)
    #expect(try FileSystem.read(name) == Array("old".utf8))
    #expect(try status(name).st_mtim.tv_sec == 1_000_000_000)
    // Once refused, it is not asked for again.
    try secondNames.give(old + "/ours/page.html", as: new + "/page.html")
    #expect(try status(new + "/page.html").st_nlink == 1)
  }

  @Test func `a large file is compared and copied piece by piece`() throws {
    let whole = [UInt8](repeating: 7, count: ReadableFile.pieceLength + 3)
    for name in ["one", "two"] { try FileSystem.write(whole, to: home + "/" + name) }
    try FileSystem.write(whole.dropLast() + [8], to: home + "/three")
    var pieces: [Int] = []
    let one = try ReadableFile(home + "/one")
    #expect(try one.isSame(as: ReadableFile(home + "/two")) { pieces.append($0.count) })
    #expect(pieces == [ReadableFile.pieceLength, 3])
    try one.rewind()
    #expect(try !one.isSame(as: ReadableFile(home + "/three")) { _ in })
    try one.rewind()
    try one.copy(to: home + "/four") { _ in }
    #expect(try FileSystem.read(home + "/four") == whole)
    #expect(throws: FileError.self) { _ = try ReadableFile(home) }
  }

  @Test func `a folder that was taken away meanwhile is made and kept anew`() throws {
    let first = try FolderLock(making: home + "/kept")
    #expect(throws: FileError.self) { _ = try FolderLock(making: home + "/kept") }
    first.removeFolder()
    let second = try FolderLock(making: home + "/kept")
    #expect(throws: FileError.self) { _ = try FolderLock(home + "/kept") }
    withExtendedLifetime((first, second)) {}
  }
}
