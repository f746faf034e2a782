import Foundation
import Testing

/// `bilancio package`: the site as one file.
@Suite struct PackageTests {
  private let scratch: Scratch
  private var folder: URL { scratch.folder }

  init() throws {
    scratch = try Scratch()
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: folder.appending(path: "content"))
    try TestTheme.copy(to: folder.appending(path: "themes/comune"))
  }

  private func package(
    _ options: [String] = [], environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program.run(["package"] + options, in: folder, environment: environment)
  }

  private func bytes(_ name: String = "sito.zip") throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  /// The files of a package, unpacked by another's program.
  private func unpacked(_ name: String = "sito.zip") throws -> [String: Data] {
    let target = folder.appending(path: "unpacked-\(name)")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-m", "zipfile", "-e", folder.appending(path: name).path, target.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try tree(target)
  }

  @Test func `it holds what a build writes`() throws {
    #expect(try package().status == 0)
    #expect(try Program.run(["build"], in: folder, environment: [:]).status == 0)
    #expect(try unpacked() == tree(folder.appending(path: "output")))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasPrefix(".") }, "nothing is left beside it: \(names)")
  }

  @Test func `the same site gives the same bytes, whenever and wherever`() throws {
    #expect(try package(environment: ["TZ": "Pacific/Kiritimati"]).status == 0)
    let first = try bytes()
    for file in try FileManager.default.subpathsOfDirectory(
      atPath: folder.appending(path: "content").path)
    {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
        ofItemAtPath: folder.appending(path: "content/" + file).path)
    }
    let options = ["--output", "altro.zip"]
    #expect(try package(options, environment: ["TZ": "UTC", "ZIPOPT": "-0"]).status == 0)
    #expect(try bytes("altro.zip") == first)
  }

  @Test func `fragments are the contents of the pages alone`() throws {
    #expect(try package(["--fragment"]).status == 0)
    let files = try unpacked()
    let page = String(
      decoding: try #require(files["2021/scuole/nuova-mensa/index.html"]), as: UTF8.self)
    #expect(page.contains("<h1"))
    for part in ["<html", "<head", "<main", "<footer", "<header", "</body"] {
      #expect(!page.contains(part), "\(part)")
    }
  }

  @Test func `a mistake leaves the old file, and says so`() throws {
    #expect(try package().status == 0)
    let before = try bytes()
    let page = folder.appending(path: "content/2021/1-scuole/1-nuova-mensa.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    try text.replacingOccurrences(of: "stato:", with: "statoo:")
      .write(to: page, atomically: true, encoding: .utf8)
    let outcome = try package()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("`sito.zip` è rimasto com'era"))
    #expect(try bytes() == before)
  }

  @Test func `a file that is not ours stays`() throws {
    let foreign = Data("PK\u{3}\u{4} di qualcun altro".utf8)
    try foreign.write(to: folder.appending(path: "sito.zip"))
    let outcome = try package()
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("non è un pacchetto fatto da me"))
    #expect(try bytes() == foreign)
  }

  @Test func `a text of others that speaks of the manifest stays`() throws {
    let foreign = Data("La lista è bilancio-manifest.csv".utf8)
    try foreign.write(to: folder.appending(path: "sito.zip"))
    #expect(try package().status == 2)
    #expect(try bytes() == foreign)
  }

  @Test func `names with accents are marked as what they are`() throws {
    let place = folder.appending(path: "content/2021/1-scuole")
    try Data("Perché".utf8).write(to: place.appending(path: "perché.txt"))
    let page = place.appending(path: "1-nuova-mensa.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    try (text + "\n[Perché](perché.txt)\n").write(to: page, atomically: true, encoding: .utf8)
    #expect(try package().status == 0)
    let outcome = try Program.shell(
      "cd '\(folder.path)' && python3 -c \"import zipfile; z = zipfile.ZipFile('sito.zip'); "
        + "print(z.testzip(), [(n.filename, n.flag_bits) for n in z.infolist() if n.flag_bits])\"")
    #expect(
      outcome.output == "None [('2021/file/1-scuole/perché.txt', 2048)]\n", "\(outcome.errors)")
    let unzipped = try unpacked()
    #expect(unzipped["2021/file/1-scuole/perché.txt"] == Data("Perché".utf8))
  }

  @Test func `of two packages at once the second says so`() throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: ".sito.zip.bilancio"), withIntermediateDirectories: true)
    // Somebody else's program keeps the folder.
    let outcome = try Program.shell(
      "cd '\(folder.path)' && flock .sito.zip.bilancio '\(Program.executable.path)' package --language it"
    )
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("un'altra costruzione sta scrivendo `sito.zip`"))
  }

  @Test(arguments: ["grep -v 404.html", "{ cat; : >404.html; }"])
  func `a package that lacks a file, or a part of one, is refused`(step: String) throws {
    let tools = folder.appending(path: "tools")
    try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
    let zip = tools.appending(path: "zip")
    try Data("#!/bin/sh\n\(step) | /usr/bin/zip \"$@\"\n".utf8).write(to: zip)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: zip.path)
    let outcome = try package(environment: ["PATH": tools.path + ":/usr/bin:/bin"])
    #expect(outcome.status == 2 && outcome.errors.contains("`404.html`"), "\(outcome.errors)")
    #expect(throws: (any Error).self) { try bytes() }
  }

  @Test func `a missing tool is told with the command that installs it`() throws {
    let outcome = try package(environment: ["PATH": folder.path])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("sudo apt-get install zip"))
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "sito.zip").path))
  }
}
