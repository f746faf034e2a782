import Desk
import Diagnostics
import Files
import Preview
import SocialReport
import Writing

extension Studio {
  func change(_ visit: StudioVisit, _ data: FormData) async -> PreviewResponse {
    let action = data["azione"] ?? "salva"
    if visit.address.isEmpty, action == "nome" {
      session.author = FormValue.received(data["nome"] ?? "", .text())
      KeptAuthor(state: state).keep(session.author)
      return .done(to: Shell.root)
    }
    if visit.address.isEmpty, action == "edizione" { return await makeEdition(visit, data) }
    if visit.address.isEmpty, let turn = Turn(rawValue: action) {
      return await begin(visit, data, turn)
    }
    if let edition = edition(visit) {
      switch action {
      case "invita": return invite(visit, edition, data)
      case "importa": return takeIn(visit, edition, data)
      case "accetta": return await accept(visit, edition, data)
      case "rimetti": return await restore(visit, data)
      default: break
      }
      if ["prova", "pubblica"].contains(Action(action).verb) {
        return await publish(visit, edition, Action(action), data)
      }
      let kind = NewPage.Kind(rawValue: Action(action).name)
      guard Action(action).verb == "crea", let kind else { return missing(visit) }
      return await make(kind, edition, visit, data)
    }
    if action == "testo" { return await changeText(visit, data) }
    guard let entry = visit.index[visit.address] else {
      return unsaved(
        visit, data, visit.address, Shell.root,
        Phrase(
          it: "questa pagina non c'è più, o il suo file non si può leggere",
          en: "this page is there no more, or its file cannot be read"))
    }
    if action == "controlla" { return await check(visit, entry, data, desk) }
    if ["approva", "chiedi", "annota", "risolvi"].contains(Action(action).verb) {
      return judge(visit, entry, Action(action), data)
    }
    if Action(action).verb == "leggi" {
      return readSeries(visit, entry, data, Action(action).name)
    }
    if action == "elimina" { return await delete(visit, entry) }
    if action == "rinomina" { return await rename(visit, entry, data) }
    if action == "bozza" { return keepDraft(visit, entry, data) }
    if action == "scarta" {
      try? drafts.remove(entry.record.name)
      return .done(to: RecordPage.address(entry))
    }
    if action == "annulla" { return await undo(visit, entry, data, desk) }
    // Whoever wrote between our look and our writing is looked at again.
    for attempt in 0..<3 {
      do throws(DeskError) {
        return try await save(visit, entry, data, Action(action), desk)
      } catch {
        if case .changedMeanwhile = error, attempt < 2 { continue }
        return unsaved(
          visit, data, entry.title, RecordPage.address(entry), error.message, help: error.help)
      }
    }
    return missing(visit)
  }

  /// Nothing that was typed is lost with a page that could not be written.
  private func unsaved(
    _ visit: StudioVisit, _ data: FormData, _ title: String, _ address: String, _ reason: Phrase,
    help: Phrase? = nil
  ) -> PreviewResponse {
    let view = UnsavedPage(
      title: title, reason: reason, help: help, data: data, address: address)
    return page(Shell(title: "Non salvato", hasErrors: true), view.body(), status: 409)
  }

  /// What a button asks for beside saving, and of which entry.
  struct Action {
    let verb: String
    let name: String

    init(_ text: String) {
      verb = String(text.prefix { $0 != ":" })
      name = String(text.dropFirst(verb.count + 1))
    }
  }

  private func save(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ data: FormData, _ action: Action,
    _ desk: Desk
  ) async throws(DeskError) -> PreviewResponse {
    let record = entry.record
    let bytes = try desk.read(record.path)
    let sent = SentForm(data)
    let now = try OpenedRecord(record, bytes, desk, open: [])
    let names = EntryNames(sent.identities, now: now.form.identities)
    let renamed = data.renaming(names.renamed)
    let open = Set(sent.open.map { EntryNames.renamed($0, names.renamed) })
    let opened = try OpenedRecord(record, bytes, desk, open: open)
    let shown = seen.bytes(of: data["h"] ?? "").flatMap { old in
      try? OpenedRecord(record, old, desk, open: sent.open).form
    }
    let changes = FormChanges(renamed, now: opened.form, shown: shown, names: names.renamed)
    var outcome = Outcome(conflicts: changes.conflicts)
    for conflict in changes.conflicts { outcome.typed[conflict.item.control] = conflict.mine }
    var revision = Revision(desk)
    for edit in changes.edits {
      do throws(DeskError) {
        try revision.apply(edit, to: record)
      } catch { outcome.add(error, of: edit) }
    }
    outcome.gather(at: opened.form.items, renamed)
    for name in names.lost where !data.names("f.\(name).").isEmpty {
      outcome.refusals[String(name.prefix { $0 != "." })] = SentForm.lost(name, data)
    }
    var done = Done.saved
    let name = EntryNames.renamed(action.name, names.renamed)
    if outcome.isClean { done = try arrange(action.verb, name, record, &revision) }
    let written = revision.changes
    try closedFolders(visit).check(written)
    try desk.write(written, as: ChangeNote(.value, field: changes.fields))
    let after = written.first { $0.path == record.path }?.new ?? bytes
    if written.isEmpty, done == .saved { done = .nothing }
    let fresh = await wait(visit, written)
    if outcome.isClean {
      // A draft that cannot be taken away is what the file says, and is not shown.
      try? drafts.remove(record.name)
      return .done(to: next(entry, action, name, done, bytes, after))
    }
    let state = try OpenedRecord(record, after, desk, open: open)
    return form(fresh, entry, state, outcome)
  }

  /// Moves or takes away an entry, after the rest was saved.
  private func arrange(
    _ verb: String, _ name: String, _ record: DeskRecord, _ revision: inout Revision
  ) throws(DeskError) -> Done {
    guard let dot = name.lastIndex(of: "."), let place = Int(name[name.index(after: dot)...]) else {
      return .saved
    }
    let list = String(name[..<dot])
    switch verb {
    case "su": try revision.apply(.move(list, from: place - 1, to: place - 2), to: record)
    case "giu": try revision.apply(.move(list, from: place - 1, to: place), to: record)
    case "togli": try revision.apply(.remove(name), to: record)
    default: return .saved
    }
    return verb == "togli" ? .removed : .moved
  }

  /// Where to go on: the entry that was moved or opened, with what was done.
  private func next(
    _ entry: RecordIndex.Entry, _ action: Action, _ name: String, _ done: Done,
    _ before: [UInt8], _ after: [UInt8]
  ) -> String {
    var query = ["fatto=\(done.rawValue)"]
    if before != after {
      query += ["prima=\(FileHash.digest(of: before))", "dopo=\(FileHash.digest(of: after))"]
    }
    var anchor = name
    switch action.verb {
    case "apri": query.append("apri=\(Path.encoded(name))")
    case "nuova":
      query.append("nuova=\(Path.encoded(name))")
      anchor = "nuova"
    case "su", "giu":
      let dot = name.lastIndex(of: ".") ?? name.startIndex
      let place = (Int(name[name.index(after: dot)...]) ?? 1) + (action.verb == "su" ? -1 : 1)
      anchor = name[...dot] + String(place)
    case "togli": anchor = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
    case "chiudi": break
    default: anchor = "contenuto"
    }
    return RecordPage.address(entry) + "?" + query.joined(separator: "&") + "#"
      + Path.encoded(anchor)
  }

  // The way back

  private func undo(
    _ visit: StudioVisit, _ entry: RecordIndex.Entry, _ data: FormData, _ desk: Desk
  ) async -> PreviewResponse {
    let path = entry.record.path
    do throws(DeskError) {
      let bytes = try desk.read(path)
      guard FileHash.digest(of: bytes) == data["dopo"],
        let old = data["prima"].flatMap({ desk.oldBytes($0) })
      else { return .done(to: RecordPage.address(entry) + "?fatto=\(Done.notUndone.rawValue)") }
      let change = FileChange(path: path, old: bytes, new: old)
      try closedFolders(visit).check([change])
      try desk.write([change], as: ChangeNote(.undo))
      _ = await wait(visit, [change])
      return .done(to: RecordPage.address(entry) + "?fatto=\(Done.undone.rawValue)")
    } catch { return failed(visit, entry, error) }
  }

  // A whole file

  private func changeText(_ visit: StudioVisit, _ data: FormData) async -> PreviewResponse {
    let entry = visit.index[visit.address]
    guard let path = entry?.record.path ?? visit.index.broken(at: visit.address)?.path,
      let typed = data["testo"]
    else { return missing(visit) }
    let address = visit.address
    func again(_ refusal: Phrase?) -> PreviewResponse {
      text(visit, path: path, address: address, mine: typed, refusal: refusal)
    }
    do throws(DeskError) {
      let bytes = try desk.read(path)
      guard let raw = RawText(bytes) else { return again(WritingRefusal.notUTF8.message) }
      guard FileHash.digest(of: bytes) == data["h"] else { return again(nil) }
      try DeskText.check(typed)
      let change = FileChange(path: path, old: bytes, new: raw.bytes(for: typed))
      try closedFolders(visit).check([change])
      try desk.write([change], as: ChangeNote(.text))
      _ = await wait(visit, [change])
      let home = Shell.root + Path.encoded(address)
      // A file that can be read again has another address.
      return entry == nil ? .done(to: Shell.root) : .done(to: home + "?vista=testo&fatto=salvato")
    } catch { return again(error.message) }
  }

  // Means

  /// As the files of editions say now: the state that is shown may be a moment older.
  private func closedFolders(_ visit: StudioVisit) -> ClosedFolders {
    var texts: [Folder.Text] = []
    let records = visit.index.entries.map(\.record)
    for record in records where [.edition, .corrections].contains(record.kind) {
      guard let bytes = try? desk.read(record.path) else { continue }
      texts.append(Folder.Text(path: record.path, text: String(decoding: bytes, as: UTF8.self)))
    }
    return ClosedFolders(of: Folder(root: content, texts: texts, assets: []))
  }

  /// The state of the report with what was written.
  func wait(_ visit: StudioVisit, _ changes: [FileChange]) async -> StudioVisit {
    guard let change = changes.first else { return visit }
    let text = String(decoding: change.new, as: UTF8.self)
    let rebuild = await visit.store.current(with: text, at: change.newPath)
    return StudioVisit(
      request: visit.request, address: visit.address, rebuild: rebuild,
      index: await index(of: rebuild), store: visit.store)
  }
}

extension FormChanges {
  /// The fields that change, as the journal names them.
  var fields: String {
    edits.map(\.note.field).joined(separator: ", ")
  }
}
