import Checks
package import Diagnostics
import Files
package import Pipeline
import Site
package import SocialReport

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
package struct Rebuild: Sendable {
  /// Counted from 1.
  package let number: Int
  package let language: Language
  package let sources: [SourceFile]
  /// Nil where there is nothing to render.
  let rendering: Rendering?
  /// Why there is nothing at all, where the folders could not be read.
  package let failure: String?
  /// The pages whose files were changed since the last rebuild.
  let changedPages: [InspectedPage]
  /// What is wrong, in order, where there is nothing to render.
  private let ownProblems: [Diagnostic]
  private let ownReport: Report?

  /// - Parameter path: of a file of the texts whose pages alone are wanted; nil for all pages.
  init(_ number: Int, _ made: Made, after last: Rebuild?, writtenIn path: String? = nil) {
    self.number = number
    switch made.outcome {
    case .failure(let text):
      failure = text
      rendering = nil
      language = last?.language ?? .italian
      (sources, ownProblems, changedPages) = ([], [], [])
      (ownReport, contentRoot, pendingPaths) = (nil, nil, [])
    case .draft(let draft):
      failure = nil
      (ownReport, contentRoot) = (draft.report, draft.contentRoot)
      pendingPaths = draft.pendingPaths
      rendering = Rendering(draft, writtenIn: path.map { Path.join(draft.contentRoot, $0) })
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
  package var problems: [Diagnostic] { rendering?.problems ?? ownProblems }

  /// What is known to be wrong so far, by the paths of its files.
  package var problemsByPath: [String: [Diagnostic]] {
    Dictionary(grouping: problems) { $0.place.flatMap { sources[$0.file]?.path } ?? "" }
  }

  /// Whether everything has been looked at.
  package var isComplete: Bool { rendering?.isComplete ?? true }

  /// The report, as far as it can be read.
  package var report: Report? { rendering?.draft.report ?? ownReport }

  /// The paths of files in which something is still to be written or confirmed, as those of sources.
  package let pendingPaths: Set<String>

  /// The folder of the texts, as the paths of sources begin; nil where it could not be read.
  package let contentRoot: String?

  /// What was read of a file of the texts; nil where there is none at the path, relative to the texts' folder.
  package func text(of path: String) -> String? {
    guard let contentRoot else { return nil }
    let full = Path.join(contentRoot, path)
    return sources.first { $0.path == full }?.text
  }

  /// Whether it was made of some texts, by their paths as above; nil for one that is not to be there.
  func hasRead(_ texts: [String: String?]) -> Bool {
    guard let contentRoot else { return false }
    var missing = Dictionary(
      texts.map { (Path.join(contentRoot, $0.key), $0.value) }, uniquingKeysWith: { $1 })
    for source in sources {
      guard let text = missing.removeValue(forKey: source.path) else { continue }
      if text != source.text { return false }
    }
    return missing.values.allSatisfy { $0 == nil }
  }

  /// The page of the site that a file is about, relative to the site's root; nil where it has none of its own.
  package func page(writtenIn path: String) -> String? {
    guard let contentRoot, let rendering else { return nil }
    let full = Path.join(contentRoot, path)
    return rendering.inspector.pages.first { rendering.paths(of: $0).first == full }?.address
  }

  /// The content's own pictures and drawings that a page shows, relative to the site's root.
  package func pictures(of address: String) -> Set<String> {
    guard let rendering else { return [] }
    let base = rendering.site.basePath
    return Set(
      rendering.pictures(of: address).keys.compactMap {
        Path.decoded($0.dropFirst(base.utf8.count))
      })
  }

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
