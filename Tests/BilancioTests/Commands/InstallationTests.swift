import Foundation
import Testing

@testable import Commands

/// The program with what travels with it, away from where it was made.
@Suite struct InstallationTests {
  /// A program with its folder `share/bilancio`.
  struct Prefix {
    private let scratch: Scratch
    let program: URL
    var share: URL { scratch.folder.appending(path: "con spazi/share/bilancio") }

    init() throws {
      scratch = try Scratch()
      let manager = FileManager.default
      let folder = scratch.folder.appending(path: "con spazi/bin")
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      program = folder.appending(path: "bilancio")
      do { try manager.linkItem(at: Program.executable, to: program) } catch {
        try manager.copyItem(at: Program.executable, to: program)
      }
    }

    func fill() throws {
      let manager = FileManager.default
      try manager.createDirectory(
        at: share.appending(path: "manual"), withIntermediateDirectories: true)
      try TestTheme.copy(to: share.appending(path: "themes/comune"))
      try Data("# Scrivere\n\nCosì.\n".utf8).write(to: share.appending(path: "manual/scrivere.md"))
    }

    func run(_ arguments: [String], in folder: URL) throws -> Program.Outcome {
      try Program.run(arguments + ["--lingua", "it"], in: folder, program: program)
    }
  }

  @Test func `a project without a theme is built with the program's`() throws {
    let (prefix, project) = (try Prefix(), try Project())
    try FileManager.default.removeItem(at: project.folder.appending(path: "themes"))
    let alone = try prefix.run(["build"], in: project.folder)
    #expect(alone.status == 2)
    #expect(alone.errors.contains("il tema `comune` non c'è"))
    try prefix.fill()
    // Of the municipality's name, and no theme.
    try FileManager.default.createDirectory(
      at: project.folder.appending(path: "comune"), withIntermediateDirectories: false)
    let outcome = try prefix.run(["build"], in: project.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(project.has("index.html"))
    let near = try prefix.run(["check", "--theme", "comunne"], in: project.folder)
    #expect(near.errors.contains("forse intendevi `comune`\n"))
  }

  @Test func `a theme of one's own wins, and rests on the program's Bootstrap Italia`() throws {
    let (prefix, project) = (try Prefix(), try Project())
    try prefix.fill()
    let theme = project.folder.appending(path: "themes/comune")
    try FileManager.default.removeItem(at: theme.appending(path: "vendor"))
    let outcome = try prefix.run(["build"], in: project.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    try Data("nome: [".utf8).write(to: theme.appending(path: "theme.yml"))
    let broken = try prefix.run(["build"], in: project.folder)
    #expect(broken.errors.contains("themes/comune/theme.yml:1:"))
    #expect(!broken.errors.contains("con spazi"))
  }

  @Test func `the manual is read where it lies`() throws {
    let (prefix, scratch) = (try Prefix(), try Scratch())
    #expect(try prefix.run(["manuale"], in: scratch.folder).status == 2)
    try prefix.fill()
    let list = try prefix.run(["manuale"], in: scratch.folder)
    #expect(list.output.contains("con spazi/share/bilancio/manual:"))
    #expect(list.output.contains("  scrivere  Scrivere\n"))
    #expect(try prefix.run(["manuale", "scrivere"], in: scratch.folder).output.contains("Così."))
    let wrong = try prefix.run(["manuale", "scriver"], in: scratch.folder)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("forse intendevi `scrivere`"))
    #expect(try prefix.run(["manuale", "../manual/scrivere"], in: scratch.folder).status == 2)
  }

  @Test func `what is installed and what is worked on are found from the program's file`() throws {
    let prefix = try Prefix()
    try prefix.fill()
    let share = prefix.share.resolvingSymlinksInPath().path
    let program = prefix.program.resolvingSymlinksInPath().path
    #expect(Installation(program: program)?.example == share + "/example/content")
    #expect(Installation(program: program)?.axe == share + "/axe/axe.min.js")
    let root = Program.root.resolvingSymlinksInPath().path
    #expect(Installation(program: root + "/.build/debug/bilancio")?.example == root + "/content")
    #expect(Installation(program: root + "/.build/debug/bilancio")?.manual == root + "/docs")
    #expect(Installation(program: "/nessuno/bin/bilancio") == nil)
  }

  @Test func `nothing that is said names what an installed program lacks`() throws {
    let lacking = /\bmake (?:setup|build|report|test|preview|packages)\b|\bdocs\/|Makefile/
    for folder in ["Sources", "themes/comune", "content"] {
      for (path, bytes) in try tree(Program.root.appending(path: folder))
      where !path.contains("vendor/") {
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
          let isComment = line.drop { $0 == " " }.hasPrefix("//")
          #expect(isComment || !line.contains(lacking), "\(path): \(line)")
        }
      }
    }
  }

  @Test func `a project is found from any folder below it, and written beside its texts`() throws {
    let project = try Project()
    let below = project.folder.appending(path: "appunti/vari")
    try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
    let outcome = try Program.run(["build", "--lingua", "it"], in: below)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let folder = project.folder.resolvingSymlinksInPath().path
    #expect(outcome.errors.contains("Lavoro nella cartella del progetto, \(folder)\n"))
    #expect(project.has("index.html"))
    #expect(outcome.output.contains("../../output"))
    #expect(try tree(below).isEmpty)
    // Paths in messages lead there from where the user is, also in a folder of the texts.
    try project.edit("2021/uffici.yml", "nome:", "nme:")
    for (place, way) in [
      ("appunti/vari", "../../"), ("content/2021", "../../"), ("content", "../"),
    ] {
      let told = try Program.run(
        ["check", "--format", "line"], in: project.folder.appending(path: place))
      #expect(
        told.output.contains("\n\(way)content/2021/uffici.yml:")
          || told.output.hasPrefix("\(way)content/2021/uffici.yml:"), "\(told.output)")
    }
    // What is stated is from where the user stands.
    let stated = try Program.run(
      ["package", "--output", "qui.zip", "--strict"], in: below)
    #expect(stated.status == 1)
    try project.edit("2021/uffici.yml", "nme:", "nome:")
    #expect(try Program.run(["package", "--output", "qui.zip"], in: below).status == 0)
    #expect(try tree(below).keys.sorted() == ["qui.zip"])
  }

  @Test func `the nearest project is meant, one with a site's file, and none of strangers`() throws
  {
    let project = try Project()
    let manager = FileManager.default
    let inner = project.folder.appending(path: "dentro")
    // A folder of that name here is meant, whatever is in it.
    try manager.createDirectory(
      at: inner.appending(path: "content"), withIntermediateDirectories: true)
    let here = try Program.run(["check", "--lingua", "it"], in: inner)
    #expect(here.status == 1)
    #expect(!here.errors.contains("Lavoro"))
    // Further up one without a site's file is not.
    let deep = inner.appending(path: "in/fondo")
    try manager.createDirectory(at: deep, withIntermediateDirectories: true)
    let outer = try Program.run(["check", "--lingua", "it"], in: deep)
    #expect(outer.status == 0, "\(outer.errors)")
    #expect(outer.errors.contains(project.folder.lastPathComponent + "\n"))
    // Where anybody may put a folder, somebody else's is not taken.
    try manager.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: project.folder.path)
    let strange = try Program.run(["check", "--lingua", "it"], in: deep)
    #expect(strange.status == 2)
    #expect(strange.errors.contains("e neppure in una cartella più su"))
  }
}
