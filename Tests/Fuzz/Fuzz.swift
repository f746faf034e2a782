import Checks
import Content
import Diagnostics
import Files
import Glibc
import Site
import SocialReport
import Theme

/// Runs the whole way over mutated content again and again: it must never crash nor hang.
///
/// `fuzz CONTENT THEME COUNT [FIRST]`. Every round depends on its number only, so a round that
/// failed is run again by itself: `fuzz CONTENT THEME 1 NUMBER`. The number of the round under
/// way is in the file `fuzz-round` of the folder for temporary files.
@main
enum Fuzz {
  /// Seconds after which a round counts as hanging.
  private static let patience: UInt32 = 10

  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let count = Int(arguments[3]) else {
      print("usage: fuzz CONTENT THEME COUNT [FIRST]")
      exit(2)
    }
    let first = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0
    let content = try await Folder.read(arguments[1], textEndings: Content.textEndings)
    let theme = try await Folder.read(arguments[2], textEndings: Theme.textEndings)
    let marker = (Fuzz.environment("TMPDIR") ?? "/tmp") + "/fuzz-round"
    var findings = 0
    for round in first..<first + count {
      try? FileSystem.removeFile(marker)
      try FileSystem.write(Array("\(round)\n".utf8), to: marker)
      alarm(patience)
      findings += try await run(round, content, theme)
      if (round - first + 1) % 1000 == 0 { print("\(round - first + 1) rounds") }
    }
    alarm(0)
    try? FileSystem.removeFile(marker)
    print("\(count) rounds, \(findings) diagnostics, no crash, no hang")
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  private static func run(_ round: Int, _ content: Folder, _ theme: Folder) async throws -> Int {
    var chance = Chance(seed: UInt64(round))
    let changesTheme = chance.below(10) == 0
    let mutatedContent = changesTheme ? content : mutated(content, &chance)
    let mutatedTheme = changesTheme ? mutated(theme, &chance) : theme
    let decoded = try await Content.decode(mutatedContent, firstID: 0, includesDrafts: true)
    var found = decoded.diagnostics
    let sources = (mutatedContent.texts + mutatedTheme.texts).map {
      SourceFile(path: $0.path, text: $0.text)
    }
    if let report = decoded.report {
      found += Checks.run(on: report, sources: sources)
      let (made, diagnostics) = try await Theme.read(
        mutatedTheme, firstID: mutatedContent.texts.count, language: "it", basePath: "/")
      found += diagnostics
      let site = Site(
        await SiteContext(
          report: report, indexes: EditionIndex.all(of: report), theme: made,
          files: ContentFiles(mutatedContent), sources: sources, contentRoot: "",
          baseURL: report.site.baseURL.value, isRelative: round % 2 == 0))
      found += site.diagnostics
      for job in site.jobs { found += job.run().diagnostics }
    }
    // Every diagnostic must also be able to say where it is.
    var renderer = TextRenderer(sources: sources, language: .italian, isColoured: false)
    for diagnostic in found.inOrder().prefix(20) { _ = renderer.render(diagnostic) }
    return found.count
  }

  private static func mutated(_ folder: Folder, _ chance: inout Chance) -> Folder {
    var texts = folder.texts
    for _ in 0...chance.below(3) {
      let index = chance.below(texts.count)
      texts[index] = Folder.Text(
        path: texts[index].path,
        bytes: Mutation.mutated(Array(texts[index].text.utf8), &chance))
    }
    return Folder(root: folder.root, texts: texts, assets: folder.assets)
  }
}
