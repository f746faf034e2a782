import Files
import Foundation

/// The golden report in a folder of its own, for commands that change it.
enum EditedReport {
  static let page = "content/2021/1-scuole/1-nuova-mensa.md"

  /// - Parameter themed: whether pages can be made of it.
  static func begun(themed: Bool = false) throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: GoldenTests.folder.appending(path: "Base"),
      to: scratch.folder.appending(path: "content"))
    if themed {
      try FileManager.default.createSymbolicLink(
        at: scratch.folder.appending(path: "themes"),
        withDestinationURL: Program.root.appending(path: "themes"))
    }
    return scratch
  }

  static func run(_ line: [String], in scratch: Scratch) throws -> Program.Outcome {
    try run(line, in: scratch.folder)
  }

  static func run(_ line: [String], in folder: URL) throws -> Program.Outcome {
    try Program.run(line, in: folder, environment: ["LC_ALL": "it_IT.UTF-8"])
  }

  static func text(_ path: String, _ scratch: Scratch) throws -> String {
    try String(contentsOf: scratch.folder.appending(path: path), encoding: .utf8)
  }

  static func write(_ text: String, to path: String, _ scratch: Scratch) throws {
    try Data(text.utf8).write(to: scratch.folder.appending(path: path))
  }
}
