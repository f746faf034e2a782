import Foundation
import Testing

/// What the rules on texts find in fourteen texts in the manner of municipal reports (`Tests/Texts`).
///
/// A person has judged every finding (`giudizi.txt`, a line each: `giusto` or `sbagliato`, the rule and
/// the place). A recording writes what is found now and keeps the judgements that still have a place;
/// the others get `?`, which only a person can settle.
@Suite struct TextTests {
  private static let folder = Program.root.appending(path: "Tests/Texts")

  @Test func `at most one finding in fifty is wrong`() throws {
    let scratch = try Scratch()
    try write(
      try tree(TextTests.folder.appending(path: "content")),
      to: scratch.folder.appending(path: "content"))
    try TestTheme.copy(to: scratch.folder.appending(path: "themes/comune"))
    let outcome = try Program.run(
      ["check", "--language", "it", "--format", "line"], in: scratch.folder)
    #expect(outcome.status == 0)
    let found = outcome.output.matches(of: /(?m)^content\/(\S+): \w+\[([a-z-]+)\]: (.*?)(?: \(|$)/)
      .map { "\($0.2) \($0.1) \($0.3)" }
    let file = TextTests.folder.appending(path: "giudizi.txt")
    let judged = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      return (judgement: parts[0], finding: parts[1])
    }
    if GoldenTests.isRecording {
      let known = Dictionary(
        judged.map { ($0.finding, $0.judgement) }, uniquingKeysWith: { a, _ in a })
      let lines = found.map { "\(known[$0] ?? "?") \($0)\n" }
      try Data(lines.joined().utf8).write(to: file)
      Issue.record("recorded the findings of the texts")
      return
    }
    #expect(found == judged.map(\.finding))
    let wrong = judged.count { $0.judgement != "giusto" }
    #expect(wrong * 50 <= judged.count, "\(wrong) of \(judged.count)")
  }
}
