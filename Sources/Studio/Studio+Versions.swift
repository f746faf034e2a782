import Desk
import Diagnostics
import Files
import Preview
import SocialReport
import Writing

extension Studio {
  /// What a page's file was before, with the way back to each.
  func versions(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, refusal: Phrase? = nil
  ) -> PreviewResponse {
    do throws(DeskError) {
      let path = entry.record.path
      let now = try desk.read(path)
      var view = VersionsPage(
        entry: entry, edition: visit.edition(of: entry), token: session.token, refusal: refusal)
      view.records = visit.index.entries.count { $0.record.path == path }
      for named in try desk.namedVersions() {
        guard let digest = named.files[path] else { continue }
        view.named.append(state(digest, now, named.name))
      }
      let lines = try desk.changes(of: path).filter { !$0.before.isEmpty && $0.before != $0.after }
      view.older = max(0, lines.count - Studio.mostStates)
      for line in lines.prefix(Studio.mostStates) {
        view.states.append(
          state(line.before, now, "Prima del cambiamento" + ChangeWords.of(line, entry.record)))
      }
      if let digest = visit.request.query("di"),
        (view.named + view.states).contains(where: { $0.digest == digest }),
        let old = desk.oldBytes(digest)
      {
        view.shown = VersionsPage.Shown(
          digest: digest, from: Studio.plain(now), to: Studio.plain(old))
      }
      return page(
        Shell(
          title: "Versioni: \(entry.title)", edition: visit.edition(of: entry),
          hasErrors: refusal != nil), view.body())
    } catch { return failed(visit, entry, error) }
  }

  /// What is further back is in the folder, and in the journal.
  private static let mostStates = 30

  private func state(_ digest: String, _ now: [UInt8], _ words: String) -> VersionsPage.State {
    let bytes = desk.oldBytes(digest)
    return VersionsPage.State(
      digest: digest, words: words, kind: bytes == nil ? .gone : bytes == now ? .same : .other)
  }

  private static func plain(_ bytes: [UInt8]) -> String {
    Folder.Text(path: "", bytes: bytes).text.replacing("\r\n", with: "\n")
  }

  /// Puts a file back as it was; only states that the journal or a name tells of can be asked for.
  func bringBack(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ digest: String
  ) async -> PreviewResponse {
    let path = entry.record.path
    do throws(DeskError) {
      let known =
        try desk.changes(of: path).map(\.before)
        + desk.namedVersions().compactMap { $0.files[path] }
      guard known.contains(digest), let old = desk.oldBytes(digest) else {
        return versions(
          visit, entry,
          refusal: Phrase(
            it: "questa versione non c'è più", en: "this version is there no more"))
      }
      let change = FileChange(path: path, old: try desk.read(path), new: old)
      try write([change], as: ChangeNote(.undo), visit)
      _ = await wait(visit, [change])
      let query =
        change.old == change.new
        ? "fatto=\(Done.nothing.rawValue)"
        : "fatto=\(Done.brought.rawValue)&di=\(keepDone([change]))"
      return .done(to: RecordPage.address(entry) + "?" + query)
    } catch { return versions(visit, entry, refusal: error.message) }
  }

  /// Gives the state of all texts of an edition a name.
  func nameVersion(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ data: FormData
  ) -> PreviewResponse {
    let name = FormValue.received(data["nome"] ?? "", .text())
    guard !name.isEmpty else {
      return versions(
        visit, entry,
        refusal: Phrase(it: "scrivi come si chiama la versione", en: "write the version's name"))
    }
    let paths = Set(
      visit.index.entries.filter { $0.home == entry.home || $0.home == nil }.map(\.record.path))
    do throws(DeskError) {
      try desk.name(name, paths.sorted())
      return .done(to: RecordPage.address(entry) + "?vista=versioni")
    } catch { return versions(visit, entry, refusal: error.message) }
  }
}
