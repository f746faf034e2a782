import Checks
import Content
import Diagnostics
import Files
import Foundation
import Testing

/// Every rule finds what its examples say, where they say it, and lets the others pass.
@Suite struct RuleTests {
  private func report(_ example: Example) async throws -> (MadeReport, ExampleContent) {
    let content = try ExampleContent(example)
    let isAsset = { (path: String) in
      !Content.textEndings.contains(Path.ending(of: path))
    }
    // Names that begin with `_` are left alone when a folder is read.
    let assets = content.texts.filter { isAsset($0.key) && !$0.key.contains("/_") }.map {
      Folder.Asset(path: $0.key, byteCount: $0.value.utf8.count, head: Array($0.value.utf8))
    }
    return (
      try await MadeReport(
        content.texts.filter { !isAsset($0.key) }, assets: assets,
        themeTexts: content.themeTexts), content
    )
  }

  @Test(arguments: Checks.all.map(\.identifier))
  func `a rule finds its examples`(identifier: Diagnostic.Identifier) async throws {
    let rule = try #require(Checks.rule(identifier))
    #expect(!rule.examples.wrong.isEmpty && !rule.examples.right.isEmpty)
    for example in rule.examples.wrong {
      let (made, content) = try await report(example)
      let found = made.diagnostics.filter { $0.identifier == identifier }
      let told = made.diagnostics.map { "\($0.identifier.rawValue): \($0.message.italian)" }
      #expect(found.count == 1, "\(example.text)\n\(told)")
      #expect(
        made.diagnostics.allSatisfy { $0.severity < .error || $0.identifier == identifier },
        "\(example.text)\n\(told)")
      guard let first = found.first else { continue }
      #expect(first.severity == rule.severity)
      guard let mark = content.mark, let place = first.place else { continue }
      let path = made.sources[Int(place.file.index)].path
      #expect(path == mark.path, "\(example.text)")
      let text = made.sources[Int(place.file.index)].text
      #expect(
        place.bytes == mark.bytes, "\(example.text)\n«\(text.slice(utf8: place.bytes))»")
    }
  }

  @Test(.slow, arguments: Checks.all.map(\.identifier))
  func `a rule lets its right examples pass`(identifier: Diagnostic.Identifier) async throws {
    let rule = try #require(Checks.rule(identifier))
    for example in rule.examples.right {
      let (made, _) = try await report(example)
      let told = made.diagnostics.map { "\($0.identifier.rawValue): \($0.message.italian)" }
      #expect(
        made.diagnostics.allSatisfy { $0.identifier != identifier }, "\(example.text)\n\(told)")
      #expect(made.diagnostics.errors == 0, "\(example.text)\n\(told)")
    }
  }
}
