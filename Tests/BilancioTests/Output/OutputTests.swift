import Foundation
import Testing

/// What may and must happen to the folder a site is written to.
@Suite struct OutputTests {
  private let project: Project

  init() throws { project = try Project() }

  @Test func `an unchanged file keeps its bytes and its time`() throws {
    try project.build()
    let before = try project.times()
    // A build in the same instant would prove nothing.
    try project.age(by: 3600)
    let aged = try project.times()
    #expect(aged != before)
    try project.build()
    #expect(try project.times() == aged)
    try project.edit("2021/1-scuole/1-nuova-mensa.md", "Una nuova mensa", "Una mensa nuova")
    try project.build()
    let after = try project.times()
    #expect(
      after["2021/scuole/nuova-mensa/index.html"] != aged["2021/scuole/nuova-mensa/index.html"])
    #expect(after["404.html"] == aged["404.html"])
  }

  @Test func `a page whose source is gone is gone, and nothing else is`() throws {
    try project.build()
    let foreign = project.output.appending(path: "2021/nota-del-webmaster.txt")
    try Data("non toccare".utf8).write(to: foreign)
    try project.edit("2021/1-scuole/obiettivo.yml", "tipo: obiettivo", "tipo: obiettivo\nid: mense")
    try project.build()
    #expect(!project.has("2021/scuole/index.html"))
    #expect(!project.has("2021/scuole"))
    #expect(project.has("2021/mense/index.html"))
    #expect(try String(contentsOf: foreign, encoding: .utf8) == "non toccare")
  }

  @Test func `a file of somebody else where a page goes stops the build with its name`() throws {
    try project.build()
    let before = try tree(project.output)
    let page = project.output.appending(path: "2021/mense/index.html")
    try FileManager.default.createDirectory(
      at: page.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("mia".utf8).write(to: page)
    try project.edit("2021/1-scuole/obiettivo.yml", "tipo: obiettivo", "tipo: obiettivo\nid: mense")
    let outcome = try project.run()
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("2021/mense/index.html"))
    var expected = before
    expected["2021/mense/index.html"] = Data("mia".utf8)
    #expect(try tree(project.output) == expected)
  }

  /// Builds once more, with one page that changed.
  private func buildAnew() throws {
    try project.edit("2021/1-scuole/1-nuova-mensa.md", "Una nuova mensa", "Una mensa nuova")
    try project.build()
  }

  @Test func `files of others keep their names, rights and links, and empty folders stay`() throws {
    try project.build()
    let output = project.output.path
    // In Latin-1, as old servers have them: at the top and in a folder of ours.
    let script = """
      cd '\(output)' && printf x > "$(printf 'perch\\351.pdf')" && printf y > "2021/$(printf '\\351')" \
      && mkdir -p vuota caricati && chmod 2775 caricati && chmod 0770 2021 && ln -s /etc/hostname legame \
      && printf z > privato && chmod 600 privato
      """
    #expect(try Program.shell(script).status == 0)
    for _ in 0..<2 {
      let before = try Program.shell(
        "cd '\(output)' && stat -c '%n %A %N' * 2021/* | LC_ALL=C sort")
      try buildAnew()
      let after = try Program.shell("cd '\(output)' && stat -c '%n %A %N' * 2021/* | LC_ALL=C sort")
      #expect(after.output == before.output)
      #expect(before.output.contains("vuota drwx"))
    }
    #expect(try project.leftovers() == [])
  }

  @Test(.enabled(if: Program.isInstalled("strace")))
  func `where the disk exchanges no names and gives no second ones, a build is whole`() throws {
    try project.build()
    try Data("mio".utf8).write(to: project.output.appending(path: "mio.txt"))
    let before = try tree(project.output)
    for refusal in ["EPERM", "EXDEV", "EMLINK"] {
      let outcome = try Program.shell(
        """
        cd '\(project.folder.path)' && strace -f -qq -o /dev/null -e trace=link,linkat,renameat2 \
        -e inject=link,linkat:error=\(refusal) -e inject=renameat2:error=EINVAL \
        '\(Program.executable.path)' build --quiet
        """)
      #expect(outcome.status == 0, "\(refusal): \(outcome.errors)")
      #expect(try tree(project.output) == before)
      #expect(try project.leftovers() == [])
    }
  }

  @Test(.enabled(if: Program.isInstalled("strace")))
  func `what is busy is left, told, and cleared by the next build`() throws {
    try project.build()
    try project.edit("2021/1-scuole/1-nuova-mensa.md", "Una nuova mensa", "Una mensa nuova")
    let outcome = try Program.shell(
      """
      cd '\(project.folder.path)' && strace -f -qq -o /dev/null -e trace=unlinkat \
      -e inject=unlinkat:error=EBUSY:when=1..3 '\(Program.executable.path)' build --quiet
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("vecchio-1"))
    #expect(try project.leftovers() == [".output.bilancio-vecchio-1"])
    try project.build()
    #expect(try project.leftovers() == [])
  }

  /// Only the administrator makes files of two users.
  @Test(.enabled(if: getuid() == 0 && Program.isInstalled("setpriv")))
  func `what belongs to other users keeps its owner and its rights`() throws {
    try project.build()
    let folder = project.folder.path
    // Where hard links to files of others are refused, neither can be linked, and the first not even read.
    let script = """
      cd '\(folder)' && chown -R 65534:65534 . && cd output && printf s > segreto && chmod 600 segreto \
      && mkdir web && printf u > web/u && chmod 777 web && cd .. \
      && setpriv --reuid=65534 --regid=65534 --clear-groups '\(Program.executable.path)' build --quiet \
      && cd output && stat -c '%n %u %a' segreto web web/u index.html
      """
    try project.edit("2021/1-scuole/1-nuova-mensa.md", "Una nuova mensa", "Una mensa nuova")
    let outcome = try Program.shell(script)
    #expect(
      outcome.output == "segreto 0 600\nweb 0 777\nweb/u 0 644\nindex.html 65534 644\n",
      "\(outcome.errors)")
    #expect(try project.leftovers() == [])
  }

  @Test func `of builds at once one writes and the others say so`() throws {
    try project.build()
    let expected = try tree(project.output)
    var statuses: Set<Int32> = []
    for _ in 0..<5 {
      let processes = try (0..<4).map { _ in
        let process = Program.process(["build", "--quiet"], in: project.folder)
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
      }
      for process in processes {
        process.waitUntilExit()
        statuses.insert(process.terminationStatus)
      }
      #expect(try tree(project.output) == expected)
    }
    #expect(statuses.isSubset(of: [0, 2]))
    #expect(statuses.contains(0))
    #expect(try project.leftovers() == [])
  }

  @Test func `a folder that is not ours is refused`() throws {
    try FileManager.default.createDirectory(at: project.output, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: project.output.appending(path: "documento.txt"))
    let outcome = try project.run()
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("output"))
    #expect(try tree(project.output).keys.sorted() == ["documento.txt"])
  }

  @Test func `a folder with only a placeholder is taken, and keeps it`() throws {
    try FileManager.default.createDirectory(at: project.output, withIntermediateDirectories: true)
    try Data("*".utf8).write(to: project.output.appending(path: ".gitignore"))
    try project.build()
    #expect(project.has("index.html"))
    #expect(project.has(".gitignore"))
  }

  @Test(arguments: ["/", ".", "content", "content/2021", "..", "themes", "themes/comune/x", "home"])
  func `a dangerous target is refused`(target: String) throws {
    let home = project.folder.appending(path: "home/anna")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let before = try tree(project.folder)
    let outcome = try project.run(["--output", target], environment: ["HOME": home.path])
    #expect(outcome.status == 2, "\(target): \(outcome.errors)")
    #expect(try tree(project.folder) == before)
  }

  @Test func `a target that is a link to a folder is written through`() throws {
    let real = project.folder.appending(path: "vero")
    try FileManager.default.createDirectory(at: real, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: project.output, withDestinationURL: real)
    try project.build()
    #expect(FileManager.default.fileExists(atPath: real.appending(path: "index.html").path))
    let type = try FileManager.default.attributesOfItem(atPath: project.output.path)[.type]
    #expect(type as? FileAttributeType == .typeSymbolicLink)
  }

  @Test func `an error leaves the site as it was`() throws {
    try project.build()
    let before = try tree(project.output)
    try project.edit("2021/uffici.yml", "nome:", "nme:")
    #expect(try project.run().status == 1)
    #expect(try tree(project.output) == before)
    #expect(try project.leftovers() == [])
  }

  @Test func `a warning is an error where that was asked for`() throws {
    try Data("x".utf8).write(to: project.folder.appending(path: "content/2021/appunti.txt"))
    #expect(try project.run().status == 0)
    let before = try tree(project.output)
    #expect(try project.run(["--strict"]).status == 1)
    #expect(try tree(project.output) == before)
  }

  @Test func `the manifest lists every file with its length`() throws {
    try project.build()
    let files = try tree(project.output)
    let manifest = String(decoding: files["bilancio-manifest.csv"] ?? Data(), as: UTF8.self)
    let lines = manifest.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(
      Set(lines.map { String($0[0]) }) == Set(files.keys).subtracting(["bilancio-manifest.csv"]))
    for line in lines { #expect(files[String(line[0])]?.count == Int(line[1])) }
  }
}

/// A small project in a folder of its own: the base of the golden cases and the theme `comune`.
struct Project {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let manager = FileManager.default
    try manager.copyItem(
      at: GoldenTests.folder.appending(path: "Base"),
      to: scratch.folder.appending(path: "content"))
    try TestTheme.copy(to: scratch.folder.appending(path: "themes/comune"))
  }

  var folder: URL { scratch.folder }
  var output: URL { folder.appending(path: "output") }

  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: output.appending(path: path).path)
  }

  func run(_ arguments: [String] = [], environment: [String: String] = [:]) throws
    -> Program.Outcome
  {
    try Program.run(
      ["build", "--language", "it"] + arguments, in: folder, environment: environment)
  }

  func build() throws {
    let outcome = try run()
    guard outcome.status == 0 else { throw Failed(text: outcome.errors) }
  }

  struct Failed: Error { let text: String }

  func edit(_ path: String, _ old: String, _ new: String) throws {
    let file = folder.appending(path: "content/\(path)")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: file)
  }

  /// The times of the output's files, in seconds.
  func times() throws -> [String: Date] {
    var result: [String: Date] = [:]
    for path in try tree(output).keys {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: output.appending(path: path).path)
      result[path] = attributes[.modificationDate] as? Date
    }
    return result
  }

  func age(by seconds: Double) throws {
    for (path, time) in try times() {
      try FileManager.default.setAttributes(
        [.modificationDate: time.addingTimeInterval(-seconds)],
        ofItemAtPath: output.appending(path: path).path)
    }
  }

  /// What a build left beside the output.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix(".") }.sorted()
  }
}
