import Files
import Foundation
import Testing

/// New files of people's own: all, or none.
@Suite struct CreationTests {
  private static func create(_ paths: [String], in folder: URL) throws {
    try FileSystem.create(
      paths.map { (path: folder.appending(path: $0).path, bytes: Array("sì\n".utf8)) })
  }

  @Test func `what cannot all be made is not made at all`() throws {
    let scratch = try Scratch()
    try Data("mio".utf8).write(to: scratch.folder.appending(path: "occupato"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder.appending(path: "legame").path, withDestinationPath: "altrove")
    for last in ["occupato", "occupato/sotto.yml", "legame", "legame/sotto.yml"] {
      #expect(throws: FileError.self) {
        try CreationTests.create(["a/b/uno.yml", "a/due.yml", last], in: scratch.folder)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
      #expect(names.sorted() == ["legame", "occupato"], "\(last)")
    }
    #expect(try tree(scratch.folder)["occupato"] == Data("mio".utf8))
  }

  @Test func `rights are what the user's mask says`() throws {
    let scratch = try Scratch()
    let outcome = try Program.shell(
      """
      cd '\(scratch.folder.path)' && umask 027 && '\(Program.executable.path)' nuovo \
      --comune Borgo --anno 2025 --ufficio Scuola
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    func rights(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(
        atPath: scratch.folder.appending(path: path).path)[.posixPermissions] as? Int
    }
    #expect(try rights("content/sito.yml") == 0o640)
    #expect(try rights("content/2025") == 0o750)
  }
}
