import Content
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
    if action == "annulla", edition(visit) != nil || visit.index[visit.address] != nil {
      return await undo(visit, data)
    }
    if let edition = edition(visit) {
      switch action {
      case "invita", "collega": return invite(visit, edition, data)
      case "importa": return takeIn(visit, edition, data)
      case "accetta": return await accept(visit, edition, data)
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
    if action == "campo" { return checkForm(entry, data, desk) }
    if action == "controlla" { return await check(visit, entry, data, desk) }
    if ["approva", "chiedi", "annota", "risolvi"].contains(Action(action).verb) {
      return judge(visit, entry, Action(action), data)
    }
    if Action(action).verb == "leggi" {
      return readSeries(visit, entry, data, Action(action).name)
    }
    if Action(action).verb == "riporta" {
      return await bringBack(visit, entry, Action(action).name)
    }
    if action == "chiama" { return nameVersion(visit, entry, data) }
    if action == "elimina" { return await delete(visit, entry) }
    if action == "rinomina" { return await rename(visit, entry, data) }
    if action == "bozza" { return keepDraft(visit, entry, data) }
    if action == "scarta" {
      try? drafts.remove(entry.record.name)
      return .done(to: RecordPage.address(entry))
    }
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
    let sent = try SentForm(data, of: record, desk, seen)
    let (bytes, changes) = (sent.bytes, sent.changes)
    var revision = Revision(desk)
    var outcome = Outcome(of: sent, applied: &revision, to: record)
    // The page that comes back is another window, with what this one kept.
    outcome.windows = Studio.drafts(in: data)
    try? presences.end(window: data["w"] ?? "")
    var done = Done.saved
    let name = sent.form.names.current(action.name) ?? ""
    if outcome.isClean { done = try arrange(action.verb, name, record, &revision) }
    let written = revision.changes
    try write(written, as: ChangeNote(.value, field: changes.fields), visit)
    let after = written.first { $0.path == record.path }?.new ?? bytes
    if written.isEmpty, done == .saved { done = .nothing }
    let rebuild = await rebuilt(visit, written)
    if outcome.isClean {
      // A draft that cannot be taken away is what the file says, and is not shown.
      try? drafts.remove(record.name, outcome.windows)
      return .done(to: next(entry, action, name, done, written))
    }
    let state = try OpenedRecord(record, after, desk, open: sent.form.open)
    return form(await at(rebuild, visit), entry, state, outcome)
  }

  /// Moves or takes away an entry, after the rest was saved.
  private func arrange(
    _ verb: String, _ name: String, _ record: DeskRecord, _ revision: inout Revision
  ) throws(DeskError) -> Done {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let place = Int(name[dot...].dropFirst()) ?? 0
    guard (1..<Int.max).contains(place) || verb == "rileggi" else { return .saved }
    let list = String(name[..<dot])
    switch verb {
    case "su": try revision.apply(.move(list, from: place - 1, to: place - 2), to: record)
    case "giu": try revision.apply(.move(list, from: place - 1, to: place), to: record)
    case "togli": try revision.apply(.remove(name), to: record)
    // Who asks for it to be read again says that it is written.
    case "rileggi": try revision.apply(.set("bozza", to: ""), to: record)
    default: return .saved
    }
    return verb == "togli" ? .removed : verb == "rileggi" ? .asked : .moved
  }

  /// Where to go on: the entry that was moved or opened, with what was done.
  private func next(
    _ entry: RecordIndex.Entry, _ action: Action, _ name: String, _ done: Done,
    _ written: [FileChange]
  ) -> String {
    var query = ["fatto=\(done.rawValue)"]
    if !written.isEmpty { query.append("di=\(keepDone(written))") }
    var anchor = name
    switch action.verb {
    case "apri": query.append("apri=\(Path.encoded(name))")
    case "nuova":
      query.append("nuova=\(Path.encoded(name))")
      // A list in an entry is seen where that is open.
      if let dot = name.lastIndex(of: ".") {
        query.append("apri=\(Path.encoded(String(name[..<dot])))")
      }
      anchor = "nuova"
    case "su", "giu":
      let dot = name.lastIndex(of: ".") ?? name.startIndex
      let place = (Int(name[dot...].dropFirst()) ?? 1) &+ (action.verb == "su" ? -1 : 1)
      anchor = name[...dot] + String(place)
    case "togli": anchor = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
    case "chiudi": break
    default: anchor = "contenuto"
    }
    return RecordPage.address(entry) + "?" + query.joined(separator: "&") + "#"
      + Path.encoded(anchor)
  }

  // The way back

  /// Puts back what was before the change that was named.
  private func undo(_ visit: StudioVisit, _ data: FormData) async -> PreviewResponse {
    let name = data["di"] ?? ""
    let address = Shell.root + Path.encoded(visit.address)
    guard let changes = doneChanges.take(name) else {
      return .done(to: address + "?fatto=\(Done.notUndone.rawValue)")
    }
    let back = changes.map(\.undone)
    do throws(DeskError) {
      try write(back, as: ChangeNote(.undo), visit)
    } catch {
      doneChanges.put(changes, as: name)
      if case .changedMeanwhile = error {
        return .done(to: address + "?fatto=\(Done.notUndone.rawValue)")
      }
      return unsaved(visit, data, "annullare", address, error.message, help: error.help)
    }
    _ = await wait(visit, back)
    return .done(to: address + "?fatto=\(Done.undone.rawValue)")
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
      try write([change], as: ChangeNote(.text), visit)
      _ = await wait(visit, [change])
      let home = Shell.root + Path.encoded(address)
      // A file that can be read again has another address.
      return entry == nil ? .done(to: Shell.root) : .done(to: home + "?vista=testo&fatto=salvato")
    } catch { return again(error.message) }
  }

  // Means

  /// Writes, but for what is in a closed edition.
  func write(
    _ changes: [FileChange], as note: ChangeNote, _ visit: StudioVisit
  ) throws(DeskError) {
    try closedFolders(visit).check(changes)
    try desk.write(changes, as: note)
  }

  /// As the files of editions say now: the state that is shown may be a moment older.
  func closedFolders(_ visit: StudioVisit) -> ClosedFolders {
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
    await at(rebuilt(visit, changes), visit)
  }

  private func rebuilt(_ visit: StudioVisit, _ changes: [FileChange]) async -> Rebuild {
    changes.isEmpty ? visit.rebuild : await visit.store.current(with: changes.texts)
  }

  private func at(_ rebuild: Rebuild, _ visit: StudioVisit) async -> StudioVisit {
    await StudioVisit(
      request: visit.request, address: visit.address, rebuild: rebuild,
      index: index(of: rebuild), store: visit.store)
  }
}

extension [FileChange] {
  /// The texts of the report with them, by their paths as the report is read; nil for what is there no more.
  fileprivate var texts: [String: String?] {
    var texts: [String: String?] = [:]
    for change in self {
      if change.isMove { texts.updateValue(nil, forKey: change.path) }
      texts[change.newPath] = Folder.Text(path: change.newPath, bytes: change.new).text
    }
    return texts.filter { Content.reads($0.key) }
  }
}

extension FormChanges {
  /// The fields that change, as the journal names them.
  var fields: String {
    edits.map(\.note.field).joined(separator: ", ")
  }
}
