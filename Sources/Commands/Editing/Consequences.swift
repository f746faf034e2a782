import Checks
import Content
import Desk
import Diagnostics
import Files

/// What checking would say of the texts after a change, that it does not say before.
struct Consequences {
  let sources: [SourceFile]
  let diagnostics: [Diagnostic]

  init(of changes: [FileChange], in folder: Folder) async throws {
    let new = Dictionary(changes.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    let changed = Folder(
      root: folder.root,
      texts: folder.texts.map { text in
        new[text.path].map { Folder.Text(path: $0.newPath, bytes: $0.new) } ?? text
      }.sorted { $0.path < $1.path },
      assets: folder.assets.map { asset in
        new[asset.path].map {
          Folder.Asset(path: $0.newPath, byteCount: asset.byteCount, head: asset.head)
        } ?? asset
      }, refused: folder.refused, folders: folder.folders)
    var known: [String: Int] = [:]
    for diagnostic in try await Consequences.found(in: folder).diagnostics {
      known[Consequences.name(of: diagnostic), default: 0] += 1
    }
    let after = try await Consequences.found(in: changed)
    sources = after.sources
    diagnostics = after.diagnostics.filter { diagnostic in
      let name = Consequences.name(of: diagnostic)
      guard let count = known[name], count > 0 else { return true }
      known[name] = count - 1
      return false
    }
  }

  private static func name(of diagnostic: Diagnostic) -> String {
    "\(diagnostic.identifier.rawValue) \(diagnostic.message.italian)"
  }

  /// The mistakes of form, and those of the facts among each other; pages are not made for it.
  private static func found(
    in folder: Folder
  ) async throws -> (sources: [SourceFile], diagnostics: [Diagnostic]) {
    let content = try await Content.decode(folder, firstID: 0, includesDrafts: true)
    let sources = folder.texts.map {
      SourceFile(path: Path.join(folder.root, $0.path), text: $0.text)
    }
    guard let report = content.report else { return (sources, content.diagnostics) }
    let work = Checks.work(on: report, sources: sources)
    let found = try await Parallel.map(count: work.count) { work[$0]() }.flatMap(\.self)
    return (sources, (content.diagnostics + found).filter { $0.severity == .error })
  }
}
