import Checks
import Diagnostics
import Pipeline
import Testing

@testable import Preview

/// What whoever has just written files is shown.
@Suite struct WrittenTextsTests {
  private static func state(_ number: Int, _ texts: KeyValuePairs<String, String>) -> Rebuild {
    let sources = texts.map { SourceFile(path: "content/\($0.key)", text: $0.value) }
    let draft = SiteDraft(
      sources: sources, diagnostics: [], ruling: RuleConfiguration(nil, sources: sources),
      language: .italian, contentRoot: "content")
    return Rebuild(number, Made(.draft(draft), roots: ["content"]), after: nil)
  }

  @Test func `a state of the midst of a change of two files is not theirs`() async {
    let store = RenderStore()
    await store.put(
      WrittenTextsTests.state(1, ["a.yml": "old", "b.yml": "old"]), readFrom: .now)
    let written: [String: String?] = ["a.yml": "new", "b.yml": "new", "c.yml": nil]
    async let shown = store.current(with: written)
    let before = ContinuousClock.now - .seconds(60)
    await store.put(
      WrittenTextsTests.state(2, ["a.yml": "new", "b.yml": "old"]), readFrom: before)
    try? await Task.sleep(for: .milliseconds(30))
    await store.put(
      WrittenTextsTests.state(3, ["a.yml": "new", "b.yml": "new", "c.yml": "old"]),
      readFrom: before)
    try? await Task.sleep(for: .milliseconds(30))
    await store.put(
      WrittenTextsTests.state(4, ["a.yml": "new", "b.yml": "new"]), readFrom: before)
    #expect(await shown.number == 4)
  }

  @Test func `what was read after the writing is shown, whatever others made of it`() async {
    let store = RenderStore()
    await store.put(WrittenTextsTests.state(1, ["a.yml": "old"]), readFrom: .now)
    async let shown = store.current(with: ["a.yml": "mine"])
    try? await Task.sleep(for: .milliseconds(30))
    await store.put(WrittenTextsTests.state(2, ["a.yml": "theirs"]), readFrom: .now)
    #expect(await shown.number == 2)
  }
}
