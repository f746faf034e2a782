import Checks
import Diagnostics
package import Pipeline
import Site

/// What a look at the folders came to.
package struct Made: Sendable {
  package enum Outcome: Sendable {
    case draft(SiteDraft)
    /// The folders could not be read; in words for their author.
    case failure(String)
  }

  let outcome: Outcome
  /// The folders that a change of which may change the outcome, whether they are there or not.
  let roots: [String]

  package init(_ outcome: Outcome, roots: [String]) {
    (self.outcome, self.roots) = (outcome, roots)
  }
}

/// One rebuild: what it was made of and what came of it.
struct Rebuild: Sendable {
  /// Counted from 1.
  let number: Int
  let language: Language
  let sources: [SourceFile]
  /// Nil where there is nothing to render.
  let rendering: Rendering?
  /// Why there is nothing at all, where the folders could not be read.
  let failure: String?
  /// The pages whose files were changed since the last rebuild.
  let changedPages: [InspectedPage]
  /// What is wrong, in order, where there is nothing to render.
  private let ownProblems: [Diagnostic]

  init(_ number: Int, _ made: Made, after last: Rebuild?) {
    self.number = number
    switch made.outcome {
    case .failure(let text):
      failure = text
      rendering = nil
      language = last?.language ?? .italian
      (sources, ownProblems, changedPages) = ([], [], [])
    case .draft(let draft):
      failure = nil
      rendering = Rendering(draft)
      language = draft.language
      sources = draft.sources
      ownProblems =
        rendering != nil
        ? []
        : draft.ruling.judge(draft.diagnostics, isComplete: false).diagnostics.inOrder()
      changedPages = Rebuild.changes(rendering, since: last?.rendering)
    }
  }

  /// All that is known to be wrong so far, in order.
  var problems: [Diagnostic] { rendering?.problems ?? ownProblems }

  /// What is known to be wrong so far, by the paths of its files.
  var problemsByPath: [String: [Diagnostic]] {
    Dictionary(grouping: problems) { $0.place.flatMap { sources[$0.file]?.path } ?? "" }
  }

  /// Whether everything has been looked at.
  var isComplete: Bool { rendering?.isComplete ?? true }

  private static func changes(_ new: Rendering?, since old: Rendering?) -> [InspectedPage] {
    guard let new, let old else { return [] }
    let before = Dictionary(
      old.draft.sources.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    let sources = new.draft.sources
    let changed = Set(
      sources.indices.filter { before[sources[$0].path] != sources[$0].text }
        .map { SourceFile.ID($0) })
    guard !changed.isEmpty else { return [] }
    return new.inspector.pages.filter { page in page.files.contains { changed.contains($0) } }
  }
}
