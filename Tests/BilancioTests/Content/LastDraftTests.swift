import Diagnostics
import Files
import Pipeline
import Synchronization
import Testing

/// The draft that is kept for whoever makes draft after draft.
@Suite struct LastDraftTests {
  @Test func `the same files are not decoded again, and others are`() async throws {
    let compiled = Mutex(0)
    var pipeline = Pipeline()
    pipeline.lastDraft = LastDraft()
    let compile = pipeline.compileTheme
    pipeline.compileTheme = { folder, use in
      compiled.withLock { $0 += 1 }
      return try await compile(folder, use)
    }
    let (content, theme) = (try await MadeReport.folder([:]), try await TestTheme.read())
    let text = try #require(theme.texts.first { $0.path == "theme.yml" })
    let otherTheme = try await TestTheme.read(with: [text.path: text.text + "\n# altro\n"])
    let other = try await MadeReport.folder([
      "2021/1-scuole/1-nuova-mensa.md": MadeReport.achievement("Altro.")
    ])
    func draft(_ content: Folder, _ theme: Folder) async throws -> String {
      let draft = try await pipeline.draft(of: content) { _, _ in theme }.draft
      #expect(draft.site != nil)
      return draft.sources.map(\.text).joined()
    }
    let first = try await draft(content, theme)
    #expect(try await draft(content, theme) == first)
    #expect(compiled.withLock { $0 } == 1)
    #expect(try await draft(content, otherTheme) != first)
    #expect(compiled.withLock { $0 } == 2)
    #expect(try await draft(other, otherTheme).contains("Altro."))
    #expect(compiled.withLock { $0 } == 3)
    #expect(try await draft(content, theme) == first)
    #expect(compiled.withLock { $0 } == 4)
  }
}
