import Diagnostics
import Foundation
import Site
import Testing

@testable import OpenData

/// The pages of the manual that are made from the code are what the code says.
@Suite struct ManualTests {
  @Test(arguments: [
    ("docs/campi.md", FieldReference.markdown), ("docs/variabili.md", VariableReference.markdown),
    ("docs/schemi/edizione-1.json", String(decoding: DataSchemas.edition, as: UTF8.self)),
    ("docs/schemi/indicatore-1.json", String(decoding: DataSchemas.indicatorFile, as: UTF8.self)),
  ])
  func `a reference is up to date`(path: String, made: String) throws {
    try compare(path, made)
  }

  @Test(.slow) func `the page of rules is up to date`() async throws {
    try compare("docs/controlli.md", try await RuleReference.markdown())
  }

  @Test func `the report that the guide begins with has no error`() async throws {
    let guide = try String(
      contentsOf: Program.root.appending(path: "docs/scrivere.md"), encoding: .utf8)
    let scratch = try Scratch()
    var files: [String: Data] = [:]
    for match in guide.matches(of: /```yaml\n# content\/(\S+)\n((?s:.*?))```/) {
      files[String(match.1)] = Data(match.2.utf8)
    }
    #expect(files.count == 7)
    try write(files, to: scratch.folder)
    let made = try await MadeReport(over: scratch.folder)
    #expect(
      made.diagnostics.allSatisfy { $0.severity == .hint }, "\(made.diagnostics.map(\.message))")
    #expect(made.pages["2024/rifiuti/porta-a-porta/index.html"] != nil)
  }

  private func compare(_ path: String, _ made: String) throws {
    let file = Program.root.appending(path: path)
    if GoldenTests.isRecording {
      try Data(made.utf8).write(to: file)
      Issue.record("recorded \(path)")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == made)
  }
}
