import Content
import Desk
import Diagnostics
import Files
import Preview
import SocialReport

extension Studio {
  /// Asks whether a record is to go, and says what names it.
  func deletionPage(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, refusal: Phrase? = nil
  ) async -> PreviewResponse {
    guard Deletion.takes(entry.record.kind) else { return missing(visit) }
    let address = RecordPage.address(entry)
    let users =
      (try? await wholeFolder())
      .map { Deletion(of: entry.record, in: $0).users } ?? []
    let names = users.map { user -> EscapedHTML in
      let other = visit.index.entries.first { $0.record.name == user.name }
      return
        "<li>\(other.map { "<a href=\"\(RecordPage.address($0))\">\($0.title)</a>" as EscapedHTML } ?? "\(user.path)")</li>"
    }
    let named: EscapedHTML? =
      names.isEmpty
      ? nil
      : "<p>La nominano ancora, e dopo avranno un errore finché non togli quel nome:</p><ul>\(names)</ul>"
    let told = Refusal.markup("Non ancora", refusal)
    return page(
      Shell(
        title: "Elimina \(entry.title)", edition: visit.edition(of: entry),
        hasErrors: refusal != nil),
      """
      <nav aria-label="Dove sei"><a href="\(address)">\(entry.title)</a> › elimina</nav>
      <h1>Eliminare «\(entry.title)»?</h1>\(told)<p>Non sarà più nel bilancio. Il testo non va perso: si può rimettere subito dopo, e resta nella cartella <code>_redazione</code>.</p>\(named)
      <form method="post" action="\(address)"><input type="hidden" name="t" value="\(session.token)">
      <p class="salva"><button name="azione" value="elimina">Elimina</button> <a href="\(address)">Lascia stare</a></p></form>
      """)
  }

  func delete(_ visit: StudioVisit, _ entry: RecordIndex.Entry) async -> PreviewResponse {
    let record = entry.record
    guard Deletion.takes(record.kind) else { return missing(visit) }
    do {
      let folder = try await wholeFolder()
      var revision = Revision(desk)
      try Deletion(of: record, in: folder).apply(to: &revision, at: .now)
      let changes = revision.changes
      try write(changes, as: ChangeNote(.deletion, field: record.name), visit)
      try? drafts.remove(record.name)
      _ = await wait(visit, changes)
      return .done(
        to: board(visit, entry)
          + "?fatto=\(Done.gone.rawValue)&di=\(keepDone(changes))")
    } catch let error as any ExplainedError {
      let help = error.help?.italian ?? ""
      return await deletionPage(
        visit, entry,
        refusal: Phrase(
          it: error.message.italian + (help.isEmpty ? "" : "; " + help), en: error.message.english))
    } catch {
      return await deletionPage(visit, entry, refusal: Phrase(it: "\(error)", en: "\(error)"))
    }
  }

  private func board(_ visit: StudioVisit, _ entry: RecordIndex.Entry) -> String {
    Shell.root + (visit.edition(of: entry).map { Path.encoded($0) + "/" } ?? "")
  }

  func wholeFolder() async throws -> Folder {
    try await Folder.read(
      content, textEndings: Content.textEndings, textLimit: Content.maximumBytes)
  }
}
