import Foundation
import Testing

/// What the rules find in a hundred pages that were written as offices write them (`Tests/Corpus`).
///
/// A change of a rule shows here in numbers; whether what it finds is right, a person has to judge.
@Suite struct CorpusTests {
  @Test func `the rules find as much as before`() throws {
    let scratch = try Scratch()
    try write(
      try tree(Program.root.appending(path: "Tests/Corpus/content")),
      to: scratch.folder.appending(path: "content"))
    try TestTheme.copy(to: scratch.folder.appending(path: "themes/comune"))
    let outcome = try Program.run(
      ["check", "--language", "it", "--format", "line"], in: scratch.folder)
    #expect(outcome.status == 0)
    var counts: [String: Int] = [:]
    for match in outcome.output.matches(of: /\[([a-z-]+)\]:/) {
      counts[String(match.1), default: 0] += 1
    }
    let made = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    let file = Program.root.appending(path: "Tests/Corpus/findings.txt")
    if GoldenTests.isRecording {
      try Data(made.utf8).write(to: file)
      Issue.record("recorded the findings of the corpus")
      return
    }
    #expect(made == (try String(contentsOf: file, encoding: .utf8)))
  }
}
