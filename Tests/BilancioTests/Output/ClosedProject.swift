import Foundation
import Output
import Testing

/// The base of the golden cases as a project on the disk, whose edition of 2021 can be closed.
struct ClosedProject {
  private let scratch: Scratch
  var folder: URL { scratch.folder }
  static let achievement = "2021/1-scuole/1-nuova-mensa.md"
  static let correction = """
    tipo: rettifiche
    voci:
      - data: 2022-03-01
        pagina: scuole/nuova-mensa
        che_cosa: Quando la mensa ha aperto.
        prima: settembre
        dopo: ottobre
        perche: Un errore di scrittura.

    """

  init() throws {
    scratch = try Scratch()
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: folder.appending(path: "content"))
    try TestTheme.copy(to: folder.appending(path: "themes/comune"))
  }

  func edit(_ path: String, _ change: (String) -> String) throws {
    let file = folder.appending(path: "content/" + path)
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try change(text).write(to: file, atomically: true, encoding: .utf8)
  }

  func run(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, environment: [:])
  }

  func close() throws {
    try edit("2021/edizione.yml") { $0 + "chiusa: true\n" }
    let outcome = try run(["close", "2021"])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  func site(_ name: String = "output") throws -> [String: Data] {
    let outcome = try run(["build", "--output", name])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try tree(folder.appending(path: name))
  }

  /// A theme that shows other pages of every edition that is made anew.
  func changeTheme() throws {
    let layout = folder.appending(path: "themes/comune/layout.html")
    let text = try String(contentsOf: layout, encoding: .utf8)
    try text.replacingOccurrences(of: "<body ", with: "<body data-nuovo=\"\" ")
      .write(to: layout, atomically: true, encoding: .utf8)
    let style = folder.appending(path: "themes/comune/assets/stile.css")
    let sheet = try String(contentsOf: style, encoding: .utf8)
    try (sheet + "\nbody { color: #123456; }\n").write(to: style, atomically: true, encoding: .utf8)
  }

  /// Puts a file into the copy, with a line for it in the list, and says that this is the copy.
  func forge(_ path: String, _ text: String) throws {
    let copies = folder.appending(path: "content/2021/_chiusa/pagine")
    let file = copies.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    let old = try #require(try Manifest.found(in: copies.path))
    let new = Manifest(
      old.entries.filter { $0.path != path } + [Manifest.Entry(path: path, bytes: Array(text.utf8))]
    )
    try Data(new.bytes).write(to: copies.appending(path: Manifest.name))
  }

  func vouch() throws {
    let copies = folder.appending(path: "content/2021/_chiusa/pagine")
    let digest = try #require(try Manifest.found(in: copies.path)).digest
    try edit("2021/edizione.yml") { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("impronta:") }.joined(separator: "\n")
        + "\nimpronta: \(digest)\n"
    }
  }
}
