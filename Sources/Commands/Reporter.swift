import Checks
import Diagnostics
import Glibc

/// Prints diagnostics in the form that was asked for.
struct Reporter {
  let sources: [SourceFile]
  let language: Language
  let format: SiteOptions.Format
  /// Whether people too are told all, however many there are of a kind; programs always are.
  var isWhole = false

  /// For people on standard error, for programs on standard output.
  func print(_ diagnostics: [Diagnostic]) {
    switch format {
    case .text:
      var renderer = TextRenderer(
        sources: sources, language: language, isColoured: Terminal.isColoured(STDERR_FILENO))
      Terminal.write(
        renderer.render(diagnostics, isWhole: isWhole) { diagnostic in
          diagnostic.severity == .error ? nil : Checks.rule(diagnostic.identifier)?.admission
        }, to: STDERR_FILENO)
    case .line:
      var renderer = LineRenderer(sources: sources, language: language)
      write(diagnostics) { renderer.render($0) }
    case .json:
      var renderer = JSONRenderer(sources: sources)
      Terminal.write(renderer.render(diagnostics), to: STDOUT_FILENO)
    case .github:
      var renderer = GitHubRenderer(sources: sources, language: language)
      write(diagnostics) { renderer.render($0) }
    }
  }

  /// In blocks: a call of the system for each of thousands would cost more than making them.
  private func write(_ diagnostics: [Diagnostic], _ render: (Diagnostic) -> String) {
    var block = ""
    for diagnostic in diagnostics {
      block += render(diagnostic)
      guard block.utf8.count >= Reporter.block else { continue }
      Terminal.write(block, to: STDOUT_FILENO)
      block = ""
    }
    Terminal.write(block, to: STDOUT_FILENO)
  }

  /// In bytes.
  private static let block = 1 << 16
}
